// WHO-5's 10 points are a difference that its form calls meaningful; nobody worked them out from the measure's error, so no
// sentence about them may speak as if somebody had.
import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { who5 } from '../../../src/clinical/instruments/pack/who-5/who-5.ts';
import { verdictDetails } from '../../../src/app/wording/verdict-details.ts';
import { emptyChart, viewMeasures } from '../../../src/app/state/client-chart.ts';
import { change, locale, on, own, verdictOn } from './cases.ts';

const withoutCutOff: Instrument = { ...who5, cutOffs: [] };

describe('the sentence', () => {
  test('better, and across the cut-off: improved, not recovered', () => {
    expect(change(who5, 48, 64)).toBe(
      'Up 16 points since 4 March 2026 (48 → 64; higher is better): a meaningful change for the better going by WHO-5 form, 1998 (10 points), and now above the cut-off of 50 — improved.',
    );
  });

  test('less than 10 points', () => {
    expect(change(who5, 48, 56)).toBe(
      'Up 8 points since 4 March 2026 (48 → 56; higher is better): less than a meaningful change going by WHO-5 form, 1998 (10 points), even though now above the cut-off of 50 — unchanged.',
    );
  });

  test('worse', () => {
    expect(change(who5, 64, 48)).toBe(
      'Down 16 points since 4 March 2026 (64 → 48; higher is better): a meaningful change for the worse going by WHO-5 form, 1998 (10 points), and now below the cut-off of 50 — deteriorated.',
    );
  });

  test.each([
    [48, 64, 'a meaningful change for the better going by WHO-5 form, 1998 (10 points) — improved'],
    [48, 52, 'less than a meaningful change going by WHO-5 form, 1998 (10 points) — unchanged'],
    [64, 48, 'a meaningful change for the worse going by WHO-5 form, 1998 (10 points) — deteriorated'],
  ])('without a cut-off, %i → %i', (start, latest, words) => {
    expect(change(withoutCutOff, start, latest)).toContain(words);
  });
});

test.each([
  [48, 64],
  [48, 52],
  [64, 48],
])(
  '%i → %i: neither the sentence nor its limits claim that the error was exceeded or not',
  (start, latest) => {
    const verdict = verdictOn(who5, [on(4, start), on(20, latest)]);
    const said = [change(who5, start, latest), ...verdictDetails(verdict, who5, locale).limits].join(' ');
    expect(said).not.toMatch(/(more than|within|larger than|told from) the measure’s error|recovered by/);
  },
);

test('no corridor of error is drawn round a baseline that only a meaningful change is counted from', () => {
  const viewOf = (instrument: Instrument) => {
    const line = {
      instrumentId: instrument.id,
      instrumentVersion: instrument.version,
      coding: instrument.coding,
    };
    const points = [on(4, 48, line), on(20, 64, line)];
    return viewMeasures(
      { ...emptyChart, points },
      () => instrument,
      () => ({}),
    )[0];
  };
  expect(viewOf(who5)?.corridor).toBeNull();
  expect(viewOf(own({ reliableChange: { points: 10 } }))?.corridor).toMatchObject({ low: 39, high: 57 });
});

test('it is the only such rule in the catalogue so far', () => {
  const rules = publishedInstruments.flatMap(({ id, changeRules }) =>
    changeRules.flatMap((rule) => (rule.kind === 'published' && rule.meaning ? [id] : [])),
  );
  expect(rules).toEqual(['who-5']);
});
