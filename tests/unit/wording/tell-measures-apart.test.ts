import { expect, test } from 'vitest';
import { tellMeasuresApart, type NamedMeasure } from '../../../src/app/wording/tell-measures-apart.ts';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { ownMeasure } from '../../../src/clinical/instruments/own-measure.ts';

function named(id: string, version: string, name: string, rest: Partial<NamedMeasure> = {}): NamedMeasure {
  const own = ownMeasure({
    id: `own-${id}`,
    version,
    name,
    range: { min: 0, max: 10 },
    step: 1,
    better: 'lower',
  });
  if (own.kind !== 'instrument') throw new Error(own.kind);
  return { instrument: own.instrument, isNewest: true, madeOn: '2026-03-12', ...rest };
}
const names = (...measures: NamedMeasure[]): string[] =>
  tellMeasuresApart(measures, publishedInstruments).map(({ shortName }) => shortName);

test('a name that stands alone stays as it is', () => {
  expect(names(named('aaaa', '1', 'Sleep'), named('bbbb', '1', 'Worry'))).toEqual(['Sleep', 'Worry']);
});

test('an older version says its number, the newest does not', () => {
  expect(names(named('aaaa', '1', 'Sleep', { isNewest: false }), named('aaaa', '2.0f0f', 'Sleep'))).toEqual([
    'Sleep (version 1)',
    'Sleep',
  ]);
});

test('two of one name are told apart by the day they were made, whatever the capitals', () => {
  expect(names(named('aaaa', '1', 'Sleep'), named('bbbb', '1', ' sleep', { madeOn: '2026-04-01' }))).toEqual([
    'Sleep (made 12 Mar 2026)',
    ' sleep (made 1 Apr 2026)',
  ]);
});

test('of the same day, or of no known day, by a mark of their own', () => {
  expect(names(named('aaaa', '1', 'Sleep'), named('bbbb', '1', 'Sleep'))).toEqual([
    'Sleep (made 12 Mar 2026) (aaaa)',
    'Sleep (made 12 Mar 2026) (bbbb)',
  ]);
  expect(names(named('aaaa', '1', 'Sleep', { madeOn: null }), named('bbbb', '1', 'Sleep'))[0]).toBe(
    'Sleep (aaaa)',
  );
});

test('one that is called like a published instrument is not taken for it', () => {
  expect(names(named('aaaa', '1', 'PHQ-9'))).toEqual(['PHQ-9 (made 12 Mar 2026)']);
});
