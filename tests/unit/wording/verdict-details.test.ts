import { expect, test } from 'vitest';
import { verdictDetails } from '../../../src/app/wording/verdict-details.ts';
import { gad7, locale, on, own, phq9, verdictOn } from './cases.ts';

const textOf = (details: ReturnType<typeof verdictDetails>): Record<string, string> =>
  Object.fromEntries(details.rows.map(({ id, text }) => [id, text]));

test('a verdict lays open its rule, its numbers and their sources', () => {
  const details = verdictDetails(verdictOn(phq9, [on(4, 18), on(20, 9)]), phq9, locale);
  expect(textOf(details)).toEqual({
    status: 'Recovered',
    rule: 'Delgadillo et al. 2014 (6 points)',
    needed: '6 points or more',
    start:
      '18 on 4 March 2026, handed over on a device, answered by the client — the first complete response of this course of therapy',
    latest: '9 on 20 March 2026, handed over on a device, answered by the client',
    change: '9 points, for the better',
    'cut-off': '10 or more; start above the cut-off of 10, latest below the cut-off of 10',
    bands: 'moderately severe at the start, mild now',
  });
  const sources = details.rows.flatMap(({ sources }) => sources.map(({ label }) => label));
  expect(sources).toEqual([
    'Delgadillo et al. 2014',
    'Kroenke, Spitzer & Williams 2001',
    'Kroenke, Spitzer & Williams 2001',
  ]);
});

test('what it does not mean is said, the safety item included', () => {
  const { limits } = verdictDetails(verdictOn(phq9, [on(4, 18), on(20, 9)]), phq9, locale);
  expect(limits[0]).toMatch(/^“Recovered” is the name of a category/);
  expect(limits.at(-1)).toBe(
    'A total says nothing about item 9 by itself: look at the answer, and a zero there is not safety.',
  );
  expect(limits.some((limit) => limit.includes('88% each'))).toBe(true);
});

test('rival published thresholds stand side by side, the one in use first', () => {
  const verdict = verdictOn(gad7, [on(4, 15), on(20, 10)], {
    changeRuleId: 'delgadillo-2014',
    cutOffId: 'nhs',
  });
  const rows = verdictDetails(verdict, gad7, locale).rivals.map(({ rule, cutOff, word, isInUse }) =>
    [isInUse ? '*' : ' ', rule, cutOff, word].join(' | '),
  );
  expect(rows).toEqual([
    '* | Delgadillo et al. 2014 (5 points) | 8 or more (NHS caseness) | Improved',
    '  | NHS Talking Therapies manual (4 points) | 8 or more (NHS caseness) | Improved',
    '  | NHS Talking Therapies manual (4 points) | 10 or more | Improved',
    '  | Delgadillo et al. 2014 (5 points) | 10 or more | Improved',
    '  | Bischoff et al. 2020 (6 points) | 8 or more (NHS caseness) | Unchanged',
    '  | Bischoff et al. 2020 (6 points) | 10 or more | Unchanged',
  ]);
});

test('a computed rule names its reliability, because that moves the answer', () => {
  const measure = own({
    better: 'lower',
    reliability: { coefficient: 0.9, kind: 'retest', source: 'Smith 2010' },
    sd: 7.7,
  });
  const details = verdictDetails(verdictOn(measure, [on(4, 30), on(20, 35)]), measure, locale);
  expect(textOf(details)).toMatchObject({
    rule: 'Jacobson–Truax (more than 6.75 points)',
    needed: 'more than 6.75 points',
    'worked-out': 'SD 7.7, retest reliability 0.9, 95% confidence, two-sided',
    change: '5 points, for the worse',
    'cut-off': 'none known for this measure',
  });
});

test('a moved baseline says from where and why', () => {
  const points = [on(4, 12), on(11, 18), on(20, 18)];
  const verdict = verdictOn(phq9, points, {
    baseline: { entryId: points[1]!.entryId, reason: 'new medication' },
  });
  expect(textOf(verdictDetails(verdict, phq9, locale))).toMatchObject({
    start:
      '18 on 11 March 2026, handed over on a device, answered by the client — moved here from 4 March 2026: “new medication”',
    change: 'none',
  });
});

test('one point has a place and limits, and no rivals', () => {
  const details = verdictDetails(verdictOn(phq9, [on(4, 18)]), phq9, locale);
  expect(textOf(details)).toEqual({
    latest: '18 on 4 March 2026, handed over on a device, answered by the client',
    'cut-off': '10 or more; the score is above the cut-off of 10',
    bands: 'moderately severe',
  });
  expect(details.limits[0]).toBe('One total says nothing about change.');
  expect(details.rivals).toEqual([]);
});

test('without a rule it says what is missing', () => {
  const measure = own();
  const details = verdictDetails(verdictOn(measure, [on(4, 30), on(20, 45)]), measure, locale);
  expect(textOf(details)['rule']).toBe('none known for this measure');
  expect(details.limits[0]).toMatch(/^Without a reliability and an SD/);
});

test('without any score there is nothing to lay open', () => {
  expect(verdictDetails(verdictOn(phq9, []), phq9, locale)).toEqual({ rows: [], limits: [], rivals: [] });
});
