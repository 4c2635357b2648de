// What a backup file holds, as named sealed pieces (PROTOCOL 8). The container around them is the exchange's business.
//   registry           the signed statements
//   recovery-keyring   every root and client key, sealed to the recovery sheet (K3)
//   client-keys        the client keys, sealed under the root: for merging into another device of the same vault
//   manifest           which documents, with head and digest of their piece; sealed, and signed by the device that made it
//   document-000001 …  outer documents (their blobs are sealed already), sealed once more so that ids and counts stay hidden
import * as Y from 'yjs';
import { byteWriter, parse } from '../vault/binary.ts';
import { bytesEqual, concatBytes, sha256, type Bytes } from '../vault/bytes.ts';
import { ID_BYTES, idFromBytes, idToBytes, type DeviceId, type DocId } from '../vault/ids.ts';
import { encodeKeyBundle, readKeyBundle, type KeyBundle } from '../vault/key-bundle.ts';
import { sign, SIGNATURE_BYTES, signatureIsValid, signingKey, verifyingKey } from '../vault/key-pairs.ts';
import { sealForRecovery } from '../vault/recovery-keyring.ts';
import { toUtf8 } from '../vault/text.ts';
import type { RegistryView } from '../registry/registry-view.ts';
import { headOf } from '../store/head.ts';
import { eachOf } from './each-of.ts';
import type { UnlockedKeys } from './unlocked-keys.ts';
import type { Progress } from './progress.ts';
import type { VaultSession } from './vault-session.ts';

export type BackupFiles = ReadonlyMap<string, Uint8Array>;

export interface ManifestEntry {
  readonly docId: DocId;
  readonly head: Bytes;
  /** SHA-256 of the document's piece. */
  readonly digest: Bytes;
}

export interface Manifest {
  readonly madeBy: DeviceId;
  /** UTC milliseconds. */
  readonly madeAtMs: number;
  readonly documents: readonly ManifestEntry[];
}

const readAtOnce = 8;
const domain = toUtf8('soundings/v1/backup-manifest\0');
export const pieceName = (index: number): string => `document-${String(index + 1).padStart(6, '0')}`;

export interface CollectedBackup {
  readonly files: BackupFiles;
  readonly documents: number;
  readonly clients: number;
  /** Documents in which something is damaged or missing: they are in the backup as they are. */
  readonly incomplete: number;
}

/** Seals the whole vault into named pieces. Everything pending is saved first. */
export async function collectBackup(
  session: VaultSession,
  { onProgress, signal }: Progress = {},
): Promise<CollectedBackup> {
  const { keys, now, random } = session.deps;
  await session.flush();
  const files = new Map<string, Uint8Array>();
  const clientIds = [...keys.keyring.clientKeys.keys()];
  const docIds = [session.directoryId, ...clientIds, ...(await session.writtenPrivates())];
  const entries: ManifestEntry[] = [];
  let incomplete = 0;
  let done = 0;
  await eachOf(docIds.entries(), readAtOnce, async ([index, docId]) => {
    signal?.throwIfAborted();
    const outer = new Y.Doc();
    if (!(await session.readOuter(docId, outer)).isWhole) incomplete += 1;
    const plain = concatBytes(idToBytes(docId), Y.encodeStateAsUpdate(outer));
    const piece = await keys.sealItem('backup', ['document', pieceName(index)], plain);
    files.set(pieceName(index), piece);
    entries[index] = { docId, head: new Uint8Array(await headOf(outer)), digest: await sha256(piece) };
    outer.destroy();
    done += 1;
    onProgress?.(done, docIds.length);
  });
  // Sealed anew rather than copied: a flipped byte in the copy on this disk would make every backup worthless, unseen.
  const sheet = keys.registry.recoveryKey;
  files.set('registry', encodeList(session.statements));
  if (sheet)
    files.set('recovery-keyring', await sealForRecovery(keys.keyring, session.vaultId, sheet, random));
  files.set(
    'client-keys',
    await keys.sealItem('client-keys', ['backup'], encodeKeyBundle(withoutRoots(keys.keyring))),
  );
  files.set(
    'manifest',
    await sealManifest(keys, { madeBy: session.deviceId, madeAtMs: Date.parse(now()), documents: entries }),
  );
  return { files, documents: docIds.length, clients: clientIds.length, incomplete };
}

