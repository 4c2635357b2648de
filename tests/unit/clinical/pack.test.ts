import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { neededChange } from '../../../src/clinical/change/reliable-change.ts';
import { findInstrument, publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import type { Instrument, Item } from '../../../src/clinical/instruments/instrument.ts';
import { packInstruments } from '../../../src/clinical/instruments/pack.ts';
import { core10 } from '../../../src/clinical/instruments/pack/core-10/core-10.ts';
import { dass21 } from '../../../src/clinical/instruments/pack/dass-21/dass-21.ts';
import { matchMeasure } from '../../../src/exchange/import/match-measure.ts';
import { bandOf } from '../../../src/clinical/scoring/band-of.ts';
import { itemScore } from '../../../src/clinical/scoring/item-score.ts';
import { totalOf } from '../../../src/clinical/scoring/total-of.ts';

test('the pack brings its instruments into the catalogue, after those with free text', () => {
  expect(packInstruments.map(({ id }) => id)).toEqual([
    ...['audit', 'core-10', 'dass-21', 'dast-10', 'k10-1-5', 'k10-0-4', 'k6-0-4', 'who-5'],
  ]);
  expect(publishedInstruments.slice(-packInstruments.length)).toEqual(packInstruments);
  expect(findInstrument('core-10', 'en-1')).toBe(core10);
});

test('every folder of the pack is in the catalogue', () => {
  const folders = readdirSync(new URL('../../../src/clinical/instruments/pack', import.meta.url), {
    withFileTypes: true,
  }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    expect(packInstruments.some(({ id }) => id === name || id.startsWith(`${name}-`))).toBe(true);
  }
});

/** The lowest or highest that an item can add to a sum. */
const extreme = (item: Item, pick: (...values: number[]) => number): number =>
  pick(...item.options.map(({ value }) => itemScore(item, value)));

const extremeTotal = ({ items, total }: Instrument, pick: (...values: number[]) => number): number =>
  totalOf(
    total,
    items.map((item) => extreme(item, pick)),
  );

describe.each(packInstruments)('$shortName', (instrument) => {
  test('has text, an instruction and a copyright line that names an owner', () => {
    expect(instrument.items.length).toBeGreaterThan(0);
    for (const { text, options } of instrument.items) {
      expect(text).not.toBe('');
      expect(options.length).toBeGreaterThan(1);
      expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
      expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
    }
    expect(instrument.stem).toBeTruthy();
    expect(instrument.copyright).toMatch(/©|Lovibond/);
  });

  test('has a range that its items and answers really give', () => {
    expect(instrument.range).toEqual({
      min: extremeTotal(instrument, Math.min),
      max: extremeTotal(instrument, Math.max),
    });
  });

  test('has one id per item, rule, cut-off and scale', () => {
    for (const list of [
      instrument.items,
      instrument.changeRules,
      instrument.cutOffs,
      instrument.subscales,
    ] as const) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
  });

  test('has a source behind every number, and bands only with a source', () => {
    for (const { source } of [
      ...instrument.changeRules,
      ...instrument.cutOffs,
      ...instrument.reliabilities,
    ]) {
      expect(source.label).not.toBe('');
    }
    if (instrument.bands.length > 0) expect(instrument.bandsSource?.label).toBeTruthy();
    expect(instrument.sources.length).toBeGreaterThan(0);
  });

  test('has bands, where it has any, that cover their range without gap or overlap', () => {
    const scales = [
      { bands: instrument.bands, range: instrument.range },
      ...instrument.subscales.map(({ bands = [] }) => ({ bands, range: { min: 0, max: 42 } })),
    ];
    for (const { bands, range } of scales.filter((scale) => scale.bands.length > 0)) {
      expect(bands[0]?.min).toBe(range.min);
      expect(bands.at(-1)?.max).toBe(range.max);
      for (const [i, band] of bands.slice(1).entries()) expect(band.min).toBe((bands[i]?.max ?? NaN) + 1);
    }
  });

  test('refers only to items that it has', () => {
    const ids = instrument.items.map(({ id }) => id);
    for (const { itemId } of instrument.safetyItems) expect(ids).toContain(itemId);
    for (const { itemIds } of instrument.subscales) expect(ids).toEqual(expect.arrayContaining([...itemIds]));
  });
});

test('a column named only K10 or K6 does not say its coding, so no instrument is taken for it', () => {
  const known = publishedInstruments.map((instrument) => ({ instrument, alsoCalled: [] }));
  expect(matchMeasure('K10', known)).toBeNull();
  expect(matchMeasure('k6_total', known)).toBeNull();
  expect(matchMeasure('CORE10', known)).toBe(core10);
});

test('the CORE-10 asks for more than 6.75 points at 95%, and 6 are in print at 90%', () => {
  const [computed, published] = core10.changeRules.map(neededChange);
  expect(computed?.points).toBeCloseTo(6.75, 2);
  expect(computed?.inclusive).toBe(false);
  expect(published).toEqual({ points: 6, inclusive: true });
});

test('the CORE-10 takes 11 as its cut-off, and c computed from its norms is 10.46', () => {
  expect(core10.cutOffs.map(({ value }) => Number(value.toFixed(2)))).toEqual([11, 10.46]);
});

test('the CORE-10 has five bands, and a pro-rated total between two of them lies in the lower', () => {
  const named = [10, 10.9, 11, 14, 15, 19, 20, 24, 25].map((total) => bandOf(core10, total)?.label);
  expect(named).toEqual([
    ...['healthy or low level', 'healthy or low level', 'mild', 'mild', 'moderate', 'moderate'],
    ...['moderate to severe', 'moderate to severe', 'severe'],
  ]);
});

test('the scales of the DASS-21 share its 21 items out, seven each', () => {
  const shared = dass21.subscales.flatMap(({ itemIds }) => itemIds);
  expect(dass21.subscales.map(({ itemIds }) => itemIds.length)).toEqual([7, 7, 7]);
  expect(new Set(shared).size).toBe(21);
});
