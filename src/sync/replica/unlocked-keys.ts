// Everything that an unlocked vault holds in memory: the keyring, the registry's reading, this unlock's session id. It seals
// and opens for documents, caches, labels and single items; a keyring that gained or lost a key replaces the old one.
import type { Bytes, Random } from '../vault/bytes.ts';
import {
  contentKeysOf,
  type ContentKeys,
  type DocumentRef,
  type VaultWidePurpose,
} from '../vault/content-keys.ts';
import { newSessionId, type DeviceId, type DocId, type EpochId, type SessionId } from '../vault/ids.ts';
import { signingKey, verifyingKey } from '../vault/key-pairs.ts';
import type { Keyring } from '../vault/keyring.ts';
import {
  blobSignatureIsValid,
  isBlobOfNewerVersion,
  openBlob,
  readBlobHeader,
  sealBlob,
} from '../vault/sealed-blob.ts';
import { itemEpoch, openItem, sealItem, type ItemContext } from '../vault/sealed-item.ts';
import { decodeSnapshot, encodeSnapshot } from '../vault/snapshot-cover.ts';
import { fromHex, fromUtf8, toUtf8 } from '../vault/text.ts';
import type { RegistryView } from '../registry/registry-view.ts';
import type { CacheSealer } from './derived-cache.ts';
import type { DocumentSealer, OpenedBlob } from './document-sealer.ts';

export class UnlockedKeys {
  readonly #random: Random;
  readonly #signingKey: CryptoKey;
  readonly sessionId: SessionId;
  #keyring: Keyring;
  #registry: RegistryView;
  #content: ContentKeys;
  readonly #verifyingKeys = new Map<DeviceId, CryptoKey | null>();
  readonly #nextSeqs = new Map<DocId, number>();

  private constructor(keyring: Keyring, registry: RegistryView, signing: CryptoKey, random: Random) {
    this.#keyring = keyring;
    this.#registry = registry;
    this.#content = contentKeysOf(keyring);
    this.#signingKey = signing;
    this.#random = random;
    this.sessionId = newSessionId(random);
  }

  static async of(keyring: Keyring, registry: RegistryView, random: Random): Promise<UnlockedKeys> {
    return new UnlockedKeys(keyring, registry, await signingKey(keyring.device.ed25519Seed), random);
  }

  get keyring(): Keyring {
    return this.#keyring;
  }

  set keyring(keyring: Keyring) {
    this.#keyring = keyring;
    this.#content = contentKeysOf(keyring);
  }

  get registry(): RegistryView {
    return this.#registry;
  }

  set registry(registry: RegistryView) {
    this.#registry = registry;
    this.#verifyingKeys.clear();
  }

  get content(): ContentKeys {
    return this.#content;
  }

  /** The epoch that new things are sealed under (R2). Throws when this device holds none: it may only read then. */
  get writingEpoch(): EpochId {
    const epoch = this.#registry.currentEpoch;
    if (!epoch || !this.#keyring.epochs.some(({ id }) => id === epoch.id))
      throw new Error('no epoch to write under');
    return epoch.id;
  }

  async #verifyingKeyOf(deviceId: DeviceId): Promise<CryptoKey | null> {
    const known = this.#verifyingKeys.get(deviceId);
    if (known !== undefined) return known;
    const device = this.#registry.devices.get(deviceId);
    const key = device ? await verifyingKey(device.ed25519PublicKey) : null;
    this.#verifyingKeys.set(deviceId, key);
    return key;
  }

