// A database that does not open says nothing about what it holds: its record is neither whole nor empty, and is read as soon as
// it opens (VAULT P1, B3).
import { describe, expect, test } from 'vitest';
import { writeEntries } from '../../../src/records/client-record.ts';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { isWhole } from '../../../src/sync/replica/document-health.ts';
import { makeResponse } from '../records/make-entry.ts';
import { aVaultOnDisk, damageRow, failNextOpening } from './a-disk.ts';
import { addScore, clientId, settle, totals, unlocked } from './a-practice.ts';

/** One score, saved; the next opening fails. `isSettled`: its head was committed, so nothing marks it as dirty. */
async function anUnreadRecord({ isSettled }: { readonly isSettled: boolean }) {
  const device = await aVaultOnDisk();
  const { session } = device;
  await addScore(session, 1, { enteredTotal: 21 });
  if (isSettled) await settle(session);
  failNextOpening(clientId);
  return { device, session };
}

describe.each([{ isSettled: true }, { isSettled: false }])(
  'a record whose database does not open, $isSettled',
  (how) => {
    test('is not whole, takes no compaction, and no loss is found or accepted', async () => {
      const { session } = await anUnreadRecord(how);
      const document = await session.openClient(clientId);
      expect(document.status).toEqual({ kind: 'not-saved', reason: 'cannot-open' });
      expect(document.health).toMatchObject({ isIncomplete: true, isShort: false });
      expect(isWhole(document.health)).toBe(false);
      expect(await document.compact({ always: true })).toBeNull();
      expect(await session.acceptLoss(clientId)).toBe('needs-the-rest');
      expect(await session.quarantine()).toEqual([]);
    });

    test('counts as incomplete in a backup, opened or not', async () => {
      const { session } = await anUnreadRecord(how);
      expect((await collectBackup(session)).incomplete).toBe(1);
      failNextOpening(clientId);
      await session.openClient(clientId);
      expect((await collectBackup(session)).incomplete).toBe(1);
    });

    test('shows what it holds after a retry, and what was typed meanwhile is saved under a number of its own', async () => {
      const { device, session } = await anUnreadRecord(how);
      const document = await session.openClient(clientId);
      writeEntries(document.inner, [makeResponse(2, { enteredTotal: 14 })]);
      expect((await document.flush()).kind).toBe('not-saved');
      expect((await collectBackup(session)).incomplete, 'sealed for the backup too').toBe(1);
      expect(await document.retry()).toEqual({ kind: 'saved' });
      expect(await totals(session)).toEqual([21, 14]);
      writeEntries(document.inner, [makeResponse(3, { enteredTotal: 7 })]);
      expect(await document.flush()).toEqual({ kind: 'saved' });
      expect(isWhole(document.health)).toBe(true);
      await session.close();
      const again = await unlocked(device);
      expect(await totals(again)).toEqual([21, 14, 7]);
      expect(isWhole((await again.openClient(clientId)).health)).toBe(true);
      expect(await again.quarantine()).toEqual([]);
    });
  },
);

test('an update from outside is not taken into a record that could not be read', async () => {
  const { session } = await anUnreadRecord({ isSettled: false });
  const document = await session.openClient(clientId);
  const before = document.encodeOuter();
  expect(await document.takeIn(new Uint8Array([0, 0]))).toEqual({ kind: 'not-saved', reason: 'cannot-open' });
  expect(document.encodeOuter()).toEqual(before);
});

test('a loss that the failed opening hid is found when the record can be read', async () => {
  const device = await aVaultOnDisk();
  await addScore(device.session, 1, { enteredTotal: 21 });
  await settle(device.session);
  await device.session.close();
  await device.ports.documents.remove(clientId);
  const again = await unlocked(device);
  failNextOpening(clientId);
  const document = await again.openClient(clientId);
  expect(await again.quarantine()).toEqual([]);
  await document.retry();
  expect(document.health.isShort).toBe(true);
  expect((await again.quarantine()).map(({ reason }) => reason)).toEqual(['missing']);
});

test('a damaged piece stays in the list when the record it is of cannot be opened', async () => {
  const device = await aVaultOnDisk();
  await addScore(device.session, 1, { enteredTotal: 21 });
  await addScore(device.session, 2, { enteredTotal: 14 });
  await device.session.close();
  await damageRow(clientId, 2);
  const session = await unlocked(device);
  await totals(session);
  failNextOpening(clientId);
  const document = await session.openClient(clientId);
  expect((await session.quarantine()).map(({ reason }) => reason)).toEqual(['damaged-row']);
  await document.retry();
  expect(document.health.damaged).toBe(1);
  expect(await session.quarantine(), 'once').toHaveLength(1);
});
