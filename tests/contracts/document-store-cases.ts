import * as Y from 'yjs';
import type { DocumentLog, DocumentStore } from '../../src/sync/store/document-store.ts';
import { headOf } from '../../src/sync/store/head.ts';
import { isTrue, rejects, same, type ContractCase } from './contract-case.ts';

export interface DocumentStoreSubject {
  readonly store: DocumentStore;
  /** Document ids nobody used before, so that cases do not meet. */
  readonly newDocId: () => string;
}

const blobsOf = (log: DocumentLog): Y.Array<Uint8Array> => log.outer.getArray<Uint8Array>('blobs');
const blob = (...bytes: number[]): Uint8Array => new Uint8Array(bytes);
const saved = { kind: 'saved' };

/** What every place for documents keeps, whatever it is made of. */
export const documentStoreCases: readonly ContractCase<DocumentStoreSubject>[] = [
  {
    name: 'a document nobody wrote is new, empty, saved, and stays out of the list when it is only looked at',
    run: async ({ store, newDocId }) => {
      const docId = newDocId();
      const log = await store.open(docId);
      same(log.isNew, true, 'isNew');
      same(log.docId, docId, 'docId');
      same(blobsOf(log).length, 0, 'blobs');
      same(log.status, saved, 'status');
      same(await log.settled(), saved, 'settled');
      await log.close();
      same((await store.list()).includes(docId), false, 'listed');
      same((await store.open(docId)).isNew, true, 'isNew after looking');
    },
  },
  {
    name: 'what was pushed is there after closing and opening, with the same head',
    run: async ({ store, newDocId }) => {
      const docId = newDocId();
      const log = await store.open(docId);
      for (let n = 0; n < 5; n += 1) blobsOf(log).push([blob(n, n + 1)]);
      blobsOf(log).delete(1, 2);
      same(await log.settled(), saved, 'settled');
      const head = await headOf(log.outer);
      await log.close();

      const again = await store.open(docId);
      same(again.isNew, false, 'isNew');
      same(blobsOf(again).toArray(), [blob(0, 1), blob(3, 4), blob(4, 5)], 'blobs');
      same(await headOf(again.outer), head, 'head');
      same(again.damagedRows, [], 'damaged rows');
      await again.close();
    },
  },
  {
    name: 'edits of a second opening are added to those of the first',
    run: async ({ store, newDocId }) => {
      const docId = newDocId();
      for (let n = 0; n < 4; n += 1) {
        const log = await store.open(docId);
        same(blobsOf(log).length, n, 'blobs at opening');
        blobsOf(log).push([blob(n)]);
        await log.close();
      }
      same(blobsOf(await store.open(docId)).toArray(), [blob(0), blob(1), blob(2), blob(3)], 'blobs');
    },
  },
  {
    name: 'closing waits for what was just pushed',
    run: async ({ store, newDocId }) => {
      const docId = newDocId();
      const log = await store.open(docId);
      blobsOf(log).push([blob(7)]);
      await log.close();
      same(blobsOf(await store.open(docId)).toArray(), [blob(7)], 'blobs');
    },
  },
  {
    name: 'two documents at a time do not mix',
    run: async ({ store, newDocId }) => {
      const ids = [newDocId(), newDocId()] as const;
      const logs = await Promise.all(ids.map((id) => store.open(id)));
      for (let n = 0; n < 20; n += 1) logs.forEach((log, at) => blobsOf(log).push([blob(at, n)]));
      await Promise.all(logs.map((log) => log.close()));
      for (const [at, id] of ids.entries()) {
        const log = await store.open(id);
        same(
          blobsOf(log).toArray(),
          Array.from({ length: 20 }, (_, n) => blob(at, n)),
          `blobs of ${at}`,
        );
      }
    },
  },
  {
    name: 'trimming keeps everything and later edits are stored as before',
    run: async ({ store, newDocId }) => {
      const docId = newDocId();
      const log = await store.open(docId);
      for (let n = 0; n < 30; n += 1) blobsOf(log).push([blob(n)]);
      blobsOf(log).delete(0, 25);
      await log.settled();
      const head = await headOf(log.outer);
      same(await log.trim(), saved, 'trim');
      same(await headOf(log.outer), head, 'head after trim');
      await log.close();

      const again = await store.open(docId);
      same(await headOf(again.outer), head, 'head after opening');
      blobsOf(again).push([blob(99)]);
      same(await again.trim(), saved, 'trim at once after an edit');
      await again.close();
      same(blobsOf(await store.open(docId)).length, 6, 'blobs');
    },
  },
  {
    name: 'a document that was only opened can be trimmed',
    run: async ({ store, newDocId }) => {
      const docId = newDocId();
      const log = await store.open(docId);
      blobsOf(log).push([blob(1)]);
      blobsOf(log).push([blob(2)]);
      await log.close();
      const again = await store.open(docId);
      same(await again.trim(), saved, 'trim');
      await again.close();
      same(blobsOf(await store.open(docId)).toArray(), [blob(1), blob(2)], 'blobs');
    },
  },
  {
    name: 'an update that came from elsewhere is stored like an edit',
    run: async ({ store, newDocId }) => {
      const docId = newDocId();
      const elsewhere = new Y.Doc();
      elsewhere.getArray('blobs').push([blob(5)]);
      const log = await store.open(docId);
      Y.applyUpdate(log.outer, Y.encodeStateAsUpdate(elsewhere), 'sync');
      await log.close();
      const again = await store.open(docId);
      same(await headOf(again.outer), await headOf(elsewhere), 'head');
    },
  },
  {
    name: 'an import makes a document in one go, is listed, and never overwrites',
    run: async ({ store, newDocId }) => {
      const docId = newDocId();
      const made = new Y.Doc();
      made.getArray('blobs').push([blob(1), blob(2)]);
      const update = Y.encodeStateAsUpdate(made);
      same(await store.create(docId, update), saved, 'create');
      isTrue((await store.list()).includes(docId), 'it is listed');
      await rejects(store.create(docId, update), 'creating it again');

      const log = await store.open(docId);
      same(log.isNew, false, 'isNew');
      same(await headOf(log.outer), await headOf(made), 'head');
      blobsOf(log).push([blob(3)]);
      await log.close();
      same(blobsOf(await store.open(docId)).length, 3, 'blobs');
    },
  },
  {
    name: 'a removed document is gone, and an open copy does not bring it back',
    run: async ({ store, newDocId }) => {
      const docId = newDocId();
      const log = await store.open(docId);
      blobsOf(log).push([blob(1)]);
      await log.settled();
      await store.remove(docId);
      blobsOf(log).push([blob(2)]);
      await log.settled();
      same((await store.list()).includes(docId), false, 'listed');
      same((await store.open(docId)).isNew, true, 'isNew');
      await store.remove(docId); // removing what is not there is no error
    },
  },
  {
    name: 'a thousand edits in one go are all there',
    run: async ({ store, newDocId }) => {
      const docId = newDocId();
      const log = await store.open(docId);
      for (let n = 0; n < 1000; n += 1) blobsOf(log).push([blob(n & 255, n >> 8)]);
      same(await log.settled(), saved, 'settled');
      await log.close();
      same(blobsOf(await store.open(docId)).length, 1000, 'blobs');
    },
  },
];
