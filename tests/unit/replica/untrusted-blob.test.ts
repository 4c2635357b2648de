// VAULT B3: a restored store's signatures are checked as it arrives, and what failed then is not believed later.
import { expect, test } from 'vitest';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { restoreVault } from '../../../src/sync/replica/restore-vault.ts';
import {
  addScore,
  aDevice,
  aVault,
  clientId,
  flipped,
  tamperWithBlobs,
  totals,
  unlocked,
} from './a-practice.ts';
import { fillDisk } from './full-disk.ts';

/** A backup with two scores of one client, the second with a signature that is not its device's. */
async function aForgedBackup() {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId]);
  await addScore(device.session, 1, { enteredTotal: 21 });
  await addScore(device.session, 2, { enteredTotal: 14 });
  await device.session.close();
  await tamperWithBlobs(device, clientId, (blobs) => {
    const blob = blobs.get(1);
    blobs.delete(1, 1);
    blobs.push([flipped(blob, blob.length - 1)]);
  });
  return { files: (await collectBackup(await unlocked(device))).files, words: device.words.join(' ') };
}

test('a blob with a bad signature is set aside in the session that restores and in every later one', async () => {
  const { files, words } = await aForgedBackup();
  const device = aDevice();
  const restored = await restoreVault(device.door, files, words, 'other words now');
  if (restored.kind !== 'restored') throw new Error(restored.reason);
  expect(
    (await restored.session.quarantine()).map(({ reason }) => reason),
    'before anybody opens it',
  ).toEqual(['bad-signature']);
  expect(await totals(restored.session)).toEqual([21]);
  await restored.session.close();
  for (const unlock of ['second', 'third']) {
    const outcome = await device.door.unlock('other words now');
    if (outcome.kind !== 'open') throw new Error(outcome.kind);
    expect(await totals(outcome.session), `${unlock} unlock`).toEqual([21]);
    expect((await outcome.session.openClient(clientId)).health.damaged).toBe(1);
    expect(await outcome.session.quarantine()).toHaveLength(1);
    await outcome.session.close();
  }
});

test('a restore that cannot keep the mark does not bring the blob in', async () => {
  const { files, words } = await aForgedBackup();
  const device = aDevice();
  fillDisk(device.ports.tables, ['addQuarantine']);
  expect(await restoreVault(device.door, files, words, 'other words now')).toMatchObject({
    kind: 'refused',
    reason: 'not-saved',
  });
  expect((await device.ports.documents.open(clientId)).isNew).toBe(true);
});
