// A tab that lost the lock and does not know it yet: what it keeps of keys and choices would take the new writer's away.
import { expect, test } from 'vitest';
import { NotSavedError } from '../../../src/sync/replica/not-saved-error.ts';
import { addScore, aVault, clientId, passphrase, totals, unlocked } from './a-practice.ts';

const other = 'ff112233445566778899aabbccddeeff';

async function twoTabs() {
  const device = await aVault();
  const sleeper = device.session;
  const writer = await unlocked(device);
  await writer.keyring.addClientKeys([other]);
  await addScore(writer, 1, { enteredTotal: 21 }, other);
  device.isWriter = false; // the new writer's hold is its own; the sleeper's says no
  return { device, sleeper };
}

test('it adds no key, and the new writer’s clients keep theirs', async () => {
  const { device, sleeper } = await twoTabs();
  await expect(sleeper.keyring.addClientKeys([clientId])).rejects.toEqual(new NotSavedError('elsewhere'));
  expect(sleeper.keyring.hasKeyFor(clientId)).toBe(false);
  device.isWriter = true;
  expect(await totals(await unlocked(device), other)).toEqual([21]);
});

test('it changes no passphrase, sheet, passkey, note or statement, and takes no document back', async () => {
  const { device, sleeper } = await twoTabs();
  const slots = ['keyring', 'keyring-recovery', 'wrap-passphrase', 'preferences', 'last-backup'] as const;
  const kept = () =>
    Promise.all([
      ...slots.map((slot) => device.ports.tables.readSlot(slot)),
      device.ports.tables.readStatements(),
      device.ports.documents.list(),
    ]);
  const before = await kept();
  const attempts = [
    () => sleeper.access.changePassphrase(passphrase, 'three other words'),
    () => sleeper.access.newRecoverySheet(),
    () => sleeper.access.removePasskey(),
    () => sleeper.noteUnfinished([clientId]),
    () => sleeper.noteBackup(),
    () => sleeper.addStatements([new Uint8Array([1])]),
    () => sleeper.abandonClients([other]),
  ];
  for (const attempt of attempts)
    await expect(attempt(), attempt.toString()).rejects.toEqual(new NotSavedError('elsewhere'));
  expect(await kept()).toEqual(before);
});
