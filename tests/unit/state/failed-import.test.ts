// An import whose last step finds no room: what was said not to be added does not come in afterwards, and the vault and its
// backups open as before.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Practice, type FreshClient } from '../../../src/app/state/practice.svelte.ts';
import { keepUnsaved, takeKeepsakeIn } from '../../../src/app/state/unsaved-keepsake.ts';
import { writeClients } from '../../../src/records/directory.ts';
import type { ClientId } from '../../../src/records/entry.ts';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { restoreVault } from '../../../src/sync/replica/restore-vault.ts';
import type { VaultSession } from '../../../src/sync/replica/vault-session.ts';
import { makeResponse } from '../records/make-entry.ts';
import { aDevice, aVault, unlocked, type TestDevice } from '../replica/a-practice.ts';

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => stored.set(name, text),
    removeItem: (name: string) => stored.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

const ids = ['a', 'b'].map((digit) => digit.repeat(32) as ClientId);
const fresh = (id: ClientId, label: string): FreshClient => ({
  id,
  label,
  status: 'active',
  entries: [makeResponse(1, { enteredTotal: 9 })],
});

const openPractice = (session: VaultSession): Promise<Practice> =>
  Practice.open(session, async () => {
    const outcome = await takeKeepsakeIn(session);
    return outcome.kind === 'nothing-kept' || (outcome.kind === 'taken-in' && outcome.waiting === 0);
  });

/** As soon as the documents are made the disk is full for the directory. */
async function importOntoAFullDisk() {
  const device = await aVault();
  const practice = await openPractice(device.session);
  const directory = await practice.directory();
  const { tables } = device.ports;
  const markDirty = tables.markDirty.bind(tables);
  tables.markDirty = (docIds) =>
    docIds.includes(directory.docId)
      ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
      : markDirty(docIds);
  const adding = practice.addClients(ids.map((id) => fresh(id, `X ${id.slice(0, 1)}`)));
  await expect(adding).rejects.toMatchObject({ name: 'NotSavedError', reason: 'quota' });
  return { device, practice, free: () => (tables.markDirty = markDirty) };
}

const whatIsLeft = async ({ ports }: TestDevice, session: VaultSession) => ({
  keys: ids.filter((id) => session.keyring.hasKeyFor(id)),
  documents: (await ports.documents.list()).filter((id) => ids.some((one) => one === id)),
});
const nothing = { keys: [], documents: [] };

test('nobody comes in after a lock, and the vault and its backups open', async () => {
  const { device, practice, free } = await importOntoAFullDisk();
  expect(await keepUnsaved(device.session)).toBe(true);
  await practice.close();
  free();
  const session = await unlocked(device);
  const again = await openPractice(session);
  expect(stored.size).toBe(0);
  expect(again.clients).toEqual([]);
  expect(await whatIsLeft(device, session)).toEqual(nothing);
  await again.closeClients();
  const { files } = await collectBackup(session);
  await again.close();
  const once = await openPractice(await unlocked(device));
  expect(once.clients).toEqual([]);
  const restored = await restoreVault(aDevice().door, files, device.words.join(' '), 'other words now');
  if (restored.kind !== 'restored') throw new Error(restored.kind);
  expect((await openPractice(restored.session)).clients).toEqual([]);
});

test('a retry does not bring in who was said not to be added, and the same import again makes each once', async () => {
  const { device, practice, free } = await importOntoAFullDisk();
  free();
  expect((await device.session.retry()).kind).toBe('saved');
  await practice.addClients([fresh('c'.repeat(32) as ClientId, 'X a')]);
  await practice.close();
  const session = await unlocked(device);
  const again = await openPractice(session);
  expect(again.clients.map(({ label }) => label)).toEqual(['X a']);
  await again.close();
  expect(await whatIsLeft(device, session)).toEqual(nothing);
  expect(await session.unfinished()).toEqual([]);
});

test('as long as a keepsake waits, nobody whom it may name is taken back', async () => {
  const device = await aVault();
  const practice = await openPractice(device.session);
  await device.session.noteUnfinished(ids);
  await device.session.keyring.addClientKeys(ids);
  await practice.close();
  const session = await unlocked(device);
  await Practice.open(session, () => Promise.resolve(false));
  expect(ids.every((id) => session.keyring.hasKeyFor(id))).toBe(true);
});

test('a name whose key is not here keeps nobody from opening the vault', async () => {
  const device = await aVault();
  const directory = await device.session.openDirectory();
  const addedAt = { utc: '2026-03-02T10:00:00.000Z', offsetMinutes: 0 };
  writeClients(
    directory.inner,
    ids.map((id) => ({ id, sealedLabel: new Uint8Array(40), status: 'active' as const, addedAt })),
  );
  await directory.flush();
  await device.session.close();
  const practice = await openPractice(await unlocked(device));
  const id = await practice.addClient('Here');
  await practice.deriveNow(new Set([id]));
  expect(practice.clients.map(({ label }) => label)).toContain('Here');
  await practice.close();
});
