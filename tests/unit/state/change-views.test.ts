import { describe, expect, test } from 'vitest';
import { changeViews, type ChangeView } from '../../../src/app/state/change-views.ts';
import { deriveChart } from '../../../src/app/state/client-chart.ts';
import { packChart, unpackChart } from '../../../src/app/state/pack-chart.ts';
import type { GoalId } from '../../../src/clinical/goals/goal.ts';
import { findInstrument } from '../../../src/clinical/instruments/catalogue.ts';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import type { Entry } from '../../../src/records/entry.ts';
import { pivotsOf } from '../../../src/records/pivots.ts';
import { entryId } from '../records/make-entry.ts';
import { ending, lifeEvent, pivot, rating, recordOf, review, week, weekly } from './make-course.ts';

const find = (id: string, version: string): Instrument | null =>
  id === phq9.id && version === '2' ? { ...phq9, version: '2' } : findInstrument(id, version);

function views(entries: readonly Entry[]): ChangeView[] {
  const record = recordOf(entries);
  return changeViews(pivotsOf(record), record, deriveChart(record, find), find);
}

const counts = (view: ChangeView | undefined): readonly (readonly [number, number])[] =>
  (view?.target ?? []).map(({ comparison: { nBefore, nAfter } }) => [nBefore, nAfter] as const);

const anxious = [18, 17, 19, 18, 12, 10, 9, 7];
const change = pivot(1, week(3));

test('the score of the change’s own day was given before it', () => {
  const [view] = views([...weekly(anxious), change]);
  expect(view?.target[0]?.comparison).toMatchObject({
    kind: 'compared',
    nBefore: 4,
    nAfter: 4,
    medianBefore: 18,
    medianAfter: 9.5,
    nap: { estimate: 1 },
    outcome: { kind: 'better' },
  });
});

test('a phase with one score is too few points', () => {
  expect(views([...weekly(anxious.slice(0, 5)), change])[0]?.target[0]?.comparison).toEqual({
    kind: 'too-few',
    ...{ nBefore: 4, nAfter: 1, needed: 3 },
  });
});

test('a client with no measure: the change is there, and nothing is compared', () => {
  expect(views([change])).toMatchObject([{ target: [], others: [] }]);
});

test('the newest comes first, and each is compared with what came before and after it alone', () => {
  const seen = views([...weekly([...anxious, 6, 5, 6]), change, pivot(2, week(7), { from: 'exposure' })]);
  expect(seen.map(({ pivot: { entry } }) => entry.id)).toEqual([entryId(2), entryId(1)]);
  expect(seen.map(counts)).toEqual([[[4, 3]], [[4, 4]]]);
});

test('two changes on one day are one to the scores: both show the same phases, and say so', () => {
  const seen = views([...weekly(anxious), change, pivot(2, week(3), { to: 'skills' })]);
  expect(seen.map(({ together }) => together)).toEqual([1, 1]);
  expect(seen.map(counts)).toEqual([[[4, 4]], [[4, 4]]]);
});

test('scores after it was stopped are not of its phase, and are counted as left out', () => {
  const stop = review(2, week(5), change, { decision: 'stop' });
  const [view] = views([...weekly(anxious), change, stop]);
  expect(view).toMatchObject({ stoppedOn: week(5), target: [{ leftOut: { afterStop: 2 } }] });
  expect(counts(view)).toEqual([[4, 2]]);
  const thenKept = review(3, week(6), change);
  expect(views([...weekly(anxious), change, stop, thenKept])[0]?.stoppedOn).toBeNull();
});

test('a follow-up after the ending is in no phase of therapy', () => {
  const [view] = views([...weekly(anxious), change, ending(2, week(6), 'as-planned')]);
  expect(counts(view)).toEqual([[4, 3]]);
  expect(view?.target[0]?.leftOut.followUps).toBe(1);
});

test('scores of another course of therapy are in none of its phases', () => {
  const later = weekly([20, 21, 22], { from: 40, firstId: 200, episode: 2 });
  expect(counts(views([...weekly(anxious), change, ...later])[0])).toEqual([[4, 4]]);
});

describe('what is never mixed', () => {
  test('a parent’s scores stand beside, not in, those of the young person', () => {
    const parent = weekly([20, 20, 20, 20, 20, 20, 20, 20], { firstId: 200, respondent: 'parent' });
    const [view] = views([...weekly(anxious), ...parent, change]);
    expect(counts(view)).toEqual([[4, 4]]);
    expect(view?.others).toMatchObject([{ subject: { series: { respondent: 'parent' } } }]);
  });

  test('a version changed half-way is compared within each version only, the fullest first', () => {
    const newer = weekly([9, 8, 7, 6, 5], { from: 4, firstId: 200, instrumentVersion: '2' });
    const [view] = views([...weekly([18, 17, 19, 18]), ...newer, change]);
    expect(counts(view)).toEqual([
      [0, 5],
      [4, 0],
    ]);
    expect(view?.target.every(({ comparison }) => comparison.kind === 'too-few')).toBe(true);
  });

  test('another measure is compared by itself', () => {
    const gad = weekly([15, 15, 14, 14, 9, 8], {
      firstId: 200,
      ...{ instrumentId: gad7.id, instrumentVersion: gad7.version, coding: gad7.coding },
    });
    const [view] = views([...weekly(anxious), ...gad, change]);
    expect(view?.others).toMatchObject([{ comparison: { nBefore: 4, nAfter: 2 } }]);
  });
});

test('the ratings of a goal are compared, and higher is better', () => {
  const ratings = [2, 3, 2, 3, 6, 7, 8].map((value, n) => rating(300 + n, week(n), value));
  const target = { kind: 'goal', goalId: 'goal-1' as GoalId } as const;
  const [view] = views([...ratings, pivot(1, week(3), { target, direction: 'up' })]);
  expect(view?.target).toMatchObject([
    { subject: { kind: 'goal' }, comparison: { outcome: { kind: 'better' } } },
  ]);
  expect(view?.others).toEqual([]);
});

test('ties everywhere: no clear difference', () => {
  const [view] = views([...weekly([9, 9, 9, 9, 9, 9, 9, 9]), change]);
  expect(view?.target[0]?.comparison).toMatchObject({
    nap: { estimate: 0.5 },
    outcome: { kind: 'no-clear-difference' },
  });
});

test('30 changes in 500 sessions by number: every score in one phase', () => {
  const scores = Array.from({ length: 500 }, (_, n) => ({
    ...(weekly([n % 20], { firstId: 1_000 + n })[0] as Entry),
    ...{ occurredOn: null, sessionNumber: n + 1 },
  })) as Entry[];
  const changes = Array.from({ length: 30 }, (_, n) =>
    pivot(n + 1, week(0), { occurredOn: null, sessionNumber: 16 * (n + 1) }),
  );
  const seen = views([...scores, ...changes]);
  expect(seen).toHaveLength(30);
  expect(seen.at(-1)?.pivot.entry.sessionNumber).toBe(16);
  expect(seen.map(counts).slice(1)).toEqual(Array.from({ length: 29 }, () => [[16, 16]]));
});

test('changes and life events are in the cache, so that the picture does not jump when the document opens', () => {
  const chart = deriveChart(recordOf([...weekly(anxious), change, lifeEvent(2, week(2), 'Moved')]), find);
  expect(chart.pivots).toMatchObject([{ id: entryId(1), occurredOn: week(3), to: 'exposure' }]);
  expect(chart.lifeEvents).toEqual([{ id: entryId(2), occurredOn: week(2), words: 'Moved' }]);
  expect(unpackChart(packChart(chart))).toEqual(chart);
});
