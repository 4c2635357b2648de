// What comes from outside is checked before it is applied (VAULT B4), and a deletion that would lose something is healed (B6).
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeEntries } from '../../../src/records/client-record.ts';
import { asDocId } from '../../../src/sync/replica/as-doc-id.ts';
import { makeResponse } from '../records/make-entry.ts';
import { addScore, aVault, clientId, totals } from './a-practice.ts';

async function aDocumentAndItsCopy() {
  const { session } = await aVault();
  await session.keyring.addClientKeys([clientId]);
  for (const number of [1, 2, 3]) await addScore(session, number, { enteredTotal: number });
  const document = await session.openClient(clientId);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, document.encodeOuter());
  return { session, document, blobs: copy.getArray<Uint8Array>('blobs'), copy };
}

describe('an update from outside', () => {
  test('that deletes blobs and covers nothing is applied, and our own state goes back in with it', async () => {
    const { session, document, blobs, copy } = await aDocumentAndItsCopy();
    blobs.delete(0, 2);
    expect(await document.takeIn(Y.encodeStateAsUpdate(copy))).toEqual({
      kind: 'taken-in',
      newBlobs: 0,
      healed: true,
    });
    expect(await totals(session)).toEqual([1, 2, 3]);
    Y.applyUpdate(copy, document.encodeOuter());
    expect(copy.getArray('blobs').length).toBe(2);
  });

  test('with a blob that no device of ours signed is refused as a whole', async () => {
    const { session, document, blobs, copy } = await aDocumentAndItsCopy();
    const forged = new Uint8Array(blobs.get(0));
    forged[forged.length - 1] = (forged[forged.length - 1] ?? 0) ^ 1;
    blobs.push([forged]);
    const before = document.encodeOuter();
    expect(await document.takeIn(Y.encodeStateAsUpdate(copy))).toEqual({
      kind: 'refused',
      reason: 'bad-blob',
    });
    expect(document.encodeOuter()).toEqual(before);
    expect(await totals(session)).toEqual([1, 2, 3]);
  });

  test('with a blob of another document is refused', async () => {
    const { session, document, copy } = await aDocumentAndItsCopy();
    const other = 'ff112233445566778899aabbccddeeff';
    await session.keyring.addClientKeys([other]);
    const stranger = await session.openClient(other);
    stranger.inner.getMap('entries').set('x', 1);
    await stranger.flush();
    const outer = new Y.Doc();
    Y.applyUpdate(outer, stranger.encodeOuter());
    copy.getArray<Uint8Array>('blobs').push([outer.getArray<Uint8Array>('blobs').get(0)]);
    expect((await document.takeIn(Y.encodeStateAsUpdate(copy))).kind).toBe('refused');
  });

  test('that is no update, or holds something other than blobs, is refused', async () => {
    const { document, copy } = await aDocumentAndItsCopy();
    expect(await document.takeIn(new Uint8Array([1, 2, 3, 4]))).toEqual({
      kind: 'refused',
      reason: 'not-an-update',
    });
    copy.getArray<unknown>('blobs').push(['words']);
    expect((await document.takeIn(Y.encodeStateAsUpdate(copy))).kind).toBe('refused');
  });

  test('with other bytes under a number that is taken is set aside, now and at the next opening', async () => {
    const { session, document, blobs, copy } = await aDocumentAndItsCopy();
    const sealer = session.deps.keys.sealerFor({ kind: 'client', docId: asDocId(clientId) });
    const inner = new Y.Doc();
    writeEntries(inner, [makeResponse(4, { enteredTotal: 4 })]);
    blobs.push([await sealer.sealEdits(0, Y.encodeStateAsUpdate(inner))]);
    await document.takeIn(Y.encodeStateAsUpdate(copy));
    const expectSetAside = async () => {
      expect(await totals(session)).toEqual([1, 2, 3]);
      expect((await session.openClient(clientId)).health.damaged).toBe(1);
      expect((await session.quarantine()).map(({ reason }) => reason)).toEqual(['repeat-with-other-bytes']);
    };
    await expectSetAside();
    await session.release(document);
    await expectSetAside();
  });

  test('that brings nothing new changes nothing', async () => {
    const { document, copy } = await aDocumentAndItsCopy();
    const head = await document.head();
    expect(await document.takeIn(Y.encodeStateAsUpdate(copy))).toEqual({
      kind: 'taken-in',
      newBlobs: 0,
      healed: false,
    });
    expect(await document.head()).toEqual(head);
  });
});
