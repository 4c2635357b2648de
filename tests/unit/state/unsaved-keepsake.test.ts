// Edits that could not be saved before a lock, as they lie in the browser's small storage: taken in when they are ours and
// whole, named when they are not, and never written over.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepUnsaved, takeKeepsakeIn } from '../../../src/app/state/unsaved-keepsake.ts';
import { keepsakeRemark } from '../../../src/app/wording/keepsake-remark.ts';
import { addScore, aVault, clientId, totals, unlocked } from '../replica/a-practice.ts';
import { fillDisk } from '../replica/full-disk.ts';

const key = 'soundings-unsaved';
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

/** A vault that had to lock with a score of 14 unsaved; its disk is still full. */
async function lockedUnsaved() {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId, 'ff112233445566778899aabbccddeeff']);
  await addScore(device.session, 1, { enteredTotal: 21 });
  await device.session.close();
  const session = await unlocked(device);
  const disk = fillDisk(device.ports.tables);
  await addScore(session, 2, { enteredTotal: 14 });
  expect(await keepUnsaved(session)).toBe(true);
  return { device, session, disk };
}

test('is taken in at the next unlock and forgotten', async () => {
  const { device, disk } = await lockedUnsaved();
  disk.free();
  const next = await unlocked(device);
  expect(await takeKeepsakeIn(next)).toEqual({ kind: 'taken-in', documents: 1, waiting: 0 });
  expect(await totals(next)).toEqual([21, 14]);
  expect(stored.size).toBe(0);
});

test('waits, and says so, while the disk is still full', async () => {
  const { device, disk } = await lockedUnsaved();
  const kept = stored.get(key);
  const next = await unlocked(device);
  const outcome = await takeKeepsakeIn(next);
  expect(outcome).toEqual({ kind: 'taken-in', documents: 0, waiting: 1 });
  expect(keepsakeRemark(outcome)).toContain('still kept');
  expect(JSON.parse(stored.get(key) ?? '')).toEqual(JSON.parse(kept ?? ''));
  disk.free();
  expect(await takeKeepsakeIn(next)).toMatchObject({ documents: 1, waiting: 0 });
  expect(await totals(next)).toEqual([21, 14]);
});

test('that a lock adds to while the earlier one is being taken in keeps what was added', async () => {
  const { device, disk } = await lockedUnsaved();
  const session = await unlocked(device);
  const other = 'ff112233445566778899aabbccddeeff';
  await addScore(session, 3, { enteredTotal: 7 }, other);
  disk.free();
  const taking = takeKeepsakeIn(session);
  expect(await keepUnsaved(session)).toBe(true);
  expect(await taking).toEqual({ kind: 'taken-in', documents: 1, waiting: 0 });
  const kept = JSON.parse(stored.get(key) ?? '{}') as { documents: { docId: string }[] };
  expect(kept.documents.map(({ docId }) => docId)).toEqual([other]);
});

test.each(['{', 'null', '{"vaultId":"x"}', '{"vaultId":"x","documents":[{"docId":"1","update":"?"}]}', ''])(
  'that cannot be read is said in one sentence and left as it is: %j',
  async (text) => {
    const { session } = await aVault();
    stored.set(key, text);
    const outcome = await takeKeepsakeIn(session);
    expect(outcome).toEqual({ kind: 'unreadable' });
    expect(keepsakeRemark(outcome)).toMatch(/^[^.]+\.$/);
    expect([...stored]).toEqual([[key, text]]);
  },
);

test('that cannot be read, or is of another vault, is set aside when something new has to be kept', async () => {
  const { session } = await lockedUnsaved();
  stored.set(key, '{');
  expect(await keepUnsaved(session)).toBe(true);
  const ours = stored.get(key) ?? '';
  expect(JSON.parse(ours)).toMatchObject({ vaultId: session.vaultId, documents: [{ docId: clientId }] });
  expect(stored.get(`${key}-set-aside`)).toBe('{');

  const { session: other } = await lockedUnsaved();
  expect(JSON.parse(stored.get(key) ?? '')).toMatchObject({ vaultId: other.vaultId });
  expect(stored.get(`${key}-set-aside`)).toBe(`{\n${ours}`);
});

test('of another vault is none of this one’s business', async () => {
  await lockedUnsaved();
  const { session } = await aVault();
  const kept = stored.get(key);
  expect(await takeKeepsakeIn(session)).toEqual({ kind: 'nothing-kept' });
  expect(stored.get(key)).toBe(kept);
});
