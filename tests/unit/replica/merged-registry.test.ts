// A backup's registry lies outside its signed manifest: what it brings must not shut this device out (R1, R2).
import { expect, test } from 'vitest';
import { collectBackup, readStatementList } from '../../../src/sync/replica/backup-files.ts';
import { mergeBackup } from '../../../src/sync/replica/merge-backup.ts';
import { restoreVault } from '../../../src/sync/replica/restore-vault.ts';
import type { VaultSession } from '../../../src/sync/replica/vault-session.ts';
import { byteWriter } from '../../../src/sync/vault/binary.ts';
import { addScore, aDevice, aVault, clientId, totals, unlocked } from './a-practice.ts';
import { fillDisk } from './full-disk.ts';

/** Two devices of one vault; on the second a new sheet was made, with a new epoch that is granted to both. */
async function aNewerEpoch() {
  const first = await aVault();
  await first.session.keyring.addClientKeys([clientId]);
  const { files: older } = await collectBackup(first.session);
  const outcome = await restoreVault(aDevice().door, older, first.words.join(' '), 'other words now');
  if (outcome.kind !== 'restored') throw new Error(outcome.reason);
  await outcome.session.access.newRecoverySheet();
  await addScore(outcome.session, 1, { enteredTotal: 21 });
  return { first, older, newer: (await collectBackup(outcome.session)).files };
}

async function expectWritable(session: VaultSession, number: number): Promise<void> {
  await addScore(session, number, { enteredTotal: 5 });
  expect(session.status).toEqual({ kind: 'saved' });
}

test('a backup sealed under an epoch that is granted to this device is taken in', async () => {
  const { first, newer } = await aNewerEpoch();
  expect(await mergeBackup(first.session, newer)).toMatchObject({ kind: 'merged', newBlobs: 1 });
  expect(await totals(first.session)).toEqual([21]);
  await expectWritable(first.session, 2);
  await first.session.close();
  expect(await totals(await unlocked(first))).toEqual([21, 5]);
});

test('a newer registry in an older backup leaves a vault that can be written and unlocked', async () => {
  const { first, older, newer } = await aNewerEpoch();
  const spliced = new Map(older).set('registry', newer.get('registry') ?? new Uint8Array());
  await mergeBackup(first.session, spliced);
  await expectWritable(first.session, 2);
  await first.session.close();
  expect(await totals(await unlocked(first))).toEqual([5]);
});

test('a registry under which this device holds no epoch to write under is refused, and nothing of it is kept', async () => {
  const { first, older, newer } = await aNewerEpoch();
  const spliced = new Map(older).set('registry', withoutGrants(newer.get('registry') ?? new Uint8Array()));
  const before = first.session.statements.length;
  expect(await mergeBackup(first.session, spliced)).toEqual({
    kind: 'refused',
    reason: 'damaged',
    where: 'registry',
  });
  expect(first.session.statements).toHaveLength(before);
  await expectWritable(first.session, 2);
  await first.session.close();
  expect(await totals(await unlocked(first))).toEqual([5]);
});

test('without room for the granted root no statement is taken in', async () => {
  const { first, newer } = await aNewerEpoch();
  const before = first.session.statements.length;
  fillDisk(first.ports.tables, ['writeSlots']);
  expect(await mergeBackup(first.session, newer)).toMatchObject({ kind: 'refused', reason: 'not-saved' });
  expect(first.session.statements).toHaveLength(before);
});

/** A list of statements (PROTOCOL 10) without those of the kind `grant`. */
function withoutGrants(list: Uint8Array): Uint8Array {
  const statements = readStatementList(list)?.filter((statement) => statement[6] !== 5) ?? [];
  const writer = byteWriter().u32(statements.length);
  for (const statement of statements) writer.var32(statement);
  return writer.done();
}
