import { describe, expect, test } from 'vitest';
import type { VaultStore } from '../../../src/sync/store/vault-store.ts';
import { addScore, aVault, clientId, totals, unlocked } from './a-practice.ts';

const full = (): Promise<never> => Promise.reject(new DOMException('full', 'QuotaExceededError'));

/** The tables of a vault whose disk is full from now on, until `free` is called. */
function fillDisk(tables: VaultStore): { readonly free: () => void } {
  const markDirty = tables.markDirty.bind(tables);
  tables.markDirty = full;
  return { free: () => Object.assign(tables, { markDirty }) };
}

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
