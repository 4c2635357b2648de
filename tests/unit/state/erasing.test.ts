// Erased means erased: after a stop at any point, and when the statement comes from another device.
import { expect, test } from 'vitest';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import type { ClientId } from '../../../src/records/entry.ts';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { mergeBackup } from '../../../src/sync/replica/merge-backup.ts';
import { restoreVault } from '../../../src/sync/replica/restore-vault.ts';
import type { VaultStore } from '../../../src/sync/store/vault-store.ts';
import { addScore, aDevice, aVault, unlocked, type TestDevice } from '../replica/a-practice.ts';

async function twoClients() {
  const device = await aVault();
  const practice = await Practice.open(device.session);
  const gone = await practice.addClient('Gone');
  await addScore(device.session, 1, { enteredTotal: 21 }, gone);
  await practice.addClient('Stays');
  await practice.deriveNow(new Set([gone]));
  return { device, practice, gone };
}

/** As the next unlock finds it, when it is done with what it has to do. */
async function nextUnlock(device: TestDevice, gone: ClientId) {
  const session = await unlocked(device);
  const practice = await Practice.open(session);
  await practice.close();
  return {
    clients: practice.clients.map(({ label }) => label),
    hasKey: session.keyring.hasKeyFor(gone),
    hasDocument: (await device.ports.documents.list()).includes(gone),
    isErased: session.erased.has(gone),
  };
}

const finished = { clients: ['Stays'], hasKey: false, hasDocument: false, isErased: true };
const stopped = (): Promise<never> => Promise.reject(new Error('the app is gone'));

test('a stop before the statement leaves the client as it was', async () => {
  const { device, practice, gone } = await twoClients();
  const { tables } = device.ports;
  const addStatements = tables.addStatements.bind(tables);
  tables.addStatements = stopped;
  await expect(practice.eraseClient(gone)).rejects.toThrow('the app is gone');
  tables.addStatements = addStatements;
  expect(await nextUnlock(device, gone)).toEqual({
    clients: ['Gone', 'Stays'],
    hasKey: true,
    hasDocument: true,
    isErased: false,
  });
});

test('a stop before the documents are gone is finished at the next unlock', async () => {
  const { device, practice, gone } = await twoClients();
  const { documents } = device.ports;
  const remove = documents.remove.bind(documents);
  documents.remove = stopped;
  await expect(practice.eraseClient(gone)).rejects.toThrow('the app is gone');
  documents.remove = remove;
  expect(await nextUnlock(device, gone)).toEqual(finished);
});

test.each(['forgetDocument', 'writeSlots', 'commitClean'] as const)(
  'a stop at %s is finished at the next unlock',
  async (step) => {
    const { device, practice, gone } = await twoClients();
    const tables: VaultStore = device.ports.tables;
    const working = { [step]: tables[step].bind(tables) };
    // The caches are made true before: only the steps of the erasure stop.
    const add = tables.addStatements.bind(tables);
    tables.addStatements = async (statements) => {
      await add(statements);
      tables[step] = stopped;
    };
    await expect(practice.eraseClient(gone)).rejects.toThrow('the app is gone');
    Object.assign(tables, working, { addStatements: add });
    expect(await nextUnlock(device, gone)).toEqual(finished);
  },
);

test('without room the next unlock opens all the same, and the one after it finishes', async () => {
  const { device, practice, gone } = await twoClients();
  const { tables, documents } = device.ports;
  const remove = documents.remove.bind(documents);
  documents.remove = stopped;
  await expect(practice.eraseClient(gone)).rejects.toThrow();
  documents.remove = remove;
  const writeSlots = tables.writeSlots.bind(tables);
  tables.writeSlots = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  expect(await nextUnlock(device, gone)).toMatchObject({ clients: ['Stays'], hasKey: true });
  tables.writeSlots = writeSlots;
  expect(await nextUnlock(device, gone)).toEqual(finished);
});

test('a statement that comes with a backup of another device is obeyed at once', async () => {
  const { device, practice, gone } = await twoClients();
  const { files } = await collectBackup(device.session);
  const other = await restoreVault(aDevice().door, files, device.words.join(' '), 'other words now');
  if (other.kind !== 'restored') throw new Error(other.kind);
  const elsewhere = await Practice.open(other.session);
  await elsewhere.eraseClient(gone);
  const { files: later } = await collectBackup(other.session);
  await practice.openClient(gone);
  const merged = await practice.replacingDirectory(() => mergeBackup(device.session, later));
  expect(merged.kind).toBe('merged');
  expect(device.session.keyring.hasKeyFor(gone)).toBe(false);
  expect(practice.clients.map(({ label }) => label)).toEqual(['Stays']);
  await practice.close();
  expect(await nextUnlock(device, gone)).toEqual(finished);
});
