// What was set aside leaves the list when, and only when, what it held is in the record again; the log keeps that it was.
import { describe, expect, test } from 'vitest';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { mergeBackup } from '../../../src/sync/replica/merge-backup.ts';
import type { VaultSession } from '../../../src/sync/replica/vault-session.ts';
import {
  addScore,
  aVault,
  clientId,
  flipped,
  settle,
  tamperWithBlobs,
  totals,
  unlocked,
} from './a-practice.ts';

/** Two scores with a backup after each, then a flipped byte in the second one's blob. */
async function damagedAfterBackups() {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId]);
  await addScore(device.session, 1, { enteredTotal: 21 });
  const { files: older } = await collectBackup(device.session);
  await addScore(device.session, 2, { enteredTotal: 14 });
  const { files: newer } = await collectBackup(device.session);
  await settle(device.session);
  await device.session.close();
  await tamperWithBlobs(device, clientId, (blobs) => {
    const blob = blobs.get(1);
    blobs.delete(1, 1);
    blobs.push([flipped(blob, blob.length >> 1)]);
  });
  return { device, older, newer, session: await unlocked(device) };
}

const reasons = async (session: VaultSession) =>
  (await session.quarantine()).map(({ reason }) => reason).sort();
const log = async (session: VaultSession) => (await session.audit.read()).events.map(({ what }) => what);

describe('a damaged piece', () => {
  test('leaves the list when a backup has brought back what it held, and the log says so', async () => {
    const { session, newer } = await damagedAfterBackups();
    expect(await totals(session)).toEqual([21]);
    expect(await reasons(session)).toContain('damaged-blob');
    await mergeBackup(session, newer);
    expect(await totals(session)).toEqual([21, 14]);
    expect(await reasons(session)).not.toContain('damaged-blob');
    expect(await log(session)).toContain('damage-healed');
  });

  test('stays when an older backup has made the record open whole, but without what it held', async () => {
    const { session, older } = await damagedAfterBackups();
    await totals(session);
    await mergeBackup(session, older);
    expect(await totals(session)).toEqual([21]);
    expect((await session.openClient(clientId)).health.damaged).toBe(0);
    expect(await reasons(session)).toContain('damaged-blob');
  });

  test('stays while the record is damaged', async () => {
    const { session, device } = await damagedAfterBackups();
    await totals(session);
    await session.close();
    const again = await unlocked(device);
    await totals(again);
    expect(await reasons(again)).toContain('damaged-blob');
    expect(await log(again)).not.toContain('damage-healed');
  });
});
