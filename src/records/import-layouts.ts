// How a table with these very columns was read the last time, so that the next one is read in the same way. It lies in the
// directory, sealed like everything there, and holds roles and choices: never a row of a file, never a client's code.
import type * as Y from 'yjs';

const layoutsOf = (doc: Y.Doc): Y.Map<object> => doc.getMap<object>('import-layouts');

/** As it was written, to be checked by the reader; null when no table of this layout was imported yet. */
export const readImportLayout = (doc: Y.Doc, signature: string): unknown =>
  layoutsOf(doc).get(signature) ?? null;

/** @param layout plain JSON */
export const writeImportLayout = (doc: Y.Doc, signature: string, layout: object): void => {
  const known = layoutsOf(doc).get(signature);
  if (JSON.stringify(known) !== JSON.stringify(layout)) layoutsOf(doc).set(signature, layout);
};
