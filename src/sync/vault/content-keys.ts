// Which key seals what (K4, PROTOCOL 1.3). One object per unlocked keyring; it keeps the keys that it derived, all of
// them non-extractable. A keyring that gained or lost a key gets a new object. Null means: that key is not here.
import { concatBytes, type Bytes } from './bytes.ts';
import { idFromBytes, idToBytes, ID_BYTES, type DeviceId, type DocId, type EpochId } from './ids.ts';
import type { Keyring } from './keyring.ts';
import { deriveAesKey, deriveBytes, type Purpose } from './purposes.ts';

/** A document by what it is; a private one belongs to its client's document. */
export type DocumentRef =
  | { readonly kind: 'directory'; readonly docId: DocId }
  | { readonly kind: 'client'; readonly docId: DocId }
  | { readonly kind: 'private'; readonly docId: DocId; readonly clientDocId: DocId };

/** What is sealed under an epoch root alone. */
export type VaultWidePurpose = Extract<
  Purpose,
  'audit' | 'preferences' | 'backup' | 'mailbox' | 'client-keys'
>;

export interface ContentKeys {
  blobKey(document: DocumentRef, epochId: EpochId): Promise<CryptoKey | null>;
  quarantineKey(document: DocumentRef, epochId: EpochId): Promise<CryptoKey | null>;
  seriesKey(clientDocId: DocId, epochId: EpochId): Promise<CryptoKey | null>;
  /** Outlives epochs: the name is sealed under K_c alone. */
  clientNameKey(clientDocId: DocId): Promise<CryptoKey | null>;
  /** The private document of a client: the same id on every device, linkable by nobody without K_c. */
  privateDocIdOf(clientDocId: DocId): Promise<DocId | null>;
  /** 32 bytes: the X25519 seed of a check-in (H1). `checkInId` has 16 bytes. */
  checkInSeed(clientDocId: DocId, checkInId: Uint8Array): Promise<Bytes | null>;
  summariesKey(): Promise<CryptoKey>;
  vaultWideKey(purpose: VaultWidePurpose, epochId: EpochId): Promise<CryptoKey | null>;
  deviceNameKey(deviceId: DeviceId, epochId: EpochId): Promise<CryptoKey | null>;
}

/** The id of a client's private document, from the client's key. */
export async function privateDocIdUnder(clientKey: Uint8Array, clientDocId: DocId): Promise<DocId> {
  const bytes = await deriveBytes(clientKey, 'private-id', idToBytes(clientDocId));
  return idFromBytes<DocId>(bytes.subarray(0, ID_BYTES));
}

export function contentKeysOf(keyring: Pick<Keyring, 'epochs' | 'clientKeys' | 'cacheKey'>): ContentKeys {
  const rootsByEpoch = new Map(keyring.epochs.map((epoch) => [epoch.id, epoch.root]));
  const derived = new Map<string, Promise<CryptoKey>>();

  const once = (name: string, derive: () => Promise<CryptoKey>): Promise<CryptoKey> => {
    const known = derived.get(name) ?? derive();
    derived.set(name, known);
    return known;
  };

  const underRoot = async (purpose: Purpose, epochId: EpochId, id: DocId | DeviceId | null) => {
    const root = rootsByEpoch.get(epochId);
    if (root === undefined) return null;
    const context = id === null ? [] : [idToBytes(id)];
    return once(`${purpose} ${epochId} ${id ?? ''}`, () => deriveAesKey(root, purpose, ...context));
  };

  const underClient = async (purpose: Purpose, epochId: EpochId, docId: DocId, clientDocId: DocId) => {
    const [root, clientKey] = [rootsByEpoch.get(epochId), keyring.clientKeys.get(clientDocId)];
    if (root === undefined || clientKey === undefined) return null;
    const name = `${purpose} ${epochId} ${docId} ${clientDocId}`;
    return once(name, () => deriveAesKey(concatBytes(root, clientKey), purpose, idToBytes(docId)));
  };

  const forDocument = (document: DocumentRef, purpose: Purpose, epochId: EpochId) => {
    if (document.kind === 'directory') return underRoot(purpose, epochId, document.docId);
    const clientDocId = document.kind === 'private' ? document.clientDocId : document.docId;
    return underClient(purpose, epochId, document.docId, clientDocId);
  };

  return {
    blobKey: (document, epochId) => forDocument(document, `blob/${document.kind}`, epochId),
    quarantineKey: (document, epochId) => forDocument(document, 'quarantine', epochId),
    seriesKey: (clientDocId, epochId) => underClient('series', epochId, clientDocId, clientDocId),
    clientNameKey: async (clientDocId) => {
      const clientKey = keyring.clientKeys.get(clientDocId);
      if (clientKey === undefined) return null;
      const derive = () => deriveAesKey(clientKey, 'client-name', idToBytes(clientDocId));
      return once(`client-name ${clientDocId}`, derive);
    },
    privateDocIdOf: async (clientDocId) => {
      const clientKey = keyring.clientKeys.get(clientDocId);
      return clientKey === undefined ? null : privateDocIdUnder(clientKey, clientDocId);
    },
    checkInSeed: async (clientDocId, checkInId) => {
      if (checkInId.length !== ID_BYTES) throw new RangeError('a check-in id has 16 bytes');
      const clientKey = keyring.clientKeys.get(clientDocId);
      return clientKey === undefined ? null : deriveBytes(clientKey, 'check-in', checkInId);
    },
    summariesKey: () => once('summaries', () => deriveAesKey(keyring.cacheKey, 'summaries')),
    vaultWideKey: (purpose, epochId) => underRoot(purpose, epochId, null),
    deviceNameKey: (deviceId, epochId) => underRoot('device-name', epochId, deviceId),
  };
}
