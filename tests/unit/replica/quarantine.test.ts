import { expect, test } from 'vitest';
import { addRow } from '../store/fake-disk.ts';
import { aVaultOnDisk } from './a-disk.ts';
import { addScore, clientId, totals, unlocked } from './a-practice.ts';

const otherId = 'ff112233445566778899aabbccddeeff';

test('the same unreadable row in two records is kept for each of them, once', async () => {
  const device = await aVaultOnDisk();
  await device.session.keyring.addClientKeys([otherId]);
  for (const id of [clientId, otherId]) {
    await addScore(device.session, 1, {}, id);
    await addRow(id, 'not bytes');
  }
  await device.session.close();
  for (const unlock of ['first', 'second']) {
    const session = await unlocked(device);
    for (const id of [clientId, otherId]) expect(await totals(session, id)).toHaveLength(1);
    const rows = await session.quarantine();
    expect(rows.map(({ docId }) => docId).sort(), `${unlock} unlock`).toEqual([clientId, otherId].sort());
    expect(new Set(rows.map(({ reason }) => reason))).toEqual(new Set(['damaged-row']));
    await session.close();
  }
});
