// Takes a backup of this same vault into the open one: what is missing comes in, nothing that is here is overwritten. Each
// document goes through the same checks as one that comes over a channel (B4, B6).
import { readRegistry } from '../registry/read-registry.ts';
import { withClientKey } from '../vault/key-bundle.ts';
import { readClientKeys, readPiece, readStatementList, type BackupFiles } from './backup-files.ts';
import type { BackupRefusal } from './backup-refusal.ts';
import { openManifest } from './restore-vault.ts';
import type { Progress } from './progress.ts';
import type { VaultSession } from './vault-session.ts';

export type MergeOutcome =
  | {
      readonly kind: 'merged';
      readonly documents: number;
      readonly newBlobs: number;
      readonly docIds: readonly string[];
      /** The directory itself was replaced: the vault has to be opened again. */
      readonly mustReopen: boolean;
    }
  | BackupRefusal;

export async function mergeBackup(
  session: VaultSession,
  files: BackupFiles,
  { onProgress, signal }: Progress = {},
): Promise<MergeOutcome> {
  const { keys, tables } = session.deps;
  const statements = readStatementList(files.get('registry') ?? new Uint8Array());
  if (!statements) return { kind: 'refused', reason: 'damaged', where: 'registry' };
  const own = await tables.readStatements();
  const theirs = await readRegistry(statements, session.vaultId);
  if (theirs.kind !== 'read') return { kind: 'refused', reason: 'other-vault' };
  const union = await readRegistry([...own, ...statements], session.vaultId);
  if (union.kind !== 'read') return { kind: 'refused', reason: 'damaged', where: 'registry' };
  const manifest = await openManifest(keys, files, union.view);
  if (manifest.kind !== 'manifest') return manifest;

  const sealedKeys = files.get('client-keys');
  const plainKeys = sealedKeys && (await keys.openItem('client-keys', ['backup'], sealedKeys));
  const bundle = plainKeys && readClientKeys(plainKeys);
  if (!bundle) return { kind: 'refused', reason: 'damaged', where: 'client-keys' };
  // Every piece is held against the manifest before the first one is taken in.
  const entries = manifest.manifest.documents.filter(({ docId }) => !union.view.erased.has(docId));
  const indexOf = new Map(manifest.manifest.documents.map(({ docId }, index) => [docId, index]));
  for (const entry of entries) {
    const index = indexOf.get(entry.docId) ?? 0;
    const piece = await readPiece(keys, files, index, entry);
    if (piece.kind !== 'piece') return { kind: 'refused', reason: 'damaged', where: `document ${index + 1}` };
    signal?.throwIfAborted();
  }

  await session.addStatements(statements);
  const missing = [...bundle.clientKeys].filter(
    ([docId]) => !union.view.erased.has(docId) && !keys.keyring.clientKeys.has(docId),
  );
  if (missing.length > 0) {
    await session.keyring.change((keyring) =>
      missing.reduce((grown, [docId, key]) => withClientKey(grown, docId, key), keyring),
    );
  }

  let newBlobs = 0;
  let mustReopen = false;
  const changed: string[] = [];
  for (const [done, entry] of entries.entries()) {
    signal?.throwIfAborted();
    const index = indexOf.get(entry.docId) ?? 0;
    const piece = await readPiece(keys, files, index, entry);
    if (piece.kind !== 'piece') return { kind: 'refused', reason: 'damaged', where: `document ${index + 1}` };
    const document =
      piece.docId === session.directoryId
        ? await session.openDirectory()
        : await session.openClient(piece.docId);
    if (document.health.damaged > 0) {
      const outcome = await session.replaceDamaged(piece.docId, piece.update);
      if (outcome === 'not-saved') return { kind: 'refused', reason: 'not-saved' };
      if (outcome === 'replaced') {
        await session.noteHolds(piece.docId, [entry.head]);
        changed.push(piece.docId);
        mustReopen ||= piece.docId === session.directoryId;
        onProgress?.(done + 1, entries.length);
        continue;
      }
    }
    const taken = await document.takeIn(piece.update);
    const wasShort =
      taken.kind === 'taken-in' &&
      (await session.noteHolds(piece.docId, [entry.head, await document.head()]));
    await session.release(document);
    if (taken.kind === 'refused')
      return { kind: 'refused', reason: 'bad-signature', where: `document ${index + 1}` };
    if (taken.kind === 'not-saved') return { kind: 'refused', reason: 'not-saved' };
    newBlobs += taken.newBlobs;
    mustReopen ||= wasShort && piece.docId === session.directoryId;
    if (taken.newBlobs > 0 || wasShort) changed.push(piece.docId);
    onProgress?.(done + 1, entries.length);
  }
  await session.audit.note('backup-merged');
  return { kind: 'merged', documents: entries.length, newBlobs, docIds: changed, mustReopen };
}
