// A vault from the words of the recovery sheet and a backup, or from the words alone where the vault itself is still here (K3, P8:
// a new device identity). Everything is checked before anything is written; the vault's id is written last.
import * as Y from 'yjs';
import { readRegistry } from '../registry/read-registry.ts';
import { restoreDevice } from '../registry/restore-device.ts';
import { useAndWipe } from '../vault/bytes.ts';
import { useRecovery } from '../vault/recovery.ts';
import { readRecovery } from '../vault/recovery-words.ts';
import type { RegistryView } from '../registry/registry-view.ts';
import { storeTrouble } from '../store/store-failure.ts';
import { directoryDocIdOf } from '../vault/ids.ts';
import type { KeyBundle } from '../vault/key-bundle.ts';
import { readClientKeys, readManifest, readPiece, type BackupFiles, type Manifest } from './backup-files.ts';
import { refused, type BackupRefusal } from './backup-refusal.ts';
import { DocumentRefs } from './document-refs.ts';
import { erasedDocuments } from './erase-client.ts';
import { joinDocument } from './join-document.ts';
import { markUntrusted } from './mark-untrusted.ts';
import { Quarantine } from './quarantine.ts';
import { joinKeyrings, recoverySources } from './recovery-sources.ts';
import { UnlockedKeys } from './unlocked-keys.ts';
import type { VaultDoor } from './vault-door.ts';
import type { Progress } from './progress.ts';
import type { VaultSession } from './vault-session.ts';

export type RestoreOutcome = { readonly kind: 'restored'; readonly session: VaultSession } | BackupRefusal;

/**
 * @param files the pieces of a backup; null where the vault is still on this device and only its passphrase is lost: its own
 *   keyring is sealed to the sheet too. A vault that is here is never overwritten: what the backup has is joined to it, and a
 *   backup of another vault is refused.
 */
export async function restoreVault(
  door: VaultDoor,
  files: BackupFiles | null,
  typedWords: string,
  passphrase: string,
  progress: Progress = {},
): Promise<RestoreOutcome> {
  const reading = await readRecovery(typedWords);
  if (reading.kind !== 'read') return refused('words');
  return useAndWipe(reading.seed, (seed) => restoreBySeed(door, files, seed, passphrase, progress));
}

async function restoreBySeed(
  door: VaultDoor,
  files: BackupFiles | null,
  recoverySeed: Uint8Array,
  passphrase: string,
  progress: Progress,
): Promise<RestoreOutcome> {
  const sources = await recoverySources(door.ports.tables, files);
  if (sources.kind === 'refused') return sources;
  const { random, now } = door.ports;
  const joined = await useRecovery(recoverySeed, (sheet) => joinKeyrings(sources, sheet, random));
  if (joined.kind === 'refused') return joined;
  const restoration = await restoreDevice({
    recoverySeed,
    statements: sources.statements,
    sealedForRecovery: joined.sealed,
    random,
    now,
  });
  switch (restoration.kind) {
    case 'other-sheet':
      return refused('wrong-sheet');
    case 'replaced-sheet':
      return refused('replaced-sheet');
    case 'refused':
      return refused('newer-version', 'recovery-keyring');
    case 'damaged':
      return refused('damaged', restoration.reason === 'no-founder' ? 'registry' : 'recovery-keyring');
    case 'restored':
      break;
  }
  const { vaultId, keyring } = restoration;
  const all = [...sources.statements, ...restoration.newStatements];
  const withDevice = await readRegistry(all, vaultId);
  if (withDevice.kind !== 'read') throw new Error('admitting a device lost the founder');
  if (files) {
    const keys = await UnlockedKeys.of(keyring, withDevice.view, random);
    const refusal = await writeDocuments(door, keys, files, withDevice.view, progress);
    if (refusal) return refusal;
  }
  const session = await door.settle(keyring, all, passphrase, 'restored');
  return { kind: 'restored', session };
}

