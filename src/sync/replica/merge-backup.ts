// Takes a backup of this same vault into the open one: what is missing comes in, nothing that is here is overwritten. Each
// document goes through the same checks as one that comes over a channel (B4, B6); one that is refused does not cost the rest.
import { openGrants } from '../registry/grant.ts';
import { readRegistry } from '../registry/read-registry.ts';
import type { RegistryView } from '../registry/registry-view.ts';
import { storeTrouble } from '../store/store-failure.ts';
import type { EpochRoot } from '../vault/epoch-root.ts';
import type { DocId } from '../vault/ids.ts';
import { withClientKey, withEpoch } from '../vault/key-bundle.ts';
import type { Keyring } from '../vault/keyring.ts';
import {
  readClientKeys,
  readPiece,
  readStatementList,
  type BackupFiles,
  type Manifest,
} from './backup-files.ts';
import type { BackupRefusal } from './backup-refusal.ts';
import { erasedDocuments } from './erase-client.ts';
import { openManifest } from './restore-vault.ts';
import type { Progress } from './progress.ts';
import type { VaultSession } from './vault-session.ts';

/** A document of the backup that was left out; the one that is here stays as it was. */
export interface RefusedDocument {
  readonly docId: DocId;
  readonly why:
    /** Not the bytes that the backup's own list names. */
    | 'damaged'
    /** Something in it does not open, or no device of this vault signed it. */
    | 'bad-blob'
    | 'not-an-update';
}

export type MergeOutcome =
  | {
      readonly kind: 'merged';
      readonly documents: number;
      readonly newBlobs: number;
      readonly docIds: readonly string[];
      readonly refused: readonly RefusedDocument[];
      /** The directory itself was replaced: the vault has to be opened again. */
      readonly mustReopen: boolean;
    }
  | BackupRefusal;

export async function mergeBackup(
  session: VaultSession,
  files: BackupFiles,
  { onProgress, signal }: Progress = {},
): Promise<MergeOutcome> {
  const { keys } = session.deps;
  const statements = readStatementList(files.get('registry') ?? new Uint8Array());
  if (!statements) return { kind: 'refused', reason: 'damaged', where: 'registry' };
  const theirs = await readRegistry(statements, session.vaultId);
  if (theirs.kind !== 'read') return { kind: 'refused', reason: 'other-vault' };
  const union = await readRegistry([...session.statements, ...statements], session.vaultId);
  if (union.kind !== 'read') return { kind: 'refused', reason: 'damaged', where: 'registry' };
  // Roots that are granted here come first: the backup may be sealed under one, and statements that are taken in without
  // the root of the epoch to write under would shut this device out of its own vault.
  const epochs = await epochsUnder(union.view, keys.keyring);
  if (!epochs) return { kind: 'refused', reason: 'damaged', where: 'registry' };
  const keep = () => session.keyring.change((keyring) => epochs.reduce(withEpoch, keyring));
  const unkept = epochs.length === 0 ? null : await storeTrouble(keep());
  if (unkept !== null) return { kind: 'refused', reason: 'not-saved', where: unkept };
  const manifest = await openManifest(keys, files, union.view);
  if (manifest.kind !== 'manifest') return manifest;

  const sealedKeys = files.get('client-keys');
  const plainKeys = sealedKeys && (await keys.openItem('client-keys', ['backup'], sealedKeys));
  const bundle = plainKeys && readClientKeys(plainKeys);
  if (!bundle) return { kind: 'refused', reason: 'damaged', where: 'client-keys' };

  await session.addStatements(statements);
  const missing = [...bundle.clientKeys].filter(
    ([docId]) => !union.view.erased.has(docId) && !keys.keyring.clientKeys.has(docId),
  );
  if (missing.length > 0) {
    await session.keyring.change((keyring) =>
      missing.reduce((grown, [docId, key]) => withClientKey(grown, docId, key), keyring),
    );
  }

  const erased = await erasedDocuments(union.view, bundle);
  let newBlobs = 0;
  let mustReopen = false;
  const changed: string[] = [];
  const refused: RefusedDocument[] = [];
  const entries = manifest.manifest.documents
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => !erased.has(entry.docId));
  for (const [done, { entry, index }] of entries.entries()) {
    signal?.throwIfAborted();
    const piece = await readPiece(keys, files, index, entry);
    const merged: DocumentMerged =
      piece.kind === 'piece'
        ? await mergeDocument(session, entry, piece.update)
        : { kind: 'refused', why: 'damaged' };
    // No room: the next one would find none either.
    if (merged.kind === 'not-saved') return { kind: 'refused', reason: 'not-saved' };
    if (merged.kind === 'refused') refused.push({ docId: entry.docId, why: merged.why });
    else {
      newBlobs += merged.newBlobs;
      mustReopen ||= merged.isMended && entry.docId === session.directoryId;
      if (merged.newBlobs > 0 || merged.isMended) changed.push(entry.docId);
    }
    onProgress?.(done + 1, entries.length);
  }
  await session.audit.noteWhenThereIsRoom('backup-merged');
  const documents = entries.length - refused.length;
  return { kind: 'merged', documents, newBlobs, docIds: changed, refused, mustReopen };
}

/** The roots that a registry grants to this device and it lacks; null if the one to write under is neither here nor granted. */
async function epochsUnder(view: RegistryView, keyring: Keyring): Promise<readonly EpochRoot[] | null> {
  const { id, x25519PublicKey, x25519Seed } = keyring.device;
  const pair = { seed: x25519Seed, publicKey: x25519PublicKey };
  const granted = await openGrants(view, { kind: 'device', id }, pair);
  const known = new Set(keyring.epochs.map((epoch) => epoch.id));
  const { currentEpoch } = view;
  const isHeld =
    granted.some((epoch) => epoch.id === currentEpoch?.id) || (currentEpoch && known.has(currentEpoch.id));
  return isHeld ? granted.filter((epoch) => !known.has(epoch.id)) : null;
}

type DocumentMerged =
  /** `isMended`: it was damaged or short here, and is not any more. */
  | { readonly kind: 'merged'; readonly newBlobs: number; readonly isMended: boolean }
  | { readonly kind: 'refused'; readonly why: RefusedDocument['why'] }
  | { readonly kind: 'not-saved' };

async function mergeDocument(
  session: VaultSession,
  { docId, head }: Manifest['documents'][number],
  update: Uint8Array,
): Promise<DocumentMerged> {
  const document = await session.openDocument(docId);
  try {
    if (document.health.damaged > 0) {
      const outcome = await session.replaceDamaged(docId, update);
      if (outcome === 'not-saved') return { kind: 'not-saved' };
      if (outcome === 'replaced') {
        await session.noteHolds(docId, [head]);
        return { kind: 'merged', newBlobs: 0, isMended: true };
      }
    }
    const taken = await document.takeIn(update);
    if (taken.kind === 'refused') return { kind: 'refused', why: taken.reason };
    if (taken.kind === 'not-saved' || document.status.kind === 'not-saved') return { kind: 'not-saved' };
    const isMended = await session.noteHolds(docId, [head, await document.head()]);
    return { kind: 'merged', newBlobs: taken.newBlobs, isMended };
  } finally {
    await session.release(document);
  }
}
