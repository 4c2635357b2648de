import { describe, expect, test } from 'vitest';
import { emptyCarePlan, type CarePlan } from '../../../src/app/state/care-plan.ts';
import { deriveChart, type ChoicesFor } from '../../../src/app/state/client-chart.ts';
import {
  countOutcomes,
  countTechniques,
  measuresUsed,
  yearsOf,
} from '../../../src/app/state/outcome-counts.ts';
import { outcomeFacts, type OutcomeFacts } from '../../../src/app/state/outcome-facts.ts';
import { outcomeRows, techniqueRows } from '../../../src/app/screens/outcomes/outcome-rows.ts';
import { findInstrument } from '../../../src/clinical/instruments/catalogue.ts';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import type { Entry } from '../../../src/records/entry.ts';
import { ending, lifeEvent, pivot, recordOf, review, week, weekly } from './make-course.ts';

const today = '2026-06-30';

function facts(
  entries: readonly Entry[],
  carePlan: CarePlan = emptyCarePlan,
  choices: ChoicesFor = () => ({}),
): OutcomeFacts {
  const record = recordOf(entries);
  return outcomeFacts(
    { record, chart: deriveChart(record, findInstrument), carePlan, choices },
    findInstrument,
  );
}

// PHQ-9: cut-off 10, reliable from 6 points on.
const recovered = facts([...weekly([18, 14, 7]), ending(1, week(3), 'as-planned')]);
const improved = facts(weekly([22, 15]));
const unchanged = facts([...weekly([14, 12]), ending(1, week(3), 'client-stopped')]);
const deteriorated = facts([...weekly([8, 14]), ending(1, week(3), 'lost-contact')]);
const oneScore = facts([...weekly([16]), ending(1, week(1), 'client-stopped')]);
const incompleteOnly = facts([...weekly([16]), ...weekly([null])]);
const nobody = facts([]);
const practice = [recovered, improved, unchanged, deteriorated, oneScore, incompleteOnly, nobody];

describe('outcomes, counted by hand', () => {
  test('each course once, each figure of those it can be of', () => {
    expect(countOutcomes(practice, { kind: 'all' }, 'primary', today)).toEqual({
      started: 6,
      undated: 0,
      withTwoScores: 4,
      judged: 4,
      withoutRule: 0,
      clinicalAtStart: 3,
      recovered: 1,
      improved: 1,
      unchanged: 1,
      deteriorated: 1,
      ended: 4,
      leftEarly: 3,
    });
  });

  test('a life event alone begins no course', () => {
    expect(facts([lifeEvent(1, '2019-05-01', 'Her father died.')]).courses).toEqual([]);
  });

  test('a change that was decided at the ending or after it began no phase', () => {
    const of = (day: string) =>
      facts([...weekly([18, 16, 15]), pivot(1, day), ending(2, week(3), 'as-planned')]);
    expect(of(week(1)).phases).toHaveLength(1);
    expect(of(week(3)).phases).toEqual([]);
    expect(of(week(4)).phases).toEqual([]);
  });

  test('a client who took therapy up again is in it twice, each course by itself', () => {
    const again = facts([
      ...weekly([18, 7]),
      ending(1, week(3), 'as-planned'),
      ...weekly([12, 12], { from: 20, firstId: 300, episode: 2 }),
    ]);
    expect(countOutcomes([again], { kind: 'all' }, 'primary', today)).toMatchObject({
      ...{ started: 2, recovered: 1, unchanged: 1, ended: 1 },
    });
  });

  test('a follow-up after the ending changes no outcome', () => {
    const relapsed = facts([...weekly([18, 14, 7, 20]), ending(1, week(2), 'as-planned')]);
    expect(countOutcomes([relapsed], { kind: 'all' }, 'primary', today)).toMatchObject({ recovered: 1 });
  });

  test('by the day on which a course began', () => {
    const old = facts(weekly([18, 7], { from: -60 }));
    const undated = facts(
      weekly([18, 7]).map((entry, n) => ({ ...entry, occurredOn: null, sessionNumber: n + 1 })),
    );
    const all = [recovered, old, undated];
    const started = (period: Parameters<typeof countOutcomes>[1]): number =>
      countOutcomes(all, period, 'primary', today).started;
    expect(started({ kind: 'all' })).toBe(3);
    expect(started({ kind: 'last-year' })).toBe(1);
    expect(started({ kind: 'year', year: '2024' })).toBe(1);
    expect(started({ kind: 'year', year: '2025' })).toBe(0);
    expect(countOutcomes(all, { kind: 'all' }, 'primary', today).undated).toBe(1);
    expect(yearsOf(all)).toEqual(['2026', '2024']);
  });
});

