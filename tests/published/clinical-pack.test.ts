// What the sources of the pack's instruments say beyond their worked examples (worked-examples.test.ts).
import { describe, expect, test } from 'vitest';
import { sideOfCutOff } from '../../src/clinical/change/side-of-cut-off.ts';
import type { Instrument } from '../../src/clinical/instruments/instrument.ts';
import { audit } from '../../src/clinical/instruments/pack/audit/audit.ts';
import { core10 } from '../../src/clinical/instruments/pack/core-10/core-10.ts';
import { dass21 } from '../../src/clinical/instruments/pack/dass-21/dass-21.ts';
import { dast10 } from '../../src/clinical/instruments/pack/dast-10/dast-10.ts';
import { k10From0To4, k10From1To5 } from '../../src/clinical/instruments/pack/k10/k10.ts';
import { k6From0To4 } from '../../src/clinical/instruments/pack/k6/k6.ts';
import { who5 } from '../../src/clinical/instruments/pack/who-5/who-5.ts';
import { bandOf } from '../../src/clinical/scoring/band-of.ts';
import { raisedSafetyItems } from '../../src/clinical/scoring/raised-safety-items.ts';
import { scoreResponse } from '../../src/clinical/scoring/score-response.ts';

const all = ({ items }: Instrument, label: string): number[] =>
  items.map(({ options }) => options.find((option) => option.label === label)?.value ?? NaN);

const isClinical = ({ cutOffs: [cutOff], better }: Instrument, total: number): boolean =>
  cutOff !== undefined && sideOfCutOff(total, cutOff, better) === 'clinical';

test('DASS-21: where the manual’s bands begin', () => {
  expect(dass21.subscales.map(({ bands = [] }) => bands.map(({ min }) => min))).toEqual([
    [0, 10, 14, 21, 28],
    [0, 8, 10, 15, 20],
    [0, 15, 19, 26, 34],
  ]);
});

describe('WHO-5: its scoring guide', () => {
  test('a calculator’s example: a raw total of 21 is 84%', () => {
    expect(scoreResponse(who5, [5, 4, 4, 4, 4])).toMatchObject({ total: 84 });
  });

  test('a raw score below 13 is poor well-being', () => {
    const raw = Array.from({ length: 26 }, (_, sum) => sum);
    expect(raw.filter((sum) => isClinical(who5, sum * 4))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
  });
});

describe('AUDIT: the WHO manual', () => {
  test('items 9 and 10 take 0, 2 and 4 only', () => {
    const answers = Array<number>(10).fill(0);
    for (const item of [8, 9]) expect(scoreResponse(audit, answers.with(item, 1)).kind).toBe('invalid');
  });

  test('8 or more is the cut-off, and the zones end at 7, 15 and 19', () => {
    expect([7, 8].map((total) => isClinical(audit, total))).toEqual([false, true]);
    const zones = [0, 7, 8, 15, 16, 19, 20, 40].map((total) => bandOf(audit, total)?.label.split(',', 1)[0]);
    expect(zones).toEqual([
      ...['zone I', 'zone I', 'zone II', 'zone II', 'zone III', 'zone III', 'zone IV', 'zone IV'],
    ]);
  });
});

describe('DAST-10: "score 1 point for each question answered yes, except for question 3"', () => {
  test('the levels of NIDA’s common data elements, 0 to 10', () => {
    const levels = Array.from({ length: 11 }, (_, total) => bandOf(dast10, total)?.label.split(' ', 1)[0]);
    expect(levels).toEqual([
      ...['no', 'low', 'low', 'moderate', 'moderate', 'moderate'],
      ...['substantial', 'substantial', 'substantial', 'severe', 'severe'],
    ]);
  });

  test('3 or above may indicate a problem', () => {
    expect([2, 3].map((total) => isClinical(dast10, total))).toEqual([false, true]);
  });
});

describe('K10 and K6: the Australian Bureau of Statistics, and the K6 in the World Mental Health surveys', () => {
  test('K10: all "none of the time" is 10, or 0 in the USA; all "all of the time" is 50, or 40', () => {
    const totals = [k10From1To5, k10From0To4].map((k10) =>
      ['None of the time', 'All of the time'].map((label) => scoreResponse(k10, all(k10, label))),
    );
    expect(totals).toMatchObject([
      [{ total: 10 }, { total: 50 }],
      [{ total: 0 }, { total: 40 }],
    ]);
  });

  test('K10: the bands of primary care begin at 10, 20, 25 and 30', () => {
    expect(k10From1To5.bands.map(({ min, max }) => [min, max])).toEqual([
      [10, 19],
      [20, 24],
      [25, 29],
      [30, 50],
    ]);
  });

  test('K6: the answers are coded 4 to 0, and 13 is the threshold', () => {
    expect(all(k6From0To4, 'All of the time')).toEqual(Array(6).fill(4));
    expect([12, 13].map((total) => isClinical(k6From0To4, total))).toEqual([false, true]);
  });
});

describe('CORE-10: the abstract of Barkham 2013', () => {
  test('item 6, plans to end my life, asks for a conversation at any answer above "Not at all"', () => {
    const calm = all(core10, 'Not at all');
    expect(raisedSafetyItems(core10, calm)).toEqual([]);
    expect(raisedSafetyItems(core10, calm.with(5, 1)).map(({ item }) => item.text)).toEqual([
      'I made plans to end my life',
    ]);
  });
});
