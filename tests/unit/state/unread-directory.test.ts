// A list of clients whose database does not open at the unlock: everybody stays, and nothing is written into it unread.
import { expect, test } from 'vitest';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { failNextOpening, aVaultOnDisk } from '../replica/a-disk.ts';
import { addScore, unlocked } from '../replica/a-practice.ts';

test('a directory that does not open costs nobody: not their place in the list, their key nor their record', async () => {
  const device = await aVaultOnDisk();
  const practice = await Practice.open(device.session);
  const id = await practice.addClient('Ash');
  await addScore(device.session, 1, {}, id);
  await practice.close();

  const session = await unlocked(device);
  // As after an import that was killed before its note was cleared.
  await session.noteUnfinished([id]);
  failNextOpening(session.directoryId);
  const again = await Practice.open(session);
  // What goes on beside the person has its turn.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await again.deriveNow(new Set());
  expect(again.directoryTrouble).not.toBeNull();
  expect(again.clients.map(({ label }) => label)).toEqual(['Ash']);
  expect(session.keyring.hasKeyFor(id)).toBe(true);
  expect(await device.ports.documents.list()).toContain(id);
  const directory = await session.openDirectory();
  expect(directory.inner.getMap('clients').size, 'nothing waits to be written over what is there').toBe(0);
  expect(await session.retry()).toEqual({ kind: 'saved' });
  expect(again.directoryTrouble).toBeNull();
  expect(directory.inner.getMap('clients').size).toBeGreaterThan(0);
  await session.release(directory);
  await again.close();
  expect((await Practice.open(await unlocked(device))).clients.map(({ label }) => label)).toEqual(['Ash']);
});
