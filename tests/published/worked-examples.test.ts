// Every worked example that lies beside an instrument, the same that the Library works through on the screen.
import { describe, expect, test } from 'vitest';
import { publishedInstruments } from '../../src/clinical/instruments/catalogue.ts';
import { checkExample } from '../../src/clinical/worked-examples/check-example.ts';
import { publishedExamples } from '../../src/clinical/worked-examples/published-examples.ts';

describe.each(publishedInstruments)('$shortName', (instrument) => {
  const examples = publishedExamples.filter((example) => example.instrument === instrument);

  test('has at least two worked examples, each with an id of its own, a sentence and a source that can be found', () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
    for (const { shows, source } of examples) {
      expect(shows).toMatch(/^[“A-Z0-9].*\.$/);
      expect(source.doi ?? source.pmid ?? source.url, source.label).toBeTruthy();
    }
  });

  test.each(examples)('$shows', (example) => {
    const { facts } = checkExample(example);
    expect(facts.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  test('is shown with all it has: every band, scale and criterion it is read by is in an example', () => {
    const has = (kind: string): boolean =>
      examples.some((example) => checkExample(example).facts.some((fact) => fact.kind === kind));
    expect(has('total')).toBe(true);
    if (instrument.bands.length > 0) expect(has('band')).toBe(true);
    if (instrument.subscales.some(({ bands }) => bands)) expect(has('subscale-band')).toBe(true);
    if (instrument.criteria?.length) expect(has('criterion')).toBe(true);
    if (instrument.cutOffs.length > 0) expect(has('side')).toBe(true);
    if (instrument.safetyItems.length > 0) expect(has('safety')).toBe(true);
  });
});

test('every example belongs to an instrument of the catalogue', () => {
  for (const { instrument } of publishedExamples) expect(publishedInstruments).toContain(instrument);
});
