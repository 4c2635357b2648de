// Caches and heads are committed for the state that they were made of (VAULT P4).
import { expect, test } from 'vitest';
import { isWhole } from '../../../src/sync/replica/document-health.ts';
import { addScore, aVault, clientId, settle, totals, unlocked } from './a-practice.ts';

test('a compaction between the head and its commit leaves the document dirty, and it opens whole', async () => {
  const device = await aVault();
  const { session } = device;
  await session.keyring.addClientKeys([clientId]);
  await addScore(session, 1, { enteredTotal: 21 });
  await addScore(session, 2, { enteredTotal: 14 });
  const document = await session.openClient(clientId);
  const head = document.head.bind(document);
  document.head = async () => {
    const before = await head();
    await document.compact({ always: true });
    return before;
  };
  await settle(session);
  expect(await session.dirtyDocuments()).toContain(clientId);
  await session.release(document);
  await session.close();

  const again = await unlocked(device);
  expect(await totals(again)).toEqual([21, 14]);
  expect(isWhole((await again.openClient(clientId)).health)).toBe(true);
  expect(await again.quarantine()).toEqual([]);
  await settle(again);
  expect(await again.dirtyDocuments()).not.toContain(clientId);
});
