// A store that fails once is asked again: what it did not give out, or did not take, is not remembered as its answer.
import { expect, test } from 'vitest';
import { isWhole } from '../../../src/sync/replica/document-health.ts';
import type { VaultStore } from '../../../src/sync/store/vault-store.ts';
import { addScore, aVault, clientId, settle, totals, unlocked } from './a-practice.ts';

async function aSettledRecord() {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId]);
  await addScore(device.session, 1, { enteredTotal: 21 });
  await settle(device.session);
  await device.session.close();
  return { device, session: await unlocked(device) };
}

function failOnce(tables: VaultStore, name: 'readDirty' | 'readQuarantine' | 'commitClean', error: string) {
  const working = { [name]: tables[name].bind(tables) };
  const failing = (): Promise<never> => {
    Object.assign(tables, working);
    return Promise.reject(new DOMException('once', error));
  };
  Object.assign(tables, { [name]: failing });
}

test.each(['readDirty', 'readQuarantine'] as const)(
  'after one failed %s records open and take edits as before',
  async (read) => {
    const { device, session } = await aSettledRecord();
    failOnce(device.ports.tables, read, 'UnknownError');
    await expect(session.openClient(clientId)).rejects.toThrow('once');
    await addScore(session, 2, { enteredTotal: 14 });
    expect(session.status).toEqual({ kind: 'saved' });
    expect(await totals(session)).toEqual([21, 14]);
  },
);

test('after one failed commit of its head a record is not taken for short', async () => {
  const { device, session } = await aSettledRecord();
  await addScore(session, 2, { enteredTotal: 14 });
  failOnce(device.ports.tables, 'commitClean', 'QuotaExceededError');
  await settle(session);
  const document = await session.openClient(clientId);
  expect(isWhole(document.health)).toBe(true);
  expect(await session.quarantine()).toEqual([]);
});
