// A record of which something that was saved is missing, and a therapist who goes on without it.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { asDocId } from '../../../src/sync/replica/as-doc-id.ts';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { isWhole } from '../../../src/sync/replica/document-health.ts';
import { mergeBackup } from '../../../src/sync/replica/merge-backup.ts';
import { addScore, aVault, clientId, settle, totals, unlocked } from './a-practice.ts';
import { fillDisk } from './full-disk.ts';

/** Two scores were saved; the second one is not on the disk any more. */
async function aShortRecord() {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId]);
  await addScore(device.session, 1, { enteredTotal: 21 });
  const earlier = new Y.Doc();
  await device.session.readOuter(asDocId(clientId), earlier);
  await addScore(device.session, 2, { enteredTotal: 14 });
  const { files } = await collectBackup(device.session);
  await settle(device.session);
  await device.session.close();
  // As a disk loses a row: without a trace, not as something deleted.
  await device.ports.documents.remove(clientId);
  await device.ports.documents.create(clientId, Y.encodeStateAsUpdate(earlier));
  return { device, files, session: await unlocked(device) };
}

describe('what is here of a short record', () => {
  test('counts as whole once it is accepted, now and after the next unlock; the log has a line', async () => {
    const { device, session } = await aShortRecord();
    const document = await session.openClient(clientId);
    expect(document.health).toMatchObject({ isShort: true, isIncomplete: true });
    expect(
      await document.compact({ always: true }),
      'nothing is folded while something is missing',
    ).toBeNull();
    let isTold = false;
    document.subscribe(() => (isTold = true));
    expect(await session.acceptLoss(clientId)).toBe('accepted');
    expect(isTold).toBe(true);
    expect(isWhole(document.health)).toBe(true);
    expect(await session.quarantine()).toEqual([]);
    await addScore(session, 3, { enteredTotal: 7 });
    expect(await document.compact({ always: true })).toEqual({ kind: 'saved' });
    await settle(session);
    await session.close();

    const again = await unlocked(device);
    expect(isWhole((await again.openClient(clientId)).health)).toBe(true);
    expect(await totals(again)).toEqual([21, 7]);
    expect((await again.audit.read()).events.map(({ what }) => what)).toContain('loss-accepted');
    expect((await collectBackup(again)).incomplete).toBe(0);
  });

  test('is not forgotten as accepted when the browser stops before the caches are made', async () => {
    const { device, session } = await aShortRecord();
    await session.openClient(clientId);
    await session.acceptLoss(clientId);
    const again = await unlocked(device); // no close before it: the first page was killed
    expect(isWhole((await again.openClient(clientId)).health)).toBe(true);
  });

  test('is in a backup as not whole, although nobody has opened the record', async () => {
    const { session } = await aShortRecord();
    expect((await collectBackup(session)).incomplete).toBe(1);
  });

  test('still takes in what was missing when a backup turns up', async () => {
    const { session, files } = await aShortRecord();
    await session.acceptLoss(clientId);
    await mergeBackup(session, files);
    expect(await totals(session)).toEqual([21, 14]);
  });

  test('is not accepted where nothing can be written: it stays short', async () => {
    const { device, session } = await aShortRecord();
    const document = await session.openClient(clientId);
    fillDisk(device.ports.tables);
    await expect(session.acceptLoss(clientId)).rejects.toThrow('full');
    expect(document.health.isShort).toBe(true);
    expect(await session.quarantine()).toHaveLength(1);
  });
});
