// One document of a backup, written over what lies here under its id, before a vault is opened (K3). Nothing is written over that
// was not read, and whatever is damaged or missing here is set aside first, as an opening would have done (B3).
import * as Y from 'yjs';
import type { DocumentLog, NotSavedReason } from '../store/document-store.ts';
import { headOf } from '../store/head.ts';
import { bytesEqual } from '../vault/bytes.ts';
import type { DocumentRef } from '../vault/content-keys.ts';
import { addMissing } from './mend-document.ts';
import type { Quarantine, SetAside } from './quarantine.ts';
import type { VaultPorts } from './vault-ports.ts';

export interface JoinDeps extends Pick<VaultPorts, 'documents' | 'tables'> {
  readonly quarantine: Quarantine;
  /** Documents that were marked dirty before the restore began: their heads count for nothing. */
  readonly wereDirty: ReadonlySet<string>;
}

/** A state of the document, and the head that it had where it was written down. */
export interface BackedUp {
  readonly update: Uint8Array;
  readonly head: Uint8Array;
}

/** Null when the joined state is saved; else why not. */
export async function joinDocument(
  deps: JoinDeps,
  ref: DocumentRef,
  backup: BackedUp,
): Promise<NotSavedReason | null> {
  const { documents, quarantine } = deps;
  const log = await documents.open(ref.docId);
  const { isNew, isRead, status } = log;
  const trouble = isRead ? await troubleHere(deps, log, backup.head) : [];
  const here = Y.encodeStateAsUpdate(log.outer);
  await log.close();
  if (!isRead) return status.kind === 'not-saved' ? status.reason : 'cannot-open';
  const unkept = await quarantine.keep(ref, trouble);
  if (unkept !== null) return unkept;
  const written = await documents.replace(
    ref.docId,
    isNew ? backup.update : await joined(backup.update, here),
  );
  return written.kind === 'not-saved' ? written.reason : null;
}

/** What an opening would have found; a head that the backup holds is not missing any more. */
async function troubleHere(
  { tables, wereDirty }: JoinDeps,
  { docId, outer, damagedRows }: DocumentLog,
  backedUp: Uint8Array,
): Promise<readonly SetAside[]> {
  const rows: SetAside[] = damagedRows.map(({ bytes }) => ({ docId, reason: 'damaged-row', bytes }));
  const head = wereDirty.has(docId) ? null : await tables.readHead(docId);
  const isHeld = head === null || bytesEqual(head, backedUp) || bytesEqual(head, await headOf(outer));
  return isHeld ? rows : [...rows, { docId, reason: 'missing', bytes: head }];
}

/**
 * The backup's state goes first: where a blob is damaged here, its good twin has the same Yjs id and the first one wins. A deletion
 * that was made here takes nothing of the backup's along: the snapshot that it was made for may be what is damaged.
 */
async function joined(backup: Uint8Array, here: Uint8Array): Promise<Uint8Array> {
  const outer = new Y.Doc();
  Y.applyUpdate(outer, backup);
  const ofBackup = outer.getArray<Uint8Array>('blobs').toArray();
  Y.applyUpdate(outer, here);
  await addMissing(outer, ofBackup);
  return Y.encodeStateAsUpdate(outer);
}
