import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findInstrument, publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import type { Band, Instrument, Range, Source } from '../../../src/clinical/instruments/instrument.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { itemScore } from '../../../src/clinical/scoring/item-score.ts';

const folder = fileURLToPath(new URL('../../../src/clinical/instruments/', import.meta.url));
const licensed = readdirSync(folder, { recursive: true })
  .map((path) => /([^\\/]+)[\\/]LICENSE\.md$/.exec(String(path))?.[1])
  .filter((name) => name !== undefined);

test('an instrument is found by id and version, and an unknown one is null', () => {
  expect(findInstrument('phq-9', 'en-1')).toBe(phq9);
  expect(findInstrument('phq-9', 'de-1')).toBeNull();
  expect(findInstrument('own-1', '1')).toBeNull();
});

test('no two instruments share an id and version, and no two items of one share an id', () => {
  const unique = (ids: readonly string[]): void => {
    expect(new Set(ids).size).toBe(ids.length);
  };
  unique(publishedInstruments.map(({ id, version }) => `${id}@${version}`));
  for (const { items } of publishedInstruments) unique(items.map(({ id }) => id));
});

describe.each(publishedInstruments)('$shortName', (instrument) => {
  const scored = instrument.items.filter(({ unscored }) => !unscored);
  const ids = instrument.items.map(({ id }) => id);

  test('has a licence file in its own folder, and a copyright line wherever it has text', () => {
    // Two codings of one questionnaire share a folder: 'k10' is that of 'k10-1-5'.
    expect(licensed.some((name) => `${instrument.id}-`.startsWith(`${name}-`))).toBe(true);
    expect(instrument.copyright !== '').toBe(instrument.items.length > 0);
    expect(instrument.language !== '').toBe(instrument.items.length > 0);
  });

  test('has a range that its items and answers really give', () => {
    if (scored.length === 0) {
      expect(instrument.range.min).toBeLessThan(instrument.range.max);
      return;
    }
    const extremes = scored.map((item) => item.options.map(({ value }) => itemScore(item, value)));
    expect(instrument.range).toEqual(rangeOf(instrument, extremes));
  });

  test('has bands that cover their range without gap or overlap', () => {
    if (instrument.bands.length > 0) expectPartition(instrument.bands, instrument.range);
    for (const { itemIds, bands, total } of instrument.subscales) {
      const items = scored.filter(({ id }) => itemIds.includes(id));
      const extremes = items.map((item) => item.options.map(({ value }) => itemScore(item, value)));
      if (bands) expectPartition(bands, rangeOf({ total }, extremes));
    }
  });

  test('has cut-offs and changes that its range can hold', () => {
    const { min, max } = instrument.range;
    for (const { value } of instrument.cutOffs) {
      expect(value).toBeGreaterThan(min);
      expect(value).toBeLessThanOrEqual(max);
    }
    for (const rule of instrument.changeRules) {
      if (rule.kind === 'published') expect(rule.points).toBeGreaterThan(0);
      if (rule.kind === 'published') expect(rule.points).toBeLessThan(max - min);
    }
  });

  test('has cut-offs for everybody, or for some people only, but not both mixed up', () => {
    const [first] = instrument.cutOffs;
    for (const cutOff of instrument.cutOffs) expect(cutOff.for === undefined).toBe(first?.for === undefined);
  });

  test('has one id per item, rule, cut-off, subscale and criterion', () => {
    const { changeRules, cutOffs, subscales, criteria = [] } = instrument;
    for (const list of [instrument.items, changeRules, cutOffs, subscales, criteria]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
  });

  test('has a source with an address behind every number', () => {
    const sources = everySource(instrument);
    expect(sources.length).toBeGreaterThan(0);
    for (const { label, doi, pmid, url } of sources) {
      expect(label).not.toBe('');
      expect(doi ?? pmid ?? url, label).toBeTruthy();
      if (doi !== undefined) expect(doi).toMatch(/^10\.\d{4,}\/\S+$/);
      if (pmid !== undefined) expect(pmid).toMatch(/^\d+$/);
      if (url !== undefined) expect(URL.canParse(url)).toBe(true);
    }
  });

  test('says of every threshold what it does not mean', () => {
    for (const { limits = [] } of [...instrument.cutOffs, ...instrument.changeRules]) {
      expect(limits.join('')).not.toBe('');
    }
  });

  test('has answers that can be told apart, and texts without stray blanks', () => {
    for (const { text, options } of instrument.items) {
      expect(text).toBe(text.trim().replaceAll(/\s+/g, ' '));
      expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
      expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
    }
  });

  test('names only its own items in subscales, safety items, gate and criteria', () => {
    const named = [
      ...instrument.subscales.flatMap(({ itemIds }) => itemIds),
      ...instrument.safetyItems.map(({ itemId }) => itemId),
      ...(instrument.gate ? [instrument.gate.itemId] : []),
      ...(instrument.criteria ?? []).flatMap(({ parts }) => parts.flatMap(({ itemIds }) => itemIds)),
    ];
    for (const id of named) expect(ids).toContain(id);
  });

  test('has a gate that is not scored and that an answer can open and close', () => {
    const { gate, items, range } = instrument;
    if (!gate) return;
    const item = items.find(({ id }) => id === gate.itemId);
    const closing = item?.options.filter(({ value }) => !gate.opensOn.includes(value)) ?? [];
    expect(item?.unscored).toBe(true);
    expect(closing.length).toBeGreaterThan(0);
    expect(closing.length).toBeLessThan(item?.options.length ?? 0);
    expect(gate.totalWhenClosed).toBeGreaterThanOrEqual(range.min);
    expect(gate.totalWhenClosed).toBeLessThanOrEqual(range.max);
  });
});

test('the PHQ-9 asks for 6 points, and 10 is clinical', () => {
  expect(phq9.changeRules).toMatchObject([{ kind: 'published', points: 6 }]);
  expect(phq9.cutOffs).toMatchObject([{ value: 10, inclusive: true }]);
});

test('the GAD-7 has 4, 5 and 6 points in print, and 8 and 10 as cut-offs; the first of each is of one manual', () => {
  expect(gad7.changeRules).toMatchObject([{ points: 4 }, { points: 5 }, { points: 6 }]);
  expect(gad7.cutOffs).toMatchObject([{ value: 8 }, { value: 10 }]);
  expect(gad7.cutOffs[0]?.source).toBe(gad7.changeRules[0]?.source);
});

function rangeOf({ total }: Pick<Instrument, 'total'>, scoresByItem: readonly (readonly number[])[]): Range {
  const sumOf = (pick: (...values: number[]) => number): number =>
    scoresByItem.reduce((sum, scores) => sum + pick(...scores), 0);
  const inUnits = (sum: number): number =>
    total.kind === 'sum' ? sum : total.kind === 'mean' ? sum / scoresByItem.length : sum * total.factor;
  return { min: inUnits(sumOf(Math.min)), max: inUnits(sumOf(Math.max)) };
}

/** Bands are printed in whole points, whatever the step of the totals is. */
function expectPartition(bands: readonly Band[], { min, max }: Range): void {
  expect(bands[0]?.min).toBe(min);
  expect(bands.at(-1)?.max).toBe(max);
  for (const [i, band] of bands.slice(1).entries()) expect(band.min).toBe((bands[i]?.max ?? NaN) + 1);
}

function everySource(instrument: Instrument): Source[] {
  const { bandsSource, changeRules, cutOffs, reliabilities, norms, subscales, criteria, gate, missing } =
    instrument;
  const subscaleSources = subscales.flatMap((subscale) => [
    ...(subscale.cutOffs ?? []).map(({ source }) => source),
    ...(subscale.bandsSource ? [subscale.bandsSource] : []),
  ]);
  expect(bandsSource !== undefined).toBe(instrument.bands.length > 0);
  return [
    ...instrument.sources,
    ...(bandsSource ? [bandsSource] : []),
    ...[...changeRules, ...cutOffs, ...reliabilities, ...(criteria ?? [])].map(({ source }) => source),
    ...[norms.clinical, norms.functional].flatMap((norm) => (norm ? [norm.source] : [])),
    ...(gate ? [gate.source] : []),
    ...(missing.kind === 'prorate' ? [missing.source] : []),
    ...subscaleSources,
  ];
}
