// Prompts through the open vault: from what is written down to what waits, on the client's page and in the list alike.
import { beforeEach, expect, test } from 'vitest';
import { endCourse } from '../../../src/app/state/course-changes.ts';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import { newEntry } from '../../../src/app/state/new-entry.ts';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { lastAnsweredOn } from '../../../src/app/state/prompt-source.ts';
import { needsOf } from '../../../src/clinical/attention/need.ts';
import type { GoalId } from '../../../src/clinical/goals/goal.ts';
import type { PromptAnswer } from '../../../src/clinical/prompts/prompt.ts';
import { dueMeasures } from '../../../src/clinical/schedule/due-measures.ts';
import { removeGoal, writeGoal } from '../../../src/records/plan.ts';
import { writePlannedMeasure } from '../../../src/records/schedule.ts';
import { switchPrompt } from '../../../src/records/client-choices.ts';
import type { EntryId } from '../../../src/records/entry.ts';
import { openThrowAwayVault } from '../../../src/sync/index.ts';
import { week } from '../clinical/prompts/a-client.ts';

let practice: Practice;
let client: ClientState;

const total = (number: number, enteredTotal: number, replaces?: EntryId) =>
  client.addResponse({
    ...{ instrumentId: 'phq-9', instrumentVersion: 'en-1', coding: 'sum-0-27', language: 'en' },
    ...{ respondent: 'self', mode: 'total-entered', answers: null, occurredOn: week(number), enteredTotal },
    ...(replaces ? { replaces } : {}),
  });
const items = (number: number, item9: number) =>
  client.addResponse({
    ...{ instrumentId: 'phq-9', instrumentVersion: 'en-1', coding: 'sum-0-27', language: 'en' },
    ...{ respondent: 'self', mode: 'handed-over', occurredOn: week(number), enteredTotal: null },
    answers: [1, 1, 1, 1, 1, 1, 1, 1, item9, null],
  });
const session = (number: number) =>
  client.addEntry({ ...newEntry(client, week(number)), kind: 'session', attendance: 'came' });
async function answer(given: PromptAnswer, number: number): Promise<void> {
  const prompt = client.prompts.find(({ kind }) => kind !== 'safety');
  if (!prompt) throw new Error('nothing waits');
  await client.addEntry({
    ...newEntry(client, week(number)),
    ...{ kind: 'decision', prompt: prompt.kind, about: prompt.about, value: prompt.value },
    ...{ answer: given, reason: '', obstacles: [], seen: '' },
  });
}
const waiting = () => client.prompts.map(({ kind, from }) => (from === null ? kind : `${kind} from ${from}`));
const summary = async () => {
  await practice.deriveNow(new Set([client.id]));
  const found = practice.clientSummary(client.id);
  if (!found) throw new Error('not in the list');
  return found;
};

beforeEach(async () => {
  practice = await Practice.open(await openThrowAwayVault());
  const opened = await practice.openClient(await practice.addClient('A'));
  if (!opened) throw new Error('the client is not there');
  client = opened;
});

test('not better by session 4: the early check waits until it is answered, on the page and in the list', async () => {
  for (const number of [1, 2, 3, 4]) {
    await session(number);
    await total(number, 16);
  }
  expect(waiting()).toEqual(['early-check']);
  expect((await summary()).today.prompts).toEqual(client.prompts);
  await answer('later', 4);
  expect(waiting()).toEqual(['early-check from 2026-01-27']);
  await answer('changed', 5);
  expect(waiting()).toEqual([]);
  expect(lastAnsweredOn(client.record?.entries ?? [], week(5))).toBe(week(5));
  expect((await summary()).today.decisions).toEqual([
    { on: week(4), prompt: 'early-check', answer: 'later' },
    { on: week(5), prompt: 'early-check', answer: 'changed' },
  ]);
});

test('a correction that removes the reason removes the prompt; what was answered stays in the record', async () => {
  await total(1, 10);
  const { id } = await total(2, 17);
  await answer('looked', 2);
  await total(3, 16);
  expect(waiting()).toEqual(['worse']);
  await total(3, 10, client.record?.entries.findLast(({ kind }) => kind === 'response')?.id);
  await total(2, 11, id);
  expect(waiting()).toEqual([]);
  expect(client.record?.entries.filter(({ kind }) => kind === 'decision')).toHaveLength(1);
});

