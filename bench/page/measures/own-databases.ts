import { openDatabase, putStrictly } from '../support/raw-database.ts';
import { timed } from '../support/timing.ts';

const mostRandomAtOnce = 65_536;

function randomBytes(size: number): Uint8Array {
  const filled = new Uint8Array(size);
  for (let at = 0; at < size; at += mostRandomAtOnce)
    crypto.getRandomValues(filled.subarray(at, Math.min(size, at + mostRandomAtOnce)));
  return filled;
}

/** The limit of an import: one strict put of each size, each in a database of its own, eight at a time. In ms. */
export async function putEachInItsOwnDatabase(sizes: readonly number[]): Promise<number> {
  const queue = sizes.map(randomBytes).entries();
  const lane = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const [index, value] = next.value;
      const db = await openDatabase(`limit-own-${String(index)}`, ['updates', 'custom']);
      await putStrictly(db, 'updates', value);
      db.close();
    }
  };
  return timed(() => Promise.all(Array.from({ length: 8 }, lane)));
}