describe('which measure', () => {
  const gad = weekly([16, 15], {
    firstId: 200,
    ...{ instrumentId: gad7.id, instrumentVersion: gad7.version, coding: gad7.coding },
  });
  const entries = [...weekly([18, 14, 7]), ...gad];

  test('the one with most scores, unless the schedule names another', () => {
    expect(facts(entries).courses[0]?.lines.map(({ instrumentId }) => instrumentId)).toEqual([
      'phq-9',
      'gad-7',
    ]);
    const primary = { instrumentId: 'gad-7', respondent: 'self' } as const;
    const planned = facts(entries, { ...emptyCarePlan, schedule: { measures: [], primary } });
    expect(planned.courses[0]?.lines[0]).toEqual({
      ...{ instrumentId: 'gad-7', respondent: 'self', scores: 2, standing: 'unchanged' },
      clinicalAtStart: true,
    });
  });

  test('a measure can be chosen, and courses without it are among the started only', () => {
    const chosen = { instrumentId: 'gad-7', respondent: 'self' } as const;
    expect(countOutcomes([facts(entries), recovered], { kind: 'all' }, chosen, today)).toMatchObject({
      ...{ started: 2, withTwoScores: 1, unchanged: 1, recovered: 0 },
    });
    expect(measuresUsed([facts(entries), recovered])).toEqual([
      { instrumentId: 'phq-9', respondent: 'self', courses: 2 },
      { instrumentId: 'gad-7', respondent: 'self', courses: 1 },
    ]);
  });

  test('the rule in use for the client decides', () => {
    const choices: ChoicesFor = (id) => (id === 'gad-7' ? { changeRuleId: 'no-such-rule' } : {});
    expect(facts(entries, emptyCarePlan, choices).courses[0]?.lines[0]?.standing).toBe('recovered');
  });
});

test('no percentage of fewer than twenty, and none without its n', () => {
  const rowsOf = (n: number) =>
    outcomeRows(
      countOutcomes(
        Array.from({ length: n }, () => recovered),
        { kind: 'all' },
        'primary',
        today,
      ),
      'en-GB',
    );
  const find = (n: number) => rowsOf(n).find(({ id }) => id === 'recovered');
  expect(find(19)).toMatchObject({ number: '19', of: '19 clinical at the start', share: 'too few' });
  expect(find(20)).toMatchObject({ number: '20', of: '20 clinical at the start', share: '100%' });
  expect(rowsOf(20).every(({ of, share }) => share === null || of !== null)).toBe(true);
});

describe('closed phases', () => {
  const anxious = [18, 17, 19, 18, 12, 10, 9, 7];
  const change = pivot(1, week(3));
  const phasesOf = (...entries: readonly Entry[]) => facts([...weekly(anxious), ...entries]).phases;

  test('a phase that goes on is not counted; the next change, a stop and the ending close it', () => {
    expect(phasesOf(change)).toEqual([]);
    const better = { technique: 'exposure', move: 'better', nap: 1 };
    expect(phasesOf(change, pivot(2, week(7), { to: 'skills' }))).toEqual([better]);
    expect(phasesOf(change, ending(2, week(8), 'as-planned'))).toEqual([better]);
    expect(phasesOf(change, review(2, week(8), change, { decision: 'stop' }))).toEqual([better]);
    expect(phasesOf(change, review(2, week(8), change, { decision: 'keep' }))).toEqual([]);
  });

  test('from the last score before to the last in the phase: 18 to 12 in the days before it was stopped', () => {
    expect(phasesOf(change, review(2, week(4), change, { decision: 'stop' }))).toEqual([
      { technique: 'exposure', move: 'better', nap: null },
    ]);
  });

  test('without a score in it: too few', () => {
    expect(phasesOf(pivot(1, week(7)), ending(2, week(8), 'as-planned'))).toEqual([
      { technique: 'exposure', move: 'too-few', nap: null },
    ]);
    expect(facts([change, ending(2, week(8), 'as-planned')]).phases).toMatchObject([{ move: 'too-few' }]);
  });

  test('changed again on the same day: no time, no phase', () => {
    const same = pivot(2, week(3), { to: 'skills' });
    expect(
      phasesOf(change, same, ending(3, week(8), 'as-planned')).map(({ technique }) => technique),
    ).toEqual(['skills']);
  });

  test('a change that names no technique is none of them', () => {
    expect(phasesOf(pivot(1, week(3), { to: null }), ending(2, week(8), 'as-planned'))).toEqual([]);
  });
});

describe('what has helped whom', () => {
  const one = (
    technique: string,
    move: 'better' | 'neither' | 'too-few',
    nap: number | null,
  ): OutcomeFacts => ({
    courses: [],
    phases: [{ technique, move, nap }],
  });
  const exposure = [
    ...Array.from({ length: 6 }, () => one('exposure', 'better', 0.9)),
    ...Array.from({ length: 3 }, () => one('exposure', 'neither', 0.5)),
    one('exposure', 'too-few', null),
  ];
  const act = Array.from({ length: 12 }, () => one('act', 'neither', 0.4));

  test('ten phases: how many moved, and the median NAP of those that could be compared', () => {
    expect(countTechniques(exposure)).toEqual([
      {
        technique: 'exposure',
        phases: 10,
        moves: { better: 6, worse: 0, neither: 3, 'too-few': 1, 'no-rule': 0 },
        compared: 9,
        medianNap: 0.9,
      },
    ]);
  });

  test('by name, never by what came of them', () => {
    const { enough } = techniqueRows(countTechniques([...exposure, ...act]), [], 'en-GB');
    expect(enough.map(({ name }) => name)).toEqual([...enough.map(({ name }) => name)].sort());
    expect(enough).toHaveLength(2);
  });

  test('below ten nothing is shown but how many more it takes', () => {
    const { enough, tooFew } = techniqueRows(
      countTechniques([...exposure.slice(0, 9), ...act.slice(0, 1)]),
      [],
      'en-GB',
    );
    expect(enough).toEqual([]);
    expect(tooFew).toHaveLength(2);
    expect(tooFew[1]).toBe('Exposure: 9 closed phases. One more is needed before anything is shown.');
    expect(tooFew.join()).not.toMatch(/better|worse|NAP/);
  });
});