test('after a recorded conversation the safety answer is silent until the day set, in the list too', async () => {
  await items(1, 1);
  expect(waiting()).toEqual(['safety']);
  const needsOn = async (day: string) => needsOf('active', (await summary()).needs, day)[0].kind;
  expect(await needsOn(week(1))).toBe('safety-answer');
  await client.addEntry({
    ...newEntry(client, week(1)),
    ...{ kind: 'risk-conversation', asked: 'Yes', said: '', means: '', protectiveFactors: '' },
    ...{ whereNow: '', plan: '', told: '', askAgainOn: week(3) },
    discussed: [{ measure: client.prompts[0]?.about ?? '', answer: 1 }],
  });
  expect(waiting()).toEqual([`safety from ${week(3)}`]);
  expect(await needsOn(week(2))).toBe('rest');
  expect(await needsOn(week(3))).toBe('safety-answer');
  await items(2, 2);
  expect(waiting()).toEqual(['safety']);
  await items(3, 0);
  expect(client.prompts).toMatchObject([{ about: 'ask-again', from: week(3) }]);
  expect(await needsOn(week(3))).toBe('ask-again');
});

test('withdrawn agreement stops what is due and what is missed; the course’s ending too', async () => {
  await client.edit((doc) => {
    writePlannedMeasure(doc, {
      ...{ instrumentId: 'phq-9', respondent: 'self', since: week(1) },
      cadence: { kind: 'sessions', every: 1 },
    });
  });
  await total(1, 12);
  for (const number of [1, 2, 3]) await session(number);
  expect(waiting()).toEqual(['missed-measures from 2026-01-20']);
  expect(dueMeasures(client.due, week(4))).toHaveLength(1);
  const consent = (state: 'withdrawn' | 'agreed', number: number) =>
    client.addEntry({ ...newEntry(client, week(number)), kind: 'consent', state, note: '' });
  await consent('withdrawn', 4);
  expect([waiting(), client.due]).toEqual([[], []]);
  expect((await summary()).today).toMatchObject({ due: [], consent: { state: 'withdrawn', since: week(4) } });
  await consent('agreed', 5);
  expect(dueMeasures(client.due, week(5))).toHaveLength(1);
  expect(waiting()).toEqual([]);
  await endCourse(practice, client, {
    ...{ occurredOn: week(6), reason: 'as-planned', summary: '', followUpMonths: [] },
  });
  expect(client.due).toEqual([]);
});

test('a goal that is removed while a prompt speaks of it takes the prompt along; put back, it is there again', async () => {
  const id = 'g1' as GoalId;
  await client.edit((doc) => {
    writeGoal(doc, id, { words: 'Ride the bus', scale: 'zero-to-ten', target: 8, addedOn: week(1) });
  });
  for (const number of [1, 2, 3])
    await client.addEntry({
      ...newEntry(client, week(number)),
      ...{ kind: 'rating', goalId: id, scale: 'zero-to-ten', value: 3 },
    });
  expect(client.prompts).toMatchObject([{ kind: 'goal-flat', reason: { words: 'Ride the bus' } }]);
  await client.edit((doc) => removeGoal(doc, id));
  expect(waiting()).toEqual([]);
  await client.edit((doc) => removeGoal(doc, id, false));
  expect(waiting()).toEqual(['goal-flat']);
  await client.edit((doc) => switchPrompt(doc, 'goal-flat', false));
  expect(waiting()).toEqual([]);
});

test('a pivot comes back on its review day, until it is decided', async () => {
  await client.addEntry({
    ...newEntry(client, week(2)),
    ...{ kind: 'pivot', obstacles: [], inTheWay: '', from: null, to: 'exposure', label: 'Exposure' },
    ...{ target: null, direction: 'down', reviewOn: week(6), agreement: 'agreed', clientWording: '' },
  });
  const [pivot] = (await summary()).today.pivots;
  expect(pivot).toMatchObject({ label: 'Exposure', reviewDueOn: week(6) });
  if (!pivot) throw new Error('no pivot');
  await client.addEntry({
    ...newEntry(client, week(6)),
    ...{ kind: 'review', pivotId: pivot.pivotId, decision: 'keep', words: '', nextReviewOn: null },
  });
  expect((await summary()).today.pivots).toEqual([]);
});
