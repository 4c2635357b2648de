import { describe, expect, test } from 'vitest';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { eraseClient } from '../../../src/sync/replica/erase-client.ts';
import { lookAtVault } from '../../../src/sync/replica/look-at-vault.ts';
import { mergeBackup } from '../../../src/sync/replica/merge-backup.ts';
import { restoreVault } from '../../../src/sync/replica/restore-vault.ts';
import { writeEntries } from '../../../src/records/client-record.ts';
import { makeResponse } from '../records/make-entry.ts';
import { addScore, aDevice, aVault, clientId, flipped, passphrase, totals, unlocked } from './a-practice.ts';

async function aBackedUpVault() {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId]);
  await addScore(device.session, 1, { enteredTotal: 21 });
  const { files } = await collectBackup(device.session);
  return { ...device, files };
}

describe('a backup', () => {
  test('with the words of the sheet makes the vault again on a new device, under a new identity', async () => {
    const { files, words, session } = await aBackedUpVault();
    const device = aDevice();
    const outcome = await restoreVault(device.door, files, words.join(' '), 'other words now');
    if (outcome.kind !== 'restored') throw new Error(outcome.reason);
    expect(await totals(outcome.session)).toEqual([21]);
    expect(outcome.session.vaultId).toBe(session.vaultId);
    expect(outcome.session.deviceId).not.toBe(session.deviceId);
    await addScore(outcome.session, 2, { enteredTotal: 14 });
    await outcome.session.close();
    const opened = await device.door.unlock('other words now');
    if (opened.kind !== 'open') throw new Error(opened.kind);
    expect(await totals(opened.session)).toEqual([21, 14]);
  });

  test('is of no use with another sheet, with wrong words, or with none of its pieces', async () => {
    const { files } = await aBackedUpVault();
    const other = await aVault();
    const device = aDevice();
    const attempt = (words: string, pieces = files) =>
      restoreVault(device.door, pieces, words, 'a b c d e f');
    expect(await attempt(other.words.join(' '))).toMatchObject({ kind: 'refused', reason: 'wrong-sheet' });
    expect(await attempt('lamp lamp lamp')).toMatchObject({ reason: 'words' });
    expect(await attempt(other.words.join(' '), new Map())).toMatchObject({ reason: 'damaged' });
    expect(await lookAtVault(device.ports.tables)).toEqual({ kind: 'none' });
  });

  test('with one flipped byte in any piece restores nothing and says which piece', async () => {
    const { files, words } = await aBackedUpVault();
    for (const [name, bytes] of files) {
      if (name === 'client-keys') continue; // a restore does without it
      for (const at of [8, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const device = aDevice();
        const pieces = new Map(files).set(name, flipped(bytes, at));
        const outcome = await restoreVault(device.door, pieces, words.join(' '), 'a b c d e f');
        // A flipped byte in one registry statement makes that statement worthless, which may or may not matter.
        if (name === 'registry' && outcome.kind === 'restored') continue;
        expect(outcome.kind, `${name} at ${at}`).toBe('refused');
        expect(await lookAtVault(device.ports.tables)).toEqual({ kind: 'none' });
      }
    }
  });

  test('of a restored device merges back into the first one: what is missing comes in, nothing is lost', async () => {
    const first = await aBackedUpVault();
    const device = aDevice();
    const restored = await restoreVault(device.door, first.files, first.words.join(' '), 'other words now');
    if (restored.kind !== 'restored') throw new Error(restored.reason);
    await addScore(restored.session, 2, { enteredTotal: 14 });
    await addScore(first.session, 3, { enteredTotal: 7 });
    const { files } = await collectBackup(restored.session);
    const merged = await mergeBackup(first.session, files);
    expect(merged).toMatchObject({ kind: 'merged', newBlobs: 1 });
    expect(await totals(first.session)).toEqual([21, 14, 7]);
    expect(await mergeBackup(first.session, files)).toMatchObject({ kind: 'merged', newBlobs: 0 });
    await first.session.close();
    expect(await totals(await unlocked(first))).toEqual([21, 14, 7]);
  });

  test('of another vault is not merged', async () => {
    const { files } = await aBackedUpVault();
    const other = await aVault();
    expect(await mergeBackup(other.session, files)).toMatchObject({ kind: 'refused', reason: 'other-vault' });
  });

  test('made before a client was erased does not bring the client back', async () => {
    const { files, session } = await aBackedUpVault();
    await eraseClient(session, clientId);
    expect((await mergeBackup(session, files)).kind).toBe('merged');
    expect(session.deps.keys.keyring.clientKeys.size).toBe(0);
  });

  test('made before the sheet was replaced is refused with the new sheet, and opens with its own', async () => {
    const { files, words, session } = await aBackedUpVault();
    const sheet = await session.access.newRecoverySheet();
    const attempt = async (typed: string) =>
      (await restoreVault(aDevice().door, files, typed, 'a b c d e f')).kind;
    expect(await attempt(sheet.words.join(' '))).toBe('refused');
    expect(await attempt(words.join(' '))).toBe('restored');
    const { files: newer } = await collectBackup(session);
    const restored = await restoreVault(aDevice().door, newer, sheet.words.join(' '), 'a b c d e f');
    expect(restored.kind).toBe('restored');
  });

  test('is not needed where the vault is still here: the sheet alone opens it with a new passphrase, and loses nothing', async () => {
    const { words, session, ...device } = await aBackedUpVault();
    await addScore(session, 2, { enteredTotal: 14 });
    await session.close();
    const reopened = await restoreVault(device.door, null, words.join(' '), 'other words now');
    if (reopened.kind !== 'restored') throw new Error(reopened.reason);
    expect(await totals(reopened.session)).toEqual([21, 14]);
    await reopened.session.close();
    expect((await device.door.unlock(passphrase)).kind).toBe('wrong-passphrase');
    expect((await device.door.unlock('other words now')).kind).toBe('open');
  });

  test('restored over the same vault adds to it and takes nothing away', async () => {
    const { files, words, session, ...device } = await aBackedUpVault();
    const newer = 'ff112233445566778899aabbccddeeff';
    await session.keyring.addClientKeys([newer]);
    await addScore(session, 2, { enteredTotal: 14 });
    const document = await session.openClient(newer);
    writeEntries(document.inner, [makeResponse(7, { enteredTotal: 3 })]);
    await session.close();
    const outcome = await restoreVault(device.door, files, words.join(' '), 'other words now');
    if (outcome.kind !== 'restored') throw new Error(outcome.reason);
    expect(await totals(outcome.session)).toEqual([21, 14]);
    expect(await totals(outcome.session, newer), 'made after the backup').toEqual([3]);
  });

  test('is refused where another vault is: that one stays as it is', async () => {
    const { files, words } = await aBackedUpVault();
    const other = await aVault();
    await other.session.close();
    const outcome = await restoreVault(other.door, files, words.join(' '), 'other words now');
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'other-vault' });
    expect((await other.door.unlock(passphrase)).kind).toBe('open');
  });
});
