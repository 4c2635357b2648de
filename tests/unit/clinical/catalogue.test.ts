import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findInstrument, publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import { packInstruments } from '../../../src/clinical/instruments/pack.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';

test('an instrument is found by id and version, and an unknown one is null', () => {
  expect(findInstrument('phq-9', 'en-1')).toBe(phq9);
  expect(findInstrument('phq-9', 'de-1')).toBeNull();
  expect(findInstrument('own-1', '1')).toBeNull();
});

/** The pack has a test of its own. */
const freeInstruments = publishedInstruments.filter((instrument) => !packInstruments.includes(instrument));

describe.each(freeInstruments)('$shortName', (instrument) => {
  test('has a licence file in its own folder and a copyright line', () => {
    const licence = new URL(`../../../src/clinical/instruments/${instrument.id}/LICENSE.md`, import.meta.url);
    expect(existsSync(licence)).toBe(true);
    expect(instrument.copyright).toContain(
      'No permission required to reproduce, translate, display or distribute',
    );
  });

  test('has bands that cover its range without gap or overlap', () => {
    const { bands, range } = instrument;
    expect(bands[0]?.min).toBe(range.min);
    expect(bands.at(-1)?.max).toBe(range.max);
    for (const [i, band] of bands.slice(1).entries()) expect(band.min).toBe((bands[i]?.max ?? NaN) + 1);
  });

  test('has a range that its items and answers really give', () => {
    const scored = instrument.items.filter((item) => !item.unscored);
    const extreme = (pick: (...values: number[]) => number): number =>
      scored.reduce((sum, { options }) => sum + pick(...options.map(({ value }) => value)), 0);
    expect(instrument.range).toEqual({ min: extreme(Math.min), max: extreme(Math.max) });
  });

  test('has one id per item, rule and cut-off, and a source behind every number', () => {
    for (const list of [instrument.items, instrument.changeRules, instrument.cutOffs]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
    for (const { source } of [
      ...instrument.changeRules,
      ...instrument.cutOffs,
      ...instrument.reliabilities,
    ]) {
      expect(source.label).not.toBe('');
    }
    expect(instrument.bandsSource?.label).toBeTruthy();
  });

  test('the first answer is "Not at all" and never "Not at all sure"', () => {
    for (const item of instrument.items.filter(({ unscored }) => !unscored)) {
      expect(item.options[0]).toMatchObject({ value: 0, label: 'Not at all' });
    }
    expect(JSON.stringify(instrument)).not.toMatch(/not at all sure/i);
  });

  test('safety items are items of the instrument', () => {
    const ids = instrument.items.map(({ id }) => id);
    for (const { itemId } of instrument.safetyItems) expect(ids).toContain(itemId);
  });
});

test('the PHQ-9 asks for 6 points, and 10 is clinical', () => {
  expect(phq9.changeRules).toMatchObject([{ kind: 'published', points: 6 }]);
  expect(phq9.cutOffs).toMatchObject([{ value: 10, inclusive: true }]);
});

test('the GAD-7 has 4, 5 and 6 points in print, and 10 and 8 as cut-offs', () => {
  expect(gad7.changeRules).toMatchObject([{ points: 4 }, { points: 5 }, { points: 6 }]);
  expect(gad7.cutOffs).toMatchObject([{ value: 10 }, { value: 8 }]);
});
