// A restored store's signatures are checked as it arrives (VAULT B3): a blob that no device of the vault signed is set aside
// here, and that row is the mark by which every later opening checks it again instead of believing it.
import * as Y from 'yjs';
import type { NotSavedReason } from '../store/document-store.ts';
import type { DocumentRef } from '../vault/content-keys.ts';
import type { Quarantine, SetAside } from './quarantine.ts';
import type { UnlockedKeys } from './unlocked-keys.ts';

/** `update`: an outer document, to be called before it is written. Null if every mark is kept; else why not. */
export async function markUntrusted(
  keys: UnlockedKeys,
  quarantine: Quarantine,
  ref: DocumentRef,
  update: Uint8Array,
): Promise<NotSavedReason | null> {
  const sealer = keys.sealerFor(ref);
  const outer = new Y.Doc();
  Y.applyUpdate(outer, update);
  const rows: SetAside[] = [];
  for (const bytes of outer.getArray<Uint8Array>('blobs')) {
    const reason = await sealer.signatureTrouble(bytes);
    if (reason) rows.push({ docId: ref.docId, reason, bytes });
  }
  outer.destroy();
  return rows.length === 0 ? null : quarantine.keep(ref, rows);
}
