// What is known of a person decides between cut-offs that are for some people only; it is kept in the record, and a refusal
// is kept too.
import { expect, test } from 'vitest';
import { auditC } from '../../../src/clinical/instruments/audit-c/audit-c.ts';
import { ClientState } from '../../../src/app/state/client.svelte.ts';
import { makeReadableExport } from '../../../src/app/state/make-readable.ts';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { readReadableJson } from '../../../src/exchange/readable/write-json.ts';
import { openThrowAwayVault } from '../../../src/sync/index.ts';

async function aDrinkersRecord() {
  const practice = await Practice.open(await openThrowAwayVault());
  const id = await practice.addClient('P-01');
  const client = await practice.openClient(id);
  if (!client) throw new Error('no client');
  await client.addResponse({
    instrumentId: auditC.id,
    instrumentVersion: auditC.version,
    coding: auditC.coding,
    language: 'en',
    occurredOn: '2026-03-02',
    respondent: 'self',
    mode: 'paper',
    answers: [1, 2, 0],
    enteredTotal: null,
  });
  return { practice, id, client };
}

const cutOffOf = ({ measures: [view] }: ClientState): string | readonly string[] => {
  if (view?.verdict.kind !== 'too-few-points') throw new Error('one response was added');
  const open = view.verdict.problems.find((problem) => problem.kind === 'cut-off-open');
  return view.verdict.cutOff?.id ?? open?.possible.map(({ id }) => id) ?? [];
};

test('3 on the AUDIT-C is at the cut-off for a woman, below the one for a man, and open for nobody known', async () => {
  const { practice, client } = await aDrinkersRecord();
  expect(cutOffOf(client)).toEqual(['men', 'women']);
  await client.writeProfile('sex', 'female');
  expect(cutOffOf(client)).toBe('women');
  await client.writeProfile('sex', 'male');
  expect(cutOffOf(client)).toBe('men');
  await client.writeProfile('sex', 'other');
  expect(cutOffOf(client)).toEqual(['men', 'women']);
  await practice.close();
});

test('a refusal leaves every cut-off open, is still there when the record is opened again, and is exported', async () => {
  const { practice, client, id } = await aDrinkersRecord();
  await client.writeProfile('sexRefused', true);
  await client.close();
  const again = await ClientState.open(practice, id);
  await expect.poll(() => again.record).not.toBeNull();
  expect(again.profile).toEqual({ sexRefused: true });
  expect(cutOffOf(again)).toEqual(['men', 'women']);
  await again.close();
  const { blob } = await makeReadableExport(practice, 'all', 'json', () => undefined);
  const read = readReadableJson(await blob.text());
  expect(read).toMatchObject({ kind: 'record', record: { clients: [{ profile: { sexRefused: true } }] } });
  await practice.close();
});

test('a cut-off that the practice chose by name is used for everybody', async () => {
  const { practice, client } = await aDrinkersRecord();
  await practice.choose('cut-off', 'audit-c', 'men');
  await client.writeProfile('sex', 'female');
  expect(cutOffOf(client)).toBe('men');
  await practice.close();
});
