// A score that was brought in with a session number and no date, put right by hand.
import { expect, test } from 'vitest';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { openThrowAwayVault } from '../../../src/sync/index.ts';
import { entryId, makeResponse } from '../records/make-entry.ts';

test('a correction of a score known only by its session stays at that session, without a day', async () => {
  const practice = await Practice.open(await openThrowAwayVault());
  const client = await practice.openClient(await practice.addClient('A'));
  if (!client) throw new Error('the client is not there');
  const known = { instrumentVersion: 'en-1', occurredOn: null } as const;
  await client.addEntry(makeResponse(1, { ...known, sessionNumber: 1, enteredTotal: 20 }));
  await client.addEntry(makeResponse(2, { ...known, sessionNumber: 2, enteredTotal: 10 }));
  const correct = (enteredTotal: number) =>
    client.addResponse({
      ...{ instrumentId: 'phq-9', instrumentVersion: 'en-1', coding: 'sum-0-27', language: 'en' },
      ...{ respondent: 'self', mode: 'import', answers: null, enteredTotal },
      ...{ occurredOn: null, replaces: entryId(1) },
    });
  const { id } = await correct(21);
  expect(client.chart.points).toMatchObject([
    { occurredOn: null, sessionNumber: 1, outcome: { total: 21 } },
    { occurredOn: null, sessionNumber: 2, outcome: { total: 10 } },
  ]);
  // Put right once more by somebody who had not heard of the first time: whichever counts stands there.
  await correct(22);
  await client.deleteEntry(id, 'other-correction');
  expect(client.chart.points[0]).toMatchObject({ sessionNumber: 1, outcome: { total: 22 } });
  await practice.close();
});
