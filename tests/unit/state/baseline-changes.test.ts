// A baseline moved, its response deleted, the choice put away: through the open vault, as the screens do it.
import { expect, test } from 'vitest';
import { countFromFirst } from '../../../src/app/state/baseline-changes.ts';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import type { ResponseEntry } from '../../../src/records/entry.ts';
import { openThrowAwayVault } from '../../../src/sync/index.ts';

test('putting a lost choice away lets no older choice come back, and can be undone', async () => {
  const practice = await Practice.open(await openThrowAwayVault());
  const client = await practice.openClient(await practice.addClient('A'));
  if (!client) throw new Error('the client is not there');
  for (const [day, enteredTotal] of [18, 15, 12, 9].entries()) {
    await client.addResponse({
      ...{ instrumentId: 'phq-9', instrumentVersion: 'en-1', coding: 'sum-0-27', language: 'en' },
      ...{ respondent: 'self', mode: 'total-entered', answers: null, enteredTotal },
      occurredOn: `2026-01-0${String(day + 1)}`,
    });
  }
  const response = (total: number): ResponseEntry => {
    const found = client.record?.entries.find(
      (entry) => entry.kind === 'response' && entry.enteredTotal === total,
    );
    if (found?.kind !== 'response') throw new Error('no such response');
    return found;
  };
  const view = () => {
    const [only] = client.measures;
    if (!only) throw new Error('no measure');
    return only;
  };
  await client.moveBaseline(response(15), 'after the assessment');
  await client.moveBaseline(response(12), 'medication changed');
  await client.deleteEntry(response(12).id, 'entered-twice');
  expect(view().verdict.problems).toMatchObject([{ kind: 'baseline-choice-unusable' }]);

  const deleted = await countFromFirst(client, view().series, 'from-first');
  expect(view().verdict).toMatchObject({ problems: [], start: { total: 18 } });

  for (const id of deleted) await client.restoreEntry(id);
  expect(view().verdict.problems).toMatchObject([{ kind: 'baseline-choice-unusable' }]);
  await practice.close();
});
