import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { addRow, blobsOf, newDocId, rawRows, replaceRow, storeWithoutRetries } from './fake-disk.ts';

async function threeRows(): Promise<{ docId: string; rows: Uint8Array[] }> {
  const docId = newDocId();
  const log = await storeWithoutRetries().open(docId);
  for (const byte of [1, 2, 3]) {
    blobsOf(log).push([new Uint8Array(40).fill(byte)]);
    await log.settled();
  }
  await log.close();
  return { docId, rows: (await rawRows(docId)) as Uint8Array[] }; // as we have just written them
}

describe('damaged rows', () => {
  it('a row cut short is told with its key and bytes, and the others are there', async () => {
    const { docId, rows } = await threeRows();
    const cut = rows[2]?.slice(0, -4) ?? new Uint8Array();
    await replaceRow(docId, 3, cut);
    const log = await storeWithoutRetries().open(docId);
    expect(blobsOf(log).length).toBe(2);
    expect(log.damagedRows).toMatchObject([{ key: 3, bytes: cut }]);
    expect(log.isNew).toBe(false);
  });

  it('every possible cut of a row is noticed', async () => {
    const { docId, rows } = await threeRows();
    const row = rows[2] ?? new Uint8Array();
    for (let length = 0; length < row.length; length += 1) {
      await replaceRow(docId, 3, row.slice(0, length));
      const log = await storeWithoutRetries().open(docId);
      expect(log.damagedRows, `cut to ${length} bytes`).toHaveLength(1);
      expect(blobsOf(log).length).toBe(2);
      await log.close();
    }
  });

  it('a value that is not bytes is damage too', async () => {
    const { docId } = await threeRows();
    await replaceRow(docId, 2, 'not bytes');
    const log = await storeWithoutRetries().open(docId);
    expect(log.damagedRows).toEqual([{ key: 2, bytes: new Uint8Array(), reason: 'not bytes' }]);
  });

  it('a row that the browser itself cannot give back does not take the others with it', async () => {
    const { docId } = await threeRows();
    const unreadable = () => {
      const request = { error: new DOMException('a file is missing', 'NotReadableError'), onerror: vi.fn() };
      queueMicrotask(() => {
        request.onerror({ preventDefault: () => undefined });
      });
      return request as unknown as IDBRequest; // as far as our reader looks
    };
    const prototype = IDBObjectStore.prototype;
    const get = Object.getOwnPropertyDescriptor(prototype, 'get')?.value as IDBObjectStore['get'];
    vi.spyOn(prototype, 'getAll').mockImplementation(unreadable);
    vi.spyOn(prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      return key === 2 ? unreadable() : (get.call(this, key) as IDBRequest<unknown>);
    });
    const log = await storeWithoutRetries().open(docId);
    vi.restoreAllMocks();
    expect(log.damagedRows).toEqual([
      { key: 2, bytes: new Uint8Array(), reason: 'unreadable: NotReadableError' },
    ]);
    expect(blobsOf(log).toArray()).toEqual([new Uint8Array(40).fill(1)]);
    expect(log.outer.store.pendingStructs).not.toBeNull(); // the third waits for the second
    await log.close();
  });

  it('no flipped byte makes opening throw or hides a row without telling', async () => {
    const { docId, rows } = await threeRows();
    const row = rows[1] ?? new Uint8Array();
    const whole = Y.encodeStateAsUpdate((await storeWithoutRetries().open(docId)).outer);
    const flips = fc.record({ at: fc.nat(row.length - 1), mask: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(flips, async ({ at, mask }) => {
        const flipped = row.slice();
        flipped[at] = (flipped[at] ?? 0) ^ mask;
        await replaceRow(docId, 2, flipped);
        const log = await storeWithoutRetries().open(docId);
        // Told as damaged; or Yjs waits for something (B3's "incomplete"); or other content, which seals and head show.
        const isTold = log.damagedRows.length > 0;
        const isIncomplete = log.outer.store.pendingStructs !== null || log.outer.store.pendingDs !== null;
        const isOtherwise = Buffer.compare(Y.encodeStateAsUpdate(log.outer), whole) !== 0;
        expect(isTold || isIncomplete || isOtherwise).toBe(true);
        expect(blobsOf(log).toArray()).toContainEqual(new Uint8Array(40).fill(1));
        await log.close();
      }),
      { numRuns: 300 },
    );
  });

  it('nothing is trimmed while a damaged row stands, and edits are stored beside it', async () => {
    const { docId } = await threeRows();
    await replaceRow(docId, 1, new Uint8Array([9, 9, 9]));
    const log = await storeWithoutRetries().open(docId);
    blobsOf(log).push([new Uint8Array([4])]);
    expect(await log.settled()).toEqual({ kind: 'saved' });
    await log.trim();
    const rows = await rawRows(docId);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual(new Uint8Array([9, 9, 9]));
  });

  it('the provider’s own trim past 500 rows never runs, so a damaged row survives it', async () => {
    const docId = newDocId();
    const first = await storeWithoutRetries().open(docId);
    for (let n = 0; n < 498; n += 1) blobsOf(first).push([new Uint8Array([n & 255])]);
    await first.close();
    await addRow(docId, new Uint8Array([9, 9, 9]));
    const log = await storeWithoutRetries().open(docId);
    for (let n = 0; n < 10; n += 1) blobsOf(log).push([new Uint8Array([n])]);
    await log.settled();
    await new Promise((resolve) => setTimeout(resolve, 1_300)); // the provider would wait one second
    expect(await rawRows(docId)).toHaveLength(509);
    await log.close();
  });

  it('rows that another writer adds between opening and the first edit are read in', async () => {
    const { docId } = await threeRows();
    const store = storeWithoutRetries();
    const [one, two] = [await store.open(docId), await store.open(docId)];
    blobsOf(one).push([new Uint8Array([4])]);
    await one.settled();
    blobsOf(two).push([new Uint8Array([5])]);
    await two.settled();
    expect(blobsOf(two).length).toBe(5);
    expect(await two.trim()).toEqual({ kind: 'saved' });
    await Promise.all([one.close(), two.close()]);
    expect(blobsOf(await store.open(docId)).length).toBe(5);
  });

  it('a trim takes in what another writer stored since, before it deletes it', async () => {
    const { docId } = await threeRows();
    const store = storeWithoutRetries();
    const [one, two] = [await store.open(docId), await store.open(docId)];
    blobsOf(two).push([new Uint8Array([5])]);
    await two.settled();
    for (let n = 0; n < 5; n += 1) blobsOf(one).push([new Uint8Array([n])]);
    await one.settled();
    expect(await two.trim()).toEqual({ kind: 'saved' });
    await Promise.all([one.close(), two.close()]);
    expect(blobsOf(await store.open(docId)).length).toBe(9);
  });

  it('a damaged row that another writer leaves before the first edit does not stop saving', async () => {
    const { docId } = await threeRows();
    const unheard: unknown[] = [];
    const hear = (error: unknown) => unheard.push(error);
    process.on('unhandledRejection', hear);
    const log = await storeWithoutRetries().open(docId);
    await addRow(docId, new Uint8Array([255, 255, 255, 255, 255]));
    blobsOf(log).push([new Uint8Array([4])]);
    expect((await log.settled()).kind).toBe('not-saved');
    expect(await log.retry()).toEqual({ kind: 'saved' });
    expect(log.damagedRows).toHaveLength(1);
    await log.close();
    process.removeListener('unhandledRejection', hear);
    const again = await storeWithoutRetries().open(docId);
    expect(blobsOf(again).length).toBe(4);
    expect(again.damagedRows).toHaveLength(1);
  });
});
