// Ratings, consent and life events through the open vault.
import { beforeEach, expect, test } from 'vitest';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import { consentIn, consentsIn, writeConsent } from '../../../src/app/state/consent-changes.ts';
import { crossOut } from '../../../src/app/state/entry-changes.ts';
import { rateGoal, ratingOn, ratingsOf } from '../../../src/app/state/goal-ratings.ts';
import { lifeEventsIn, writeLifeEvent } from '../../../src/app/state/life-event-changes.ts';
import { addSession } from '../../../src/app/state/session-changes.ts';
import { addGoal } from '../../../src/app/state/plan-changes.ts';
import type { Goal } from '../../../src/clinical/goals/goal.ts';
import { aClient, first } from './a-client.ts';

let client: ClientState;
let goal: Goal;
const all = () => client.record?.entries ?? [];
const values = () => ratingsOf(all(), goal.id).map(({ occurredOn, value }) => [occurredOn, value]);
const noLevels = { '-2': '', '-1': '', 0: '', 1: '', 2: '' } as const;

beforeEach(async () => {
  ({ client } = await aClient());
  await addGoal(client, { words: 'Sleep', scale: 'zero-to-ten', target: 8, levels: noLevels }, '2026-03-02');
  goal = first(client.carePlan.plan.goals);
});

test('a goal has one rating a day: the second takes the place of the first, and an undo brings it back', async () => {
  await rateGoal(client, goal, 4, '2026-03-09');
  await rateGoal(client, goal, 3, '2026-03-02');
  const undo = await rateGoal(client, goal, 6, '2026-03-09');
  expect(values()).toEqual([
    ['2026-03-02', 3],
    ['2026-03-09', 6],
  ]);
  await undo(client);
  expect(ratingOn(all(), goal.id, '2026-03-09')?.value).toBe(4);
});

test('a rating that is put right may move to another day', async () => {
  await rateGoal(client, goal, 4, '2026-03-09');
  await rateGoal(client, goal, 5, '2026-03-08', first(ratingsOf(all(), goal.id)).id);
  expect(values()).toEqual([['2026-03-08', 5]]);
});

test('a rating keeps the scale that it was given on', async () => {
  await rateGoal(client, goal, 4, '2026-03-02');
  await rateGoal(client, { ...goal, scale: 'attainment' }, -1, '2026-03-09');
  expect(ratingsOf(all(), goal.id).map(({ scale }) => scale)).toEqual(['zero-to-ten', 'attainment']);
});

test('of consent the last day counts, whenever it was written down; what is put right stands in its place', async () => {
  const write = async (occurredOn: string, state: 'explained' | 'agreed' | 'withdrawn') => {
    // Two words of one millisecond have no order.
    await new Promise((later) => setTimeout(later, 2));
    return writeConsent(client, { occurredOn, state, note: '', replaces: null });
  };
  expect(consentIn(all())).toBeNull();
  await write('2026-03-09', 'withdrawn');
  await write('2026-03-02', 'explained');
  await addSession(client, { occurredOn: '2026-03-02', sessionNumber: 1, attendance: 'came' });
  const undo = await write('2026-03-02', 'agreed');
  expect(consentsIn(all()).map(({ state }) => state)).toEqual(['explained', 'agreed', 'withdrawn']);
  expect(consentIn(all())?.state).toBe('withdrawn');
  const withdrawn = consentsIn(all()).at(-1);
  await writeConsent(client, {
    ...{ occurredOn: '2026-03-01', state: 'withdrawn', note: 'for now' },
    replaces: withdrawn?.id ?? null,
  });
  expect(consentIn(all())?.state).toBe('agreed');
  await undo(client);
  // Explained on the day after: nobody has agreed again.
  expect(consentIn(all())).toMatchObject({ state: 'withdrawn', since: '2026-03-01' });
});

test('a life event is corrected by a new one, and does not begin a course of therapy', async () => {
  await writeLifeEvent(client, '2019-05-01', 'Her father died.', null);
  await writeLifeEvent(client, '2026-03-09', 'Her mother moved in.', null);
  await writeLifeEvent(client, '2026-03-08', 'Her mother moved in.', lifeEventsIn(all())[1]?.id ?? null);
  expect(lifeEventsIn(all()).map(({ occurredOn }) => occurredOn)).toEqual(['2019-05-01', '2026-03-08']);
  expect(client.chart.courses).toEqual([{ episode: 1, startedOn: null, ending: null }]);
});

test('what was corrected and is deleted is gone with every wording of it; an undo brings the last one back', async () => {
  await writeLifeEvent(client, '2026-03-09', 'Her mother moved in.', null);
  await writeLifeEvent(client, '2026-03-08', 'Her mother moved in.', first(lifeEventsIn(all())).id);
  await writeLifeEvent(client, '2026-03-07', 'Her mother came.', first(lifeEventsIn(all())).id);
  const undo = await crossOut(client, [first(lifeEventsIn(all())).id], 'mistake');
  expect(lifeEventsIn(all())).toEqual([]);
  expect(client.record?.deleted).toHaveLength(3);
  await undo(client);
  expect(lifeEventsIn(all()).map(({ words }) => words)).toEqual(['Her mother came.']);
});

test('of two corrections that disagree one is deleted, and the other counts', async () => {
  await writeLifeEvent(client, '2026-03-09', 'Her mother moved in.', null);
  const { id } = first(lifeEventsIn(all()));
  await writeLifeEvent(client, '2026-03-09', 'Her aunt moved in.', id);
  await writeLifeEvent(client, '2026-03-09', 'Her sister moved in.', id);
  const shown = first(lifeEventsIn(all()));
  await crossOut(client, [shown.id], 'mistake');
  expect(lifeEventsIn(all()).map(({ words }) => words)).toEqual([
    shown.words === 'Her aunt moved in.' ? 'Her sister moved in.' : 'Her aunt moved in.',
  ]);
});
