// What public code gets wrong about the instruments of the main catalogue, each by its name (CLINICAL 4).
import { describe, expect, test } from 'vitest';
import { auditC } from '../../../src/clinical/instruments/audit-c/audit-c.ts';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { howOften } from '../../../src/clinical/instruments/how-often.ts';
import { packInstruments } from '../../../src/clinical/instruments/pack.ts';
import { pcl5 } from '../../../src/clinical/instruments/pcl-5/pcl-5.ts';
import { bandOf } from '../../../src/clinical/scoring/band-of.ts';
import { scoreResponse } from '../../../src/clinical/scoring/score-response.ts';

test('invented PCL-5 bands: no total of the PCL-5 has a severity', () => {
  expect(pcl5.bands).toEqual([]);
  expect(pcl5.bandsSource).toBeUndefined();
  for (let total = 0; total <= 80; total += 1) expect(bandOf(pcl5, total)).toBeNull();
});

test('5 and 10 points belong to the checklist for DSM-IV: no change of the PCL-5 below 15 points is reliable', () => {
  const points = pcl5.changeRules.map((rule) => (rule.kind === 'published' ? rule.points : NaN));
  expect(points).toEqual([18, 15]);
});

test('"not at all sure": the PHQ family says "Not at all"', () => {
  expect(howOften[0]).toMatchObject({ value: 0, label: 'Not at all' });
  const family = publishedInstruments.filter(({ id }) => /^(phq-[2489]|gad-)/.test(id));
  expect(family.map(({ id }) => id)).toEqual(['phq-9', 'gad-7', 'phq-8', 'phq-2', 'gad-2', 'phq-4']);
  for (const { items } of family) {
    for (const { options, unscored } of items) if (!unscored) expect(options).toBe(howOften);
  }
  expect(JSON.stringify(publishedInstruments)).not.toMatch(/not at all sure/i);
});

test('LOINC 75624-7 used for AUDIT-C: its panel is 72109-2 and its total 75626-2', () => {
  expect(auditC.loinc).toEqual({ panel: '72109-2', total: '75626-2' });
  const withTheWrongOne = publishedInstruments.filter(({ loinc }) => loinc?.total === '75624-7');
  expect(withTheWrongOne.map(({ id }) => id).filter((id) => id !== 'audit')).toEqual([]);
});

describe('0 taken for missing', () => {
  const free = publishedInstruments.filter((instrument) => !packInstruments.includes(instrument));
  const withZero = free.filter(({ items }) =>
    items.some(({ options, unscored }) => !unscored && options.some(({ value }) => value === 0)),
  );

  test.each(withZero)('$shortName: all zeros are a total, one gap is none', (instrument) => {
    const { items, gate } = instrument;
    const zeros = items.map(({ id }) => (id === gate?.itemId ? (gate.opensOn[0] ?? null) : 0));
    expect(scoreResponse(instrument, zeros)).toMatchObject({ kind: 'scored', total: 0 });
    const place = items.findIndex(({ unscored }) => !unscored);
    expect(scoreResponse(instrument, zeros.with(place, null))).toMatchObject({
      kind: 'incomplete',
      missingItemIds: [items[place]?.id],
    });
  });
});
