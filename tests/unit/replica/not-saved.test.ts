import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { asDocId } from '../../../src/sync/replica/as-doc-id.ts';
import { addScore, aVault, clientId, settle, tamperWithBlobs, totals, unlocked } from './a-practice.ts';
import { fillDisk } from './full-disk.ts';

async function aVaultWithAScore() {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId]);
  await addScore(device.session, 1, { enteredTotal: 21 });
  // The first unlock marks everything once; a new session has to mark again.
  await device.session.close();
  return { device, session: await unlocked(device) };
}

describe('a score that cannot be saved', () => {
  test('says that the disk is full, not that sealing failed', async () => {
    const { device, session } = await aVaultWithAScore();
    fillDisk(device.ports.tables);
    const document = await session.openClient(clientId);
    document.inner.getMap('entries').set('x', 1);
    expect(await document.flush()).toEqual({ kind: 'not-saved', reason: 'quota' });
  });

  test('is not forgotten when its screen is left: it stays in the status until it is saved', async () => {
    const { device, session } = await aVaultWithAScore();
    const disk = fillDisk(device.ports.tables);
    await addScore(session, 2, { enteredTotal: 14 });
    expect(session.status).toEqual({ kind: 'not-saved', reason: 'quota' });
    disk.free();
    expect(await session.retry()).toEqual({ kind: 'saved' });
    await session.close();
    expect(await totals(await unlocked(device))).toEqual([21, 14]);
  });

  test('is in what is kept at locking, sealed, and comes back at the next unlock', async () => {
    const { device, session } = await aVaultWithAScore();
    const disk = fillDisk(device.ports.tables);
    await addScore(session, 2, { enteredTotal: 14 });
    const [kept] = await session.unsaved();
    if (!kept) throw new Error('nothing was kept');
    disk.free();
    // The first page is gone with what it held; another one unlocks.
    const next = await unlocked(device);
    const document = await next.openClient(kept.docId);
    expect(await document.takeIn(kept.update)).toMatchObject({ kind: 'taken-in', newBlobs: 1 });
    await next.release(document);
    expect(await totals(next)).toEqual([21, 14]);
    expect(document.health.gaps).toEqual([]);
  });
});

test('what goes into a backup unsaved is saved later as the same blob: no gap, nothing twice', async () => {
  const { device, session } = await aVaultWithAScore();
  const disk = fillDisk(device.ports.tables);
  await addScore(session, 2, { enteredTotal: 14 });
  const exported = new Y.Doc();
  await session.readOuter(asDocId(clientId), exported);
  await addScore(session, 3, { enteredTotal: 7 });
  disk.free();
  expect(await session.retry()).toEqual({ kind: 'saved' });
  const document = await session.openClient(clientId);
  expect(await document.takeIn(Y.encodeStateAsUpdate(exported))).toMatchObject({
    kind: 'taken-in',
    newBlobs: 0,
  });
  expect(document.health).toMatchObject({ gaps: [], damaged: 0 });
  await session.close();
  const again = await unlocked(device);
  expect(await totals(again)).toEqual([21, 14, 7]);
  expect((await again.openClient(clientId)).health.gaps).toEqual([]);
});

describe('a vault on a full disk', () => {
  test('opens and can be read; its unlock is written down when there is room', async () => {
    const { device, session } = await aVaultWithAScore();
    await session.close();
    const disk = fillDisk(device.ports.tables);
    const onFullDisk = await unlocked(device);
    expect(await totals(onFullDisk)).toEqual([21]);
    expect(onFullDisk.status).toEqual({ kind: 'saved' });
    const unlocks = async () =>
      (await onFullDisk.audit.read()).events.filter(({ what }) => what === 'unlocked').length;
    const before = await unlocks();
    disk.free();
    await onFullDisk.close();
    expect(await unlocks()).toBe(before + 1);
  });

  test('can be closed although a record is due for compaction', async () => {
    const { device, session } = await aVaultWithAScore();
    for (let number = 2; number < 70; number += 1) {
      const document = await session.openClient(clientId);
      document.inner.getMap('entries').set(`x${number}`, number);
      await document.flush();
      if (number === 69) fillDisk(device.ports.tables);
      await session.release(document);
    }
    expect(await session.close()).toEqual({ kind: 'saved' });
  });

  test('does not forget that a record was found short, once there is room again', async () => {
    const { device, session } = await aVaultWithAScore();
    await addScore(session, 2, { enteredTotal: 14 });
    await settle(session);
    await session.close();
    await tamperWithBlobs(device, clientId, (blobs) => blobs.delete(blobs.length - 1, 1));
    const disk = fillDisk(device.ports.tables);
    const onFullDisk = await unlocked(device);
    expect((await onFullDisk.openClient(clientId)).health.isIncomplete).toBe(true);
    expect((await onFullDisk.quarantine()).map(({ reason }) => reason)).toEqual(['missing']);
    disk.free();
    await settle(onFullDisk);
    await onFullDisk.close();
    expect((await (await unlocked(device)).openClient(clientId)).health.isIncomplete).toBe(true);
  });
});
