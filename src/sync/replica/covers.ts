// Does one inner document hold everything another one holds? (VAULT B6)
import * as Y from 'yjs';

/** True if `holder` has every edit and every deletion of `held`. State vectors alone would ignore deletions. */
export function covers(holder: Y.Doc, held: Y.Doc): boolean {
  const both = new Y.Doc();
  Y.applyUpdate(both, Y.encodeStateAsUpdate(holder));
  const before = Y.snapshot(both);
  Y.applyUpdate(both, Y.encodeStateAsUpdate(held));
  const isCovered = Y.equalSnapshots(before, Y.snapshot(both));
  both.destroy();
  return isCovered;
}

/** True if Yjs holds back structs or deletions because something before them is missing. */
export const isWaitingForMore = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
