import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { databaseNameOf } from '../../../src/sync/store/document-database.ts';
import { IndexeddbDocumentStore } from '../../../src/sync/store/indexeddb-document-store.ts';
import {
  abortAdds,
  blobsOf,
  newDocId,
  rawRows,
  scheduleByHand,
  statusesOf,
  storeWithoutRetries,
  watchConnections,
} from './fake-disk.ts';

const byte = (value: number) => [new Uint8Array([value])];
const stored = async (docId: string) => blobsOf(await storeWithoutRetries().open(docId)).length;
const undo: (() => void)[] = [];
const undoing = (step: () => void) => {
  undo.push(step);
  return step;
};
const watched = () => {
  const connections = watchConnections();
  undo.push(connections.stop);
  return connections;
};
/** A document with one blob, closed again. */
const aDocument = async (): Promise<string> => {
  const docId = newDocId();
  const log = await storeWithoutRetries().open(docId);
  blobsOf(log).push(byte(1));
  await log.close();
  return docId;
};
/** A new document whose retries the test sets off. */
const openByHand = async () => {
  const [docId, hand] = [newDocId(), scheduleByHand()];
  return { docId, hand, log: await new IndexeddbDocumentStore(hand.schedule).open(docId) };
};
const deleted = (docId: string): Promise<unknown> =>
  new Promise((resolve) => {
    indexedDB.deleteDatabase(databaseNameOf(docId)).onsuccess = resolve;
  });
/** Until the browser's events have come through. */
const aMoment = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 5));
afterEach(() => {
  for (const step of undo.splice(0)) step();
  vi.restoreAllMocks();
});

describe('an aborted write', () => {
  it('is not saved until a full state has committed, whatever is written after it', async () => {
    const docId = newDocId();
    const log = await storeWithoutRetries().open(docId);
    const statuses = statusesOf(log);
    blobsOf(log).push(byte(1));
    await log.settled();
    const restore = undoing(abortAdds(1));
    expect(() => blobsOf(log).push(byte(2))).not.toThrow();
    expect(await log.settled()).toEqual({ kind: 'not-saved', reason: 'aborted' });
    restore();
    blobsOf(log).push(byte(3));
    expect(await log.settled()).toEqual({ kind: 'not-saved', reason: 'aborted' });
    expect(await log.retry()).toEqual({ kind: 'saved' });
    expect(statuses).toEqual(['saving', 'saved', 'saving', 'not-saved/aborted', 'saving', 'saved']);
    await log.close();
    expect(await stored(docId)).toBe(3);
  });

  it('at the very first edit loses nothing of what was typed meanwhile', async () => {
    const docId = newDocId();
    const log = await storeWithoutRetries().open(docId);
    const restore = undoing(abortAdds(1));
    blobsOf(log).push(byte(1));
    blobsOf(log).push(byte(2));
    expect((await log.settled()).kind).toBe('not-saved');
    restore();
    blobsOf(log).push(byte(3));
    expect(await log.retry()).toEqual({ kind: 'saved' });
    blobsOf(log).push(byte(4));
    expect(await log.settled()).toEqual({ kind: 'saved' });
    await log.close();
    expect(await stored(docId)).toBe(4);
  });

  it('for want of space says so, and is tried again ever more slowly', async () => {
    const { docId, hand, log } = await openByHand();
    const restore = undoing(abortAdds(Infinity, 'QuotaExceededError'));
    blobsOf(log).push(byte(1));
    expect(await log.settled()).toEqual({ kind: 'not-saved', reason: 'quota' });
    await vi.waitFor(() => expect(hand.delaysMs).toEqual([2_000]));
    hand.runAll();
    await vi.waitFor(() => expect(hand.delaysMs).toEqual([10_000]));
    restore();
    hand.runAll();
    await vi.waitFor(() => expect(log.status).toEqual({ kind: 'saved' }));
    await log.close();
    expect(await stored(docId)).toBe(1);
  });

  it('during a trim leaves every row where it was', async () => {
    const docId = newDocId();
    const log = await storeWithoutRetries().open(docId);
    for (const value of [1, 2, 3]) {
      blobsOf(log).push(byte(value));
      await log.settled();
    }
    const restore = undoing(abortAdds(1));
    expect(await log.trim()).toEqual({ kind: 'not-saved', reason: 'aborted' });
    restore();
    expect(await rawRows(docId)).toHaveLength(3);
    expect(await log.trim()).toEqual({ kind: 'not-saved', reason: 'aborted' });
    expect(await log.retry()).toEqual({ kind: 'saved' });
    expect(await log.trim()).toEqual({ kind: 'saved' });
    expect(await rawRows(docId)).toHaveLength(1);
    await log.close();
    expect(await stored(docId)).toBe(3);
  });
});

