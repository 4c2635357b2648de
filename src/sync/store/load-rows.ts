// Our own loader (VAULT B3): y-indexeddb applies all rows in one go, and one flipped byte makes the whole load throw or
// blobs vanish. Here each row is read, decoded and applied on its own account; what fails is kept and shown.
import * as Y from 'yjs';
import { answered, updatesTable } from './document-database.ts';
import type { DamagedRow } from './document-store.ts';
import { errorName, StoreFailure } from './store-failure.ts';

/** Origin of transactions that come from the disk: they are not written again. */
export const fromDisk = Symbol('rows from disk');

interface StoredRow {
  readonly key: number;
  readonly value: unknown;
}

export interface LoadedRows {
  /** Updates that decode, in the order of their keys. */
  readonly good: readonly { readonly key: number; readonly update: Uint8Array }[];
  readonly damaged: readonly DamagedRow[];
  /** The highest key seen, 0 if there is none. */
  readonly lastKey: number;
}

/** Reads the rows with a key above `afterKey`. Writes nothing. */
export async function loadRows(db: IDBDatabase, afterKey: number): Promise<LoadedRows> {
  const rows = await readRows(db, afterKey);
  const good: { key: number; update: Uint8Array }[] = [];
  const damaged: DamagedRow[] = [];
  for (const { key, value } of rows) {
    if (!(value instanceof Uint8Array)) {
      damaged.push({
        key,
        bytes: new Uint8Array(),
        reason: value instanceof Unreadable ? value.why : 'not bytes',
      });
      continue;
    }
    const fault = decodingFault(value);
    if (fault === null) good.push({ key, update: value });
    else damaged.push({ key, bytes: value, reason: fault });
  }
  return { good, damaged, lastKey: rows.at(-1)?.key ?? 0 };
}

const causeOf = (error: unknown): unknown => (error instanceof StoreFailure ? error.cause : error);

/** A row whose value the browser itself cannot give back (a lost file of its own). */
class Unreadable {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

async function readRows(db: IDBDatabase, afterKey: number): Promise<readonly StoredRow[]> {
  const range = IDBKeyRange.lowerBound(afterKey, true);
  const table = () => db.transaction(updatesTable, 'readonly').objectStore(updatesTable);
  const together = table();
  const reading = Promise.allSettled([
    answered(together.getAllKeys(range)),
    answered(together.getAll(range)),
  ]);
  const [keys, values] = await reading;
  if (keys.status === 'rejected') throw keys.reason;
  const numbers = keys.value.filter((key): key is number => typeof key === 'number');
  if (values.status === 'fulfilled' && values.value.length === numbers.length)
    return numbers.map((key, at): StoredRow => ({ key, value: values.value[at] as unknown }));

  const rows: StoredRow[] = [];
  for (const key of numbers) {
    const value: unknown = await answered<unknown>(table().get(key)).catch(
      (error: unknown) => new Unreadable(`unreadable: ${errorName(causeOf(error))}`),
    );
    rows.push({ key, value });
  }
  return rows;
}

function decodingFault(update: Uint8Array): string | null {
  try {
    Y.decodeUpdate(update);
    return null;
  } catch (error) {
    return `does not decode: ${errorName(error)}`;
  }
}

export interface BuiltDocument {
  readonly outer: Y.Doc;
  readonly damaged: readonly DamagedRow[];
}

/** A new document holding every row that applies; those that throw although they decode come back as damaged. */
export function buildOuter(loaded: LoadedRows): BuiltDocument {
  const outer = new Y.Doc();
  try {
    applyTogether(outer, loaded.good);
    return { outer, damaged: loaded.damaged };
  } catch {
    // Which row it was is found by the slow way; the half-filled document is dropped.
    return buildRowByRow(loaded);
  }
}

/** Rows from another writer, into a document that is in use: tried on a copy first, because a throw leaves half a row. */
export function takeInRows(outer: Y.Doc, loaded: LoadedRows): readonly DamagedRow[] {
  if (loaded.good.length === 0) return loaded.damaged;
  const state = { key: 0, update: Y.encodeStateAsUpdate(outer) };
  const { damaged } = buildOuter({ ...loaded, good: [state, ...loaded.good] });
  const bad = new Set(damaged.map((row) => row.key));
  applyTogether(
    outer,
    loaded.good.filter((row) => !bad.has(row.key)),
  );
  return damaged;
}

const applyTogether = (doc: Y.Doc, rows: LoadedRows['good']): void => {
  doc.transact(() => {
    for (const { update } of rows) Y.applyUpdate(doc, update, fromDisk);
  }, fromDisk);
};

function buildRowByRow(loaded: LoadedRows): BuiltDocument {
  const accepted: { key: number; update: Uint8Array }[] = [];
  const damaged: DamagedRow[] = [];
  let outer = new Y.Doc();
  for (const row of loaded.good) {
    try {
      applyTogether(outer, [row]);
      accepted.push(row);
    } catch (error) {
      damaged.push({ key: row.key, bytes: row.update, reason: `does not apply: ${errorName(error)}` });
      // The throw may have left half of the row behind.
      outer = new Y.Doc();
      applyTogether(outer, accepted);
    }
  }
  return { outer, damaged: [...loaded.damaged, ...damaged].sort((a, b) => a.key - b.key) };
}
