import { parseDocId, type DocId } from '../vault/ids.ts';

/** For ids that records and screens hand in. Throws on anything that is not 32 hex digits: our bug. */
export function asDocId(id: string): DocId {
  const docId = parseDocId(id);
  if (!docId) throw new Error('not a document id');
  return docId;
}
