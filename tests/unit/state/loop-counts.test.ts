// Whether the loop closes, counted by hand.
import { describe, expect, test } from 'vitest';
import { loopCounts, type LoopOf } from '../../../src/app/state/loop-counts.ts';
import { loopFacts, packDay, unpackDay } from '../../../src/app/state/loop-facts.ts';
import { coursesOf } from '../../../src/records/courses.ts';
import type { Entry, EntryId } from '../../../src/records/entry.ts';

const today = '2026-03-12';
const nothing = { pivots: [], looks: [], riskConversations: [], sessions: [] };
const of = (facts: Partial<LoopOf['loop']>, decisions: LoopOf['decisions'] = []): LoopOf => ({
  decisions,
  loop: { ...nothing, ...facts },
});

describe('the counts of the last weeks', () => {
  test('nobody: everything is 0', () => {
    expect(loopCounts([], today, 4)).toEqual({
      ...{ sessions: 0, measured: 0, answered: 0, riskConversations: 0, pivots: 0, looks: 0, looked: 0 },
      answers: { looked: 0, discussed: 0, changed: 0, later: 0, 'not-relevant': 0 },
    });
  });

  test('answers of two clients, by what was answered; the day 28 days ago is outside', () => {
    const one = of({}, [
      { on: '2026-02-12', answer: 'changed' },
      { on: '2026-02-13', answer: 'looked' },
      { on: today, answer: 'discussed' },
    ]);
    const other = of({}, [
      { on: '2026-03-01', answer: 'discussed' },
      { on: '2026-03-02', answer: 'later' },
      { on: '2026-03-13', answer: 'not-relevant' },
    ]);
    const { answered, answers } = loopCounts([one, other], today, 4);
    expect(answered).toBe(4);
    expect(answers).toEqual({ looked: 1, discussed: 2, changed: 0, later: 1, 'not-relevant': 0 });
    expect(loopCounts([one, other], today, 12).answers.changed).toBe(1);
  });

  test('a look counts on the day it fell due, or was taken before; looked at late is looked at', () => {
    const looks = [
      { dueOn: '2026-03-01', doneOn: '2026-03-05' },
      { dueOn: '2026-03-10', doneOn: null },
      { dueOn: '2026-04-01', doneOn: '2026-03-03' },
      { dueOn: '2026-04-02', doneOn: null },
      { dueOn: '2026-01-05', doneOn: '2026-03-01' },
    ];
    expect(loopCounts([of({ looks })], today, 4)).toMatchObject({ looks: 3, looked: 2 });
    expect(loopCounts([of({ looks })], today, 12)).toMatchObject({ looks: 4, looked: 3 });
  });

  test('sessions, those with a measure, changes and conversations about risk', () => {
    const facts = {
      sessions: [packDay('2026-03-05'), -packDay('2026-02-26'), packDay('2026-01-15')],
      pivots: ['2026-03-05', '2025-10-01'],
      riskConversations: ['2026-02-26'],
    };
    expect(loopCounts([of(facts)], today, 4)).toMatchObject({
      ...{ sessions: 2, measured: 1, pivots: 1, riskConversations: 1 },
    });
    expect(loopCounts([of(facts)], today, 12)).toMatchObject({ sessions: 3, measured: 2, pivots: 1 });
  });
});

describe('what is kept of a client', () => {
  const base = {
    v: 1,
    sessionNumber: null,
    recordedAt: { utc: '2026-03-01T10:00:00Z', offsetMinutes: 0 },
  } as const;
  const id = (name: string): EntryId => name.padEnd(32, '0') as EntryId;
  const session = (name: string, occurredOn: string, attendance: 'came' | 'missed' = 'came'): Entry => ({
    ...{ ...base, episode: 1, kind: 'session', id: id(name), occurredOn, attendance },
  });
  const factsOf = (entries: readonly Entry[]) =>
    loopFacts({ record: { entries, firstWritten: new Map() }, chart: { courses: coursesOf(entries) } });

  test('a day comes back from its number', () => {
    for (const day of ['2026-03-12', '2024-02-29', '1999-12-31']) {
      expect(unpackDay(packDay(day))).toBe(day);
      expect(unpackDay(-packDay(day))).toBe(day);
    }
  });

  test('sessions that took place in the twelve weeks up to the last one', () => {
    const entries = [
      session('a', '2025-12-11'),
      session('b', '2025-12-12'),
      session('c', '2026-03-04', 'missed'),
      session('d', '2026-03-05'),
    ];
    expect(factsOf(entries).sessions.map(unpackDay)).toEqual(['2025-12-12', '2026-03-05']);
    expect(
      factsOf(entries).sessions.every((day) => day < 0),
      'no measure was answered',
    ).toBe(true);
    expect(factsOf([]).sessions).toEqual([]);
  });

  test('each look was planned by the pivot or by the review before it', () => {
    const pivot: Entry = {
      ...{ ...base, episode: 1, kind: 'pivot', id: id('e'), occurredOn: '2026-01-01', obstacles: [] },
      ...{ inTheWay: '', from: null, to: 'exposure', label: 'Exposure', target: null, direction: 'down' },
      ...{ reviewOn: '2026-02-01', agreement: 'agreed', clientWording: '' },
    };
    const review: Entry = {
      ...{ ...base, episode: 1, kind: 'review', id: id('f'), occurredOn: '2026-02-03', pivotId: id('e') },
      ...{ decision: 'keep', words: '', nextReviewOn: '2026-04-01' },
    };
    expect(factsOf([pivot, review])).toMatchObject({
      pivots: ['2026-01-01'],
      looks: [
        { dueOn: '2026-02-01', doneOn: '2026-02-03' },
        { dueOn: '2026-04-01', doneOn: null },
      ],
    });
    const ending = (occurredOn: string): Entry => ({
      ...{ ...base, episode: 1, kind: 'ending', id: id('9'), occurredOn, reason: 'as-planned' },
      ...{ summary: '', followUpMonths: [] },
    });
    // It comes back to nobody after the ending of the course.
    expect(factsOf([pivot, review, ending('2026-03-31')]).looks).toHaveLength(1);
    expect(factsOf([pivot, review, ending('2026-04-01')]).looks).toHaveLength(2);
  });
});
