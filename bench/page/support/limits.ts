// What the same browser can do with the same bytes and no library between: the limits that the figures are held against. Each is
// made once and gives a function that runs it and says how many milliseconds it took.
import * as Y from 'yjs';
import { databaseWith, openDatabase, putStrictly, readAll } from './raw-database.ts';
import { newKey, open, seal } from './raw-seal.ts';
import { timed } from './timing.ts';

type Limit = () => Promise<number>;

/** Read packed sealed rows, open them, parse them; the database is open, as the vault's is. */
export async function packedRows(name: string, rows: readonly Uint8Array<ArrayBuffer>[]): Promise<Limit> {
  const key = await newKey();
  await databaseWith(name, await Promise.all(rows.map((row) => seal(key, row))));
  const db = await openDatabase(name, []);
  return () =>
    timed(async () => {
      const plain = await Promise.all((await readAll(db)).map((row) => open(key, row)));
      for (const one of plain) JSON.parse(new TextDecoder().decode(one));
    });
}

/** Open a database, read one sealed update, open it, apply it; the database is opened, as each document's is. */
export async function oneUpdate(entries: readonly unknown[]): Promise<Limit> {
  const made = new Y.Doc();
  made.transact(() => {
    for (const [index, entry] of entries.entries())
      made.getMap('entries').set(String(index).padStart(32, '0'), entry);
  });
  const key = await newKey();
  const name = 'limit-document';
  await databaseWith(name, [await seal(key, new Uint8Array(Y.encodeStateAsUpdate(made)))]);
  return async () => {
    const start = performance.now();
    const db = await openDatabase(name, []);
    const [row] = await readAll(db);
    if (!row) throw new Error('the row is gone');
    Y.applyUpdate(new Y.Doc(), new Uint8Array(await open(key, row)));
    const ms = performance.now() - start;
    db.close();
    return ms;
  };
}

/** One strict put of `size` random bytes into an open database. */
export async function strictPut(size: number): Promise<Limit> {
  const db = await openDatabase('limit-put', ['rows']);
  const bytes = crypto.getRandomValues(new Uint8Array(size));
  return () => timed(() => putStrictly(db, 'rows', bytes));
}