const withoutRoots = ({ clientKeys }: KeyBundle): KeyBundle => ({ epochs: [], clientKeys });

export function readClientKeys(plain: Uint8Array): KeyBundle | null {
  return parse(plain, readKeyBundle);
}

function encodeList(items: readonly Uint8Array[]): Bytes {
  const writer = byteWriter().u32(items.length);
  for (const item of items) writer.var32(item);
  return writer.done();
}

const mostStatements = 100_000;
const longestStatement = 8 * 1024 * 1024;

/** Null if malformed. */
export function readStatementList(bytes: Uint8Array): readonly Uint8Array[] | null {
  return parse(bytes, (reader) => {
    const count = Math.min(reader.u32(), mostStatements);
    return Array.from({ length: count }, () => reader.var32(longestStatement));
  });
}

async function sealManifest(keys: UnlockedKeys, manifest: Manifest): Promise<Uint8Array> {
  const writer = byteWriter()
    .bytes(idToBytes(manifest.madeBy))
    .u64(manifest.madeAtMs)
    .u32(manifest.documents.length);
  for (const { docId, head, digest } of manifest.documents)
    writer.bytes(idToBytes(docId)).bytes(head).bytes(digest);
  const plain = writer.done();
  const signature = await sign(await signingKey(keys.keyring.device.ed25519Seed), concatBytes(domain, plain));
  return keys.sealItem('backup', ['manifest'], concatBytes(plain, signature));
}

export type ManifestReading =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'refused'; readonly reason: 'damaged' | 'bad-signature' };

/** `plain` comes out of the seal. The signature must be of a device that the backup's own registry admits. */
export async function readManifest(plain: Uint8Array, registry: RegistryView): Promise<ManifestReading> {
  const split = plain.length - SIGNATURE_BYTES;
  const manifest = parse(plain.subarray(0, Math.max(0, split)), (reader) => ({
    madeBy: idFromBytes<DeviceId>(reader.bytes(ID_BYTES)),
    madeAtMs: reader.u64(),
    documents: Array.from({ length: Math.min(reader.u32(), mostStatements) }, () => ({
      docId: idFromBytes<DocId>(reader.bytes(ID_BYTES)),
      head: reader.bytes(32),
      digest: reader.bytes(32),
    })),
  }));
  if (!manifest) return { kind: 'refused', reason: 'damaged' };
  const device = registry.devices.get(manifest.madeBy);
  const key = device && (await verifyingKey(device.ed25519PublicKey));
  const signed = concatBytes(domain, plain.subarray(0, split));
  const isSigned = key ? await signatureIsValid(key, plain.subarray(split), signed) : false;
  return isSigned ? { kind: 'manifest', manifest } : { kind: 'refused', reason: 'bad-signature' };
}

export type PieceReading =
  | { readonly kind: 'piece'; readonly docId: DocId; readonly update: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: 'damaged' };

/** One document's piece, held against the manifest. */
export async function readPiece(
  keys: UnlockedKeys,
  files: BackupFiles,
  index: number,
  entry: ManifestEntry,
): Promise<PieceReading> {
  const refused = { kind: 'refused', reason: 'damaged' } as const;
  const piece = files.get(pieceName(index));
  if (!piece || !bytesEqual(await sha256(piece), entry.digest)) return refused;
  const plain = await keys.openItem('backup', ['document', pieceName(index)], piece);
  if (!plain || plain.length < ID_BYTES) return refused;
  const docId = idFromBytes<DocId>(plain.subarray(0, ID_BYTES));
  return docId === entry.docId ? { kind: 'piece', docId, update: plain.slice(ID_BYTES) } : refused;
}
