// Two devices of one vault, for tests of what is left when both changed something.
import * as Y from 'yjs';

export function exchange(a: Y.Doc, b: Y.Doc): void {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, fromB);
  Y.applyUpdate(b, fromA);
}

/** Both hold what `begin` wrote. */
export function twoDevices(begin: (doc: Y.Doc) => void): readonly [Y.Doc, Y.Doc] {
  const [office, tablet] = [new Y.Doc(), new Y.Doc()];
  begin(office);
  exchange(office, tablet);
  return [office, tablet];
}

/** Numbered instead of random: the first id is 000…01. */
export function countedRandom(): (length: number) => Uint8Array {
  let next = 0;
  return (length) => {
    next += 1;
    return new Uint8Array(length).fill(0).with(length - 1, next);
  };
}