describe('a database that the browser closes', () => {
  it('in the middle of typing never throws into the edit, and is opened again by itself without loss', async () => {
    const connections = watched();
    const { docId, hand, log } = await openByHand();
    for (const value of [1, 2, 3]) blobsOf(log).push(byte(value));
    await log.settled();
    blobsOf(log).push(byte(4));
    connections.closeByBrowser();
    for (const value of [5, 6]) expect(() => blobsOf(log).push(byte(value))).not.toThrow();
    await vi.waitFor(() => expect(log.status).toEqual({ kind: 'not-saved', reason: 'closed' }));
    expect(hand.delaysMs).toEqual([0]);
    blobsOf(log).push(byte(7));
    hand.runAll();
    await vi.waitFor(() => expect(log.status).toEqual({ kind: 'saved' }));
    blobsOf(log).push(byte(8));
    expect(await log.settled()).toEqual({ kind: 'saved' });
    await log.close();
    expect(await stored(docId)).toBe(8);
  });

  it('again and again is not opened in a tight loop', async () => {
    const connections = watched();
    const { hand, log } = await openByHand();
    blobsOf(log).push(byte(1));
    await log.settled();
    const delaysMs: (number | undefined)[] = [];
    for (let round = 0; round < 4; round += 1) {
      connections.closeByBrowser();
      await vi.waitFor(() => expect(hand.delaysMs).toHaveLength(1));
      delaysMs.push(hand.delaysMs[0]);
      hand.runAll();
      await vi.waitFor(() => expect(log.status).toEqual({ kind: 'saved' }));
    }
    expect(delaysMs).toEqual([0, 500, 5_000, 30_000]);
    await log.close();
  });

  it('while nothing had been edited is noticed: the next edit writes everything again', async () => {
    const docId = await aDocument();
    const connections = watched();
    const log = await storeWithoutRetries().open(docId);
    connections.closeByBrowser();
    await aMoment();
    await deleted(docId);
    blobsOf(log).push(byte(2));
    expect(await log.settled()).toEqual({ kind: 'saved' });
    await log.close();
    expect(await stored(docId)).toBe(2);
  });

  it('and whose place another one has taken since gets the whole state with the next edit', async () => {
    const docId = await aDocument();
    const connections = watched();
    const log = await storeWithoutRetries().open(docId);
    connections.closeByBrowser();
    await aMoment();
    await storeWithoutRetries().remove(docId);
    const other = new Y.Doc();
    other.getArray('blobs').push(byte(9));
    await storeWithoutRetries().create(docId, Y.encodeStateAsUpdate(other));
    blobsOf(log).push(byte(2));
    expect(await log.settled()).toEqual({ kind: 'saved' });
    await log.close();
    const again = await storeWithoutRetries().open(docId);
    expect(again.outer.store.pendingStructs).toBeNull();
    expect(blobsOf(again).toArray()).toEqual(expect.arrayContaining([...byte(1), ...byte(2), ...byte(9)]));
  });

  it('because somebody deletes it stays closed until the person asks', async () => {
    const { docId, hand, log } = await openByHand();
    blobsOf(log).push(byte(1));
    await log.settled();
    await deleted(docId);
    expect(log.status).toEqual({ kind: 'not-saved', reason: 'closed' });
    blobsOf(log).push(byte(2));
    expect(hand.delaysMs).toEqual([]);
    expect(await storeWithoutRetries().list()).not.toContain(docId);
    expect(await log.retry()).toEqual({ kind: 'saved' });
    await log.close();
    expect(await stored(docId)).toBe(2);
  });
});

describe('a database that does not open', () => {
  const refuse = (name: string) => {
    const spy = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', name);
    });
    return () => spy.mockRestore();
  };

  it('is a status and not a throw, and what is there comes with a later try', async () => {
    const docId = await aDocument();
    const restore = refuse('UnknownError');
    const log = await storeWithoutRetries().open(docId);
    expect(log.status).toEqual({ kind: 'not-saved', reason: 'cannot-open' });
    expect(log.isNew).toBe(false);
    blobsOf(log).push(byte(2));
    expect(await log.retry()).toEqual({ kind: 'not-saved', reason: 'cannot-open' });
    restore();
    expect(await log.retry()).toEqual({ kind: 'saved' });
    expect(blobsOf(log).length).toBe(2);
    await log.close();
    expect(await stored(docId)).toBe(2);
  });

  it('for want of space, at the first edit of a new document, keeps the edit for later', async () => {
    const docId = newDocId();
    const log = await storeWithoutRetries().open(docId);
    const restore = refuse('QuotaExceededError');
    blobsOf(log).push(byte(1));
    expect(await log.settled()).toEqual({ kind: 'not-saved', reason: 'quota' });
    restore();
    expect(await log.retry()).toEqual({ kind: 'saved' });
    await log.close();
    expect(await stored(docId)).toBe(1);
  });

  it('makes an import fail with its reason and leaves nothing half-made', async () => {
    const docId = newDocId();
    const restore = undoing(abortAdds(1, 'QuotaExceededError'));
    const update = Y.encodeStateAsUpdate(new Y.Doc());
    expect(await storeWithoutRetries().create(docId, update)).toEqual({ kind: 'not-saved', reason: 'quota' });
    restore();
    expect(await storeWithoutRetries().list()).not.toContain(docId);
  });
});

describe('reading only', () => {
  it('begins no writing transaction and makes no database', async () => {
    const docId = newDocId();
    const store = storeWithoutRetries();
    const first = await store.open(docId);
    blobsOf(first).push(byte(1));
    await first.close();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const log = await store.open(docId);
    await log.settled();
    await log.close();
    await (await store.open(newDocId())).close();
    const modes = transaction.mock.calls.map(([, mode]) => mode);
    expect(modes).toContain('readonly');
    expect(modes).not.toContain('readwrite');
    transaction.mockRestore();
    expect(await rawRows(docId)).toHaveLength(1);
  });
});

describe('every writing transaction', () => {
  it('asks for strict durability: first edit, later edits, trim, retry, import', async () => {
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const store = storeWithoutRetries();
    const docId = newDocId();
    const log = await store.open(docId);
    blobsOf(log).push(byte(1));
    await log.settled();
    blobsOf(log).push(byte(2));
    await log.settled();
    await log.trim();
    const restore = undoing(abortAdds(1));
    blobsOf(log).push(byte(3));
    await log.settled();
    restore();
    await log.retry();
    await store.create(newDocId(), Y.encodeStateAsUpdate(new Y.Doc()));
    const writing = begin.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writing.length).toBeGreaterThanOrEqual(6);
    for (const [, , options] of writing) expect(options).toEqual({ durability: 'strict' });
    await log.close();
  });
});