  sealerFor(document: DocumentRef): DocumentSealer {
    const own = { deviceId: this.#keyring.device.id, sessionId: this.sessionId };
    const seal = async (kind: 'edits' | 'snapshot', seq: number, plain: Uint8Array): Promise<Uint8Array> => {
      const epochId = this.writingEpoch;
      const key = await this.#content.blobKey(document, epochId);
      if (!key) throw new Error('no key for this document');
      const { docId } = document;
      const header = { kind, vaultId: this.#keyring.vaultId, docId, epochId, ...own, seq };
      this.#nextSeqs.set(docId, Math.max(this.#nextSeqs.get(docId) ?? 0, seq + 1));
      return sealBlob(header, plain, key, this.#signingKey, this.#random);
    };
    return {
      own,
      nextSeq: () => this.#nextSeqs.get(document.docId) ?? 0,
      sealEdits: (seq, update) => seal('edits', seq, update),
      sealSnapshot: (seq, cover, update) =>
        seal('snapshot', seq, encodeSnapshot({ cover, update: new Uint8Array(update) })),
      signatureTrouble: (blob) => this.#signatureTrouble(blob),
      open: (blob, { checkSignature }) => this.#openBlob(document, blob, checkSignature),
    };
  }

  async #signatureTrouble(blob: Uint8Array): Promise<'bad-signature' | 'unknown-device' | null> {
    const header = readBlobHeader(blob);
    if (!header) return null;
    const key = await this.#verifyingKeyOf(header.deviceId);
    if (!key) return 'unknown-device';
    return (await blobSignatureIsValid(blob, key)) ? null : 'bad-signature';
  }

  async #openBlob(document: DocumentRef, blob: Uint8Array, checkSignature: boolean): Promise<OpenedBlob> {
    const header = readBlobHeader(blob);
    if (!header)
      return isBlobOfNewerVersion(blob) ? { kind: 'late' } : { kind: 'damaged', reason: 'damaged-blob' };
    if (header.docId !== document.docId || header.vaultId !== this.#keyring.vaultId) {
      return { kind: 'damaged', reason: 'damaged-blob' };
    }
    const untrusted = checkSignature ? await this.#signatureTrouble(blob) : null;
    if (untrusted) return { kind: 'damaged', reason: untrusted };
    const key = await this.#content.blobKey(document, header.epochId);
    // An epoch that the registry does not know either is no epoch of ours: a flipped byte in the header.
    if (!key) {
      const isOurs = this.#registry.epochs.some(({ id }) => id === header.epochId);
      return isOurs ? { kind: 'late' } : { kind: 'damaged', reason: 'damaged-blob' };
    }
    const plain = await openBlob(blob, key);
    if (!plain) return { kind: 'damaged', reason: 'damaged-blob' };
    const position = { deviceId: header.deviceId, sessionId: header.sessionId, seq: header.seq };
    if (header.kind === 'edits') return { kind: 'edits', position, update: plain };
    const snapshot = decodeSnapshot(plain);
    return snapshot
      ? { kind: 'snapshot', position, ...snapshot }
      : { kind: 'damaged', reason: 'damaged-blob' };
  }

  /** Seals a single value under the vault alone. */
  async sealItem(purpose: VaultWidePurpose, context: ItemContext, plain: Uint8Array): Promise<Uint8Array> {
    const epochId = this.writingEpoch;
    const key = await this.#content.vaultWideKey(purpose, epochId);
    if (!key) throw new Error('no key for this epoch');
    return sealItem({ kind: 'item', key, epochId, context, plain }, this.#random);
  }

  /** Null if the bytes were not sealed for this purpose and context, or under an epoch that is not here. */
  async openItem(
    purpose: VaultWidePurpose,
    context: ItemContext,
    sealed: Uint8Array,
  ): Promise<Uint8Array | null> {
    const epochId = itemEpoch(sealed);
    if (epochId === null || epochId === 'not-an-item') return null;
    const key = await this.#content.vaultWideKey(purpose, epochId);
    return key ? openItem(sealed, key, context) : null;
  }

  /** A client's name or code as the directory holds it (K4). */
  async sealLabel(docId: DocId, label: string): Promise<Uint8Array> {
    const key = await this.#content.clientNameKey(docId);
    if (!key) throw new Error('no key for this client');
    return sealItem(
      { kind: 'short-item', key, epochId: null, context: [docId], plain: toUtf8(label) },
      this.#random,
    );
  }

  /** Null if the label is damaged or the client's key is not here. */
  async openLabel(docId: DocId, sealed: Uint8Array): Promise<string | null> {
    const key = await this.#content.clientNameKey(docId);
    const plain = key && (await openItem(sealed, key, [docId]));
    return plain && fromUtf8(plain);
  }

  /** The X25519 seed of a check-in (H1). Null if the client's key is not here; rejects if `checkInId` is not 32 hex digits. */
  async checkInSeed(docId: DocId, checkInId: string): Promise<Bytes | null> {
    return this.#content.checkInSeed(docId, fromHex(checkInId) ?? new Uint8Array());
  }

  /** A copy of what could not be opened, for the quarantine (K4); the bytes themselves if this client's key is not here. */
  async sealQuarantined(document: DocumentRef, bytes: Uint8Array): Promise<Uint8Array> {
    const epochId = this.writingEpoch;
    const key = await this.#content.quarantineKey(document, epochId);
    if (!key) return bytes;
    const context = ['quarantine', document.docId];
    return sealItem({ kind: 'item', key, epochId, context, plain: bytes }, this.#random);
  }

  /** What `sealQuarantined` was given; null if it cannot be opened. */
  async openQuarantined(document: DocumentRef, sealed: Uint8Array): Promise<Uint8Array | null> {
    const epochId = itemEpoch(sealed);
    if (epochId === 'not-an-item') return sealed;
    const key = epochId && (await this.#content.quarantineKey(document, epochId));
    return key ? openItem(sealed, key, ['quarantine', document.docId]) : null;
  }

  /** Series rows are sealed under the client's own key, summaries under this device's cache key (K4). */
  cacheSealer(): CacheSealer {
    const seriesKeyFor = async (docId: DocId, epochId: EpochId): Promise<CryptoKey | null> =>
      this.#content.seriesKey(docId, epochId);
    return {
      sealSeries: async (docId, stamp, plain) => {
        const epochId = this.writingEpoch;
        const key = await seriesKeyFor(docId, epochId);
        if (!key) throw new Error('no key for this client');
        return sealItem(
          { kind: 'item', key, epochId, context: ['series', docId, stamp], plain },
          this.#random,
        );
      },
      openSeries: async (docId, stamp, sealed) => {
        const epochId = itemEpoch(sealed);
        if (epochId === null || epochId === 'not-an-item') return null;
        const key = await seriesKeyFor(docId, epochId);
        return key && openItem(sealed, key, ['series', docId, stamp]);
      },
      sealSummaries: async (block, stamp, plain) => {
        const key = await this.#content.summariesKey();
        const context = ['summaries', String(block), stamp];
        return sealItem({ kind: 'item', key, epochId: null, context, plain }, this.#random);
      },
      openSummaries: async (block, stamp, sealed) =>
        openItem(sealed, await this.#content.summariesKey(), ['summaries', String(block), stamp]),
    };
  }
}
