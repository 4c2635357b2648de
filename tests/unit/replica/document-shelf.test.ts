// Each document of a vault is open once, however its users come and go.
import { expect, test } from 'vitest';
import { writeEntries } from '../../../src/records/client-record.ts';
import type { OpenDocument } from '../../../src/sync/replica/open-document.ts';
import { makeResponse } from '../records/make-entry.ts';
import { addScore, aVault, clientId, totals, unlocked } from './a-practice.ts';

async function aRecord() {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId]);
  await addScore(device.session, 1, { enteredTotal: 21 });
  return { device, session: device.session };
}

test('two releases at once and a visitor between them end in one open document', async () => {
  const { device, session } = await aRecord();
  const first = await session.openClient(clientId);
  const close = first.close.bind(first);
  const visits: Promise<OpenDocument>[] = [];
  first.close = () => {
    visits.push(session.openClient(clientId));
    return close();
  };
  const releasing = session.release(first);
  const same = await session.openClient(clientId);
  expect(same).toBe(first);
  await Promise.all([releasing, session.release(same)]);
  const [visitor, ...others] = await Promise.all(visits);
  if (!visitor) throw new Error('nobody came between');
  expect(others).toEqual([]);
  const next = await session.openClient(clientId);
  expect(next).toBe(visitor);
  writeEntries(visitor.inner, [makeResponse(2, { enteredTotal: 14 })]);
  writeEntries(next.inner, [makeResponse(3, { enteredTotal: 7 })]);
  await session.close();
  const again = await unlocked(device);
  expect(await totals(again)).toEqual([21, 14, 7]);
  expect(await again.quarantine()).toEqual([]);
});

test('who comes while it is being given back keeps it open', async () => {
  const { session } = await aRecord();
  const first = await session.openClient(clientId);
  const flush = first.flush.bind(first);
  const visits: Promise<OpenDocument>[] = [];
  first.flush = async () => {
    const status = await flush();
    visits.push(session.openClient(clientId));
    return status;
  };
  await session.release(first);
  expect(await visits[0]).toBe(first);
  expect(first.isClosed).toBe(false);
});

test('giving an earlier one back again takes nothing from whoever has it open now', async () => {
  const { session } = await aRecord();
  const earlier = await session.openClient(clientId);
  await session.release(earlier);
  const present = await session.openClient(clientId);
  await session.openClient(clientId);
  await session.release(earlier);
  await session.release(present);
  expect(present.isClosed).toBe(false);
});
