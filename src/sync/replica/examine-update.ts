// An outer update from outside, looked at before anything of it is applied: every new blob is decoded, its signature and tag are
// checked (VAULT B4), and what a deletion would lose is found (B6).
import * as Y from 'yjs';
import { sha256 } from '../vault/bytes.ts';
import { toHex } from '../vault/text.ts';
import { covers } from './covers.ts';
import type { DocumentSealer } from './document-sealer.ts';

export type Examination =
  | { readonly kind: 'refused'; readonly reason: 'not-an-update' | 'bad-blob' }
  /** `wouldLose`: our inner state, if the update deletes blobs of ours and what remains does not cover them. */
  | { readonly kind: 'fine'; readonly newBlobs: number; readonly wouldLose: Uint8Array | null };

/** `isApplied` tells which of our own blobs could be opened. */
export async function examineUpdate(
  outer: Y.Doc,
  update: Uint8Array,
  sealer: DocumentSealer,
  isApplied: (blob: Uint8Array) => boolean,
): Promise<Examination> {
  const trial = new Y.Doc();
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(outer));
  try {
    Y.applyUpdate(trial, update);
  } catch {
    // Yjs throws whatever its decoder met; all of it means the same.
    return { kind: 'refused', reason: 'not-an-update' };
  }
  const here = outer.getArray<Uint8Array>('blobs').toArray();
  const after = trial.getArray<unknown>('blobs').toArray();
  if (!after.every((blob) => blob instanceof Uint8Array)) return { kind: 'refused', reason: 'not-an-update' };

  const [hereByHash, afterByHash] = await Promise.all([byHash(here), byHash(after)]);
  let newBlobs = 0;
  for (const [hash, blob] of afterByHash) {
    if (hereByHash.has(hash)) continue;
    newBlobs += 1;
    const opened = await sealer.open(blob, { checkSignature: true });
    if (opened.kind === 'damaged') return { kind: 'refused', reason: 'bad-blob' };
  }
  const deletesOurs = [...hereByHash].some(([hash, blob]) => isApplied(blob) && !afterByHash.has(hash));
  if (!deletesOurs) return { kind: 'fine', newBlobs, wouldLose: null };
  const [before, survivors] = await Promise.all([
    innerOf(here.filter(isApplied), sealer),
    innerOf(after, sealer),
  ]);
  const wouldLose = covers(survivors, before) ? null : Y.encodeStateAsUpdate(before);
  return { kind: 'fine', newBlobs, wouldLose };
}

async function innerOf(blobs: readonly Uint8Array[], sealer: DocumentSealer): Promise<Y.Doc> {
  const inner = new Y.Doc();
  for (const blob of blobs) {
    const opened = await sealer.open(blob, { checkSignature: false });
    if (opened.kind === 'edits' || opened.kind === 'snapshot') Y.applyUpdate(inner, opened.update);
  }
  return inner;
}

/** By content: a second document hands out other objects for the same bytes. */
async function byHash(blobs: readonly Uint8Array[]): Promise<Map<string, Uint8Array>> {
  const hashes = await Promise.all(blobs.map(async (blob) => toHex(await sha256(blob))));
  return new Map(blobs.map((blob, index) => [hashes[index] ?? '', blob]));
}
