import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { asDocId } from '../../../src/sync/replica/as-doc-id.ts';
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

/** Two scores, and one byte of the second one's blob flipped on the disk. */
async function aDamagedVault(at: (blob: Uint8Array) => number) {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId]);
  await addScore(device.session, 1, { enteredTotal: 21 });
  await addScore(device.session, 2, { enteredTotal: 14 });
  await device.session.close();
  await tamperWithBlobs(device, clientId, (blobs) => {
    const blob = blobs.get(1);
    blobs.delete(1, 1);
    blobs.push([flipped(blob, at(blob))]);
  });
  return { device, words: device.words, session: await unlocked(device) };
}

describe('a backup of a vault in which something is damaged', () => {
  for (const [what, at] of [
    ['its ciphertext', (blob: Uint8Array) => blob.length >> 1],
    ['its signature', (blob: Uint8Array) => blob.length - 1],
    ['its header', () => 50],
  ] as const) {
    test(`still restores everything else: one blob with a flipped byte in ${what}`, async () => {
      const { session, words } = await aDamagedVault(at);
      const { files } = await collectBackup(session);
      const outcome = await restoreVault(aDevice().door, files, words.join(' '), 'other words now');
      if (outcome.kind !== 'restored') throw new Error(`${outcome.reason} ${outcome.where ?? ''}`);
      expect(await totals(outcome.session)).toEqual([21]);
      const document = await outcome.session.openClient(clientId);
      expect(document.health.damaged).toBe(1);
      expect(await outcome.session.quarantine()).toHaveLength(1);
    });
  }

  test('still restores everything else when the beginning of a record is missing', async () => {
    const device = await aVault();
    await device.session.keyring.addClientKeys([clientId]);
    const outer = new Y.Doc();
    for (const [number, enteredTotal] of [21, 14].entries()) {
      await addScore(device.session, number + 1, { enteredTotal });
      if (number === 0) await device.session.readOuter(asDocId(clientId), outer);
    }
    await device.session.close();
    const log = await device.ports.documents.open(clientId);
    const end = Y.encodeStateAsUpdate(log.outer, Y.encodeStateVector(outer));
    await log.close();
    await device.ports.documents.replace(clientId, end);

    const { files, incomplete } = await collectBackup(await unlocked(device));
    expect(incomplete).toBe(1);
    const outcome = await restoreVault(aDevice().door, files, device.words.join(' '), 'other words now');
    if (outcome.kind !== 'restored') throw new Error(`${outcome.reason} ${outcome.where ?? ''}`);
    const document = await outcome.session.openClient(clientId);
    expect(document.health.isIncomplete).toBe(true);
  });

  test('restores when the sheet’s keyring on the disk was damaged: a backup does not copy it', async () => {
    const device = await aVault();
    await device.session.keyring.addClientKeys([clientId]);
    await addScore(device.session, 1, { enteredTotal: 21 });
    const kept = await device.ports.tables.readSlot('keyring-recovery');
    if (!kept) throw new Error('no sheet');
    await device.ports.tables.writeSlots({ 'keyring-recovery': flipped(kept, 100) });
    const { files } = await collectBackup(device.session);
    const outcome = await restoreVault(aDevice().door, files, device.words.join(' '), 'other words now');
    if (outcome.kind !== 'restored') throw new Error(outcome.reason);
    expect(await totals(outcome.session)).toEqual([21]);
  });
});