/** Every piece is held against the manifest before the first one is written; each is then joined to what is here. */
async function writeDocuments(
  { ports }: VaultDoor,
  keys: UnlockedKeys,
  files: BackupFiles,
  view: RegistryView,
  { onProgress, signal }: Progress,
): Promise<BackupRefusal | null> {
  const manifest = await openManifest(keys, files, view);
  if (manifest.kind !== 'manifest') return manifest;
  const erased = await erasedDocuments(view, await keysOfBackup(keys, files));
  const kept = manifest.manifest.documents
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => !erased.has(entry.docId));
  const quarantine = new Quarantine(ports.tables, keys, ports.now);
  const refs = new DocumentRefs(keys, await directoryDocIdOf(keys.keyring.vaultId));
  let done = 0;
  const step = (): void => {
    signal?.throwIfAborted();
    done += 1;
    onProgress?.(done, kept.length * 2);
  };
  for (const { entry, index } of kept) {
    const trouble = await checkDocument(keys, files, index, entry);
    if (trouble) return trouble;
    step();
  }
  const wereDirty = new Set(await ports.tables.readDirty());
  // Before the first of them is written (P4): whatever stops this half-way, no head is held against what came in.
  const unmarked = await storeTrouble(ports.tables.markDirty(kept.map(({ entry }) => entry.docId)));
  if (unmarked !== null) return refused('not-saved', unmarked);
  for (const { entry, index } of kept) {
    const piece = await readPiece(keys, files, index, entry);
    if (piece.kind !== 'piece') return refused('damaged', `document ${index + 1}`);
    const { docId, update } = piece;
    const ref = await refs.of(docId);
    const trouble =
      (await markUntrusted(keys, quarantine, ref, update)) ??
      (await joinDocument({ ...ports, quarantine, wereDirty }, ref, { update, head: entry.head }));
    if (trouble !== null) return refused('not-saved', trouble);
    step();
  }
  return null;
}

/** The client keys that the backup itself carries, those of clients that were erased since too; none where they do not open. */
async function keysOfBackup(keys: UnlockedKeys, files: BackupFiles): Promise<Pick<KeyBundle, 'clientKeys'>> {
  const sealed = files.get('client-keys');
  const plain = sealed && (await keys.openItem('client-keys', ['backup'], sealed));
  return (plain && readClientKeys(plain)) ?? { clientKeys: new Map() };
}

/** Opens and verifies the list of what the backup holds. */
export async function openManifest(
  keys: UnlockedKeys,
  files: BackupFiles,
  view: RegistryView,
): Promise<{ readonly kind: 'manifest'; readonly manifest: Manifest } | BackupRefusal> {
  const sealed = files.get('manifest');
  const plain = sealed && (await keys.openItem('backup', ['manifest'], sealed));
  if (!plain) return refused('damaged', 'manifest');
  const reading = await readManifest(plain, view);
  return reading.kind === 'manifest' ? reading : refused(reading.reason, 'manifest');
}

/**
 * Holds one document against the signed manifest, which vouches for its bytes. What was damaged already when the backup was
 * made is in it as it was, signatures, gaps and all: it is set aside when the document opens (B3) and does not cost the rest.
 */
async function checkDocument(
  keys: UnlockedKeys,
  files: BackupFiles,
  index: number,
  entry: Manifest['documents'][number],
): Promise<BackupRefusal | null> {
  const where = `document ${index + 1}`;
  const piece = await readPiece(keys, files, index, entry);
  if (piece.kind !== 'piece') return refused('damaged', where);
  const outer = new Y.Doc();
  try {
    Y.applyUpdate(outer, piece.update);
  } catch {
    return refused('damaged', where);
  }
  const areBlobs = [...outer.getArray<unknown>('blobs')].every((blob) => blob instanceof Uint8Array);
  outer.destroy();
  return areBlobs ? null : refused('damaged', where);
}
