// The caseload list after an edit: right as soon as the edit is saved, and never ahead of the disk.
import { expect, test } from 'vitest';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import type { ResponseDraft } from '../../../src/app/state/client.svelte.ts';
import { openThrowAwayVault } from '../../../src/sync/index.ts';

const draft = (enteredTotal: number, occurredOn: string): ResponseDraft => ({
  instrumentId: phq9.id,
  instrumentVersion: phq9.version,
  coding: phq9.coding,
  language: 'en',
  occurredOn,
  respondent: 'self',
  mode: 'paper',
  answers: null,
  enteredTotal,
});

async function aClient() {
  const practice = await Practice.open(await openThrowAwayVault());
  const id = await practice.addClient('L-01');
  const client = await practice.openClient(id);
  if (!client) throw new Error('no client to write into');
  const add = (total: number, on: string) => client.addResponse(draft(total, on));
  const listed = () => practice.clientSummary(id)?.lines[0]?.latest?.total ?? null;
  return { practice, client, add, listed, id };
}

test('the list shows a new score as soon as it is saved', async () => {
  const { practice, add, listed, id } = await aClient();
  expect((await add(19, '2026-03-02')).status.kind).toBe('saved');
  expect(listed()).toBe(19);
  await add(8, '2026-03-09');
  expect(listed()).toBe(8);
  expect(practice.clientSummary(id)?.responses).toBe(2);
  await practice.close();
});

test('a deletion and its undoing show in the list at once', async () => {
  const { practice, client, add, listed } = await aClient();
  await add(19, '2026-03-02');
  const { id } = await add(8, '2026-03-09');
  await client.deleteEntry(id, 'typed-wrong');
  expect(listed()).toBe(19);
  await client.restoreEntry(id);
  expect(listed()).toBe(8);
  await practice.close();
});

test('what is typed but not saved is not in the list, because a cached block could hold it over a crash', async () => {
  const { practice, add, listed } = await aClient();
  await add(19, '2026-03-02');
  const adding = add(8, '2026-03-09');
  for (let turn = 0; turn < 20 && practice.session.status.kind === 'saved'; turn += 1)
    await Promise.resolve();
  expect(practice.session.status.kind).toBe('saving');
  expect(listed()).toBe(19);
  await adding;
  expect(listed()).toBe(8);
  await practice.close();
});
