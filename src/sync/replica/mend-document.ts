// What goes into the place of a damaged document (VAULT B5): a whole state that came from elsewhere, and everything that lies
// here intact. Blobs are put beside each other and not merged: a deletion that was made here (a compaction, whose snapshot is
// what got damaged) must not reach the whole one, and a blob that Yjs holds back here needs no place in the old order.
import * as Y from 'yjs';
import { sha256 } from '../vault/bytes.ts';
import { isCovered } from '../vault/snapshot-cover.ts';
import { toHex } from '../vault/text.ts';
import type { DocumentSealer } from './document-sealer.ts';
import type { OpenDocument } from './open-document.ts';
import type { SetAside } from './quarantine.ts';

/** The outer document of an update from outside in which every blob opens; null if it is none. */
export async function wholeOuter(update: Uint8Array, sealer: DocumentSealer): Promise<Y.Doc | null> {
  const outer = new Y.Doc();
  try {
    Y.applyUpdate(outer, update);
  } catch {
    // Yjs throws whatever its decoder met; all of it means that this is no document.
    return null;
  }
  for (const blob of outer.getArray<unknown>('blobs')) {
    if (!(blob instanceof Uint8Array)) return null;
    if ((await sealer.open(blob, { checkSignature: true })).kind === 'damaged') return null;
  }
  return outer;
}

/** Every blob that an outer update carries, also those that Yjs cannot place because something before them is missing. */
const blobsIn = (update: Uint8Array): readonly Uint8Array[] =>
  Y.decodeUpdate(update).structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentBinary ? [struct.content.content] : [],
  );

export interface UnopenedBlobs {
  /** Intact, but late, or behind something that is missing. */
  readonly intact: readonly Uint8Array[];
  readonly damaged: readonly SetAside[];
}

/** The blobs of a document whose content its inner one does not hold. */
export async function unopenedBlobs(document: OpenDocument, sealer: DocumentSealer): Promise<UnopenedBlobs> {
  const intact: Uint8Array[] = [];
  const damaged: SetAside[] = [];
  const cover = document.cover();
  for (const bytes of blobsIn(document.encodeOuter())) {
    const opened = await sealer.open(bytes, { checkSignature: true });
    if (opened.kind === 'damaged') damaged.push({ docId: document.docId, reason: opened.reason, bytes });
    else if (opened.kind === 'late' || !isCovered(cover, opened.position)) intact.push(bytes);
  }
  return { intact, damaged };
}

/** Adds to the blobs of an outer document those that it does not hold yet. */
export async function addMissing(outer: Y.Doc, blobs: readonly Uint8Array[]): Promise<void> {
  const known = outer.getArray<Uint8Array>('blobs');
  const names = new Set(await Promise.all(known.map(nameOf)));
  const namesOfBlobs = await Promise.all(blobs.map(nameOf));
  known.push(blobs.filter((_, index) => !names.has(namesOfBlobs[index] ?? '')));
}

const nameOf = async (blob: Uint8Array): Promise<string> => toHex(await sha256(blob));
