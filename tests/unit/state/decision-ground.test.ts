import { beforeEach, describe, expect, test } from 'vitest';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import { answerPrompt, decisions, type Answering } from '../../../src/app/state/decide.ts';
import { isGroundGone } from '../../../src/app/state/decision-ground.ts';
import type { EntryId } from '../../../src/records/entry.ts';
import { newGoalId, removeGoal, writeGoal } from '../../../src/records/plan.ts';
import { aClient, gad7Total } from './a-client.ts';

const looked = { answer: 'looked', reason: '', obstacles: [] } as const;
let client: ClientState;
let baseline: EntryId;
let score: EntryId;

const answer = (about: Partial<Answering>) =>
  answerPrompt(
    client,
    { prompt: 'worse', about: `gad-7/self/${score}`, seen: 'It rose to 18.', value: 18, ...about },
    looked,
    '2026-03-10',
  );
const isGone = (): boolean => {
  const [latest] = decisions(client);
  if (!latest) throw new Error('nothing was answered');
  return isGroundGone(latest, client);
};
const correctTo = (enteredTotal: number, replaces = score, occurredOn = '2026-03-09') =>
  client.addResponse({
    ...{ instrumentId: 'gad-7', instrumentVersion: 'en-1', coding: 'sum-0-21', language: 'en' },
    ...{ respondent: 'self', mode: 'total-entered', answers: null, occurredOn },
    ...{ enteredTotal, replaces },
  });

beforeEach(async () => {
  ({ client } = await aClient());
  ({ id: baseline } = await gad7Total(client, '2026-03-02', 10));
  ({ id: score } = await gad7Total(client, '2026-03-09', 18));
});

describe('an answer about a score', () => {
  beforeEach(() => answer({}));

  test('stands while the score does, whatever was measured since', async () => {
    await gad7Total(client, '2026-03-16', 6);
    expect(isGone()).toBe(false);
  });

  test('has lost its reason when the score is deleted, and found it when it is put back', async () => {
    await client.deleteEntry(score, 'not-valid');
    expect(isGone()).toBe(true);
    await client.restoreEntry(score);
    expect(isGone()).toBe(false);
  });

  test('has lost its reason when the score is put right, unless it comes out the same', async () => {
    const { id } = await correctTo(8);
    expect(isGone()).toBe(true);
    await client.deleteEntry(id, 'other-correction');
    await correctTo(18);
    expect(isGone()).toBe(false);
  });
});

test('an answer about getting worse has lost its reason when what it was worse than is put right or deleted', async () => {
  await answer({});
  const { id } = await correctTo(17, baseline, '2026-03-02');
  expect(isGone()).toBe(true);
  await client.deleteEntry(id, 'undone');
  expect(isGone()).toBe(false);
  await client.deleteEntry(baseline, 'not-valid');
  expect(isGone()).toBe(true);
});

test('an answer that names a session is about the last scores by then', async () => {
  await answer({ prompt: 'early-check', about: 'gad-7/self/1/4' });
  expect(isGone()).toBe(false);
  await gad7Total(client, '2026-03-16', 20);
  await client.deleteEntry(score, 'not-valid');
  expect(isGone()).toBe(true);
});

test('an answer about a goal has lost its reason when the goal is removed', async () => {
  const goal = newGoalId((length) => new Uint8Array(length).fill(7));
  await client.edit((doc) => writeGoal(doc, goal, { words: 'Sleep', addedOn: '2026-03-01' }));
  await answer({ prompt: 'goal-flat', about: `${goal}/${score}`, value: 3 });
  expect(isGone()).toBe(false);
  await client.edit((doc) => removeGoal(doc, goal));
  expect(isGone()).toBe(true);
});

test('an answer about what was missed has no score that could change', async () => {
  await answer({ prompt: 'missed-measures', about: 'gad-7/self/2026-02-02', value: null });
  expect(isGone()).toBe(false);
});
