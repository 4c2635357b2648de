// What stands in the Library: groups, what is found, and a worked example in words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { phq15 } from '../../../src/clinical/instruments/phq-15/phq-15.ts';
import { notApplicable } from '../../../src/clinical/scoring/offered-answers.ts';
import { checkExample } from '../../../src/clinical/worked-examples/check-example.ts';
import { publishedExamples } from '../../../src/clinical/worked-examples/published-examples.ts';
import { answered, type WorkedExample } from '../../../src/clinical/worked-examples/worked-example.ts';
import { answerRows, factRows } from '../../../src/app/screens/library/example-words.ts';
import { findMeasures, groupMeasures } from '../../../src/app/screens/library/library-groups.ts';
import { own } from '../wording/cases.ts';

const names = (search: string): string[] =>
  findMeasures(publishedInstruments, search).map(({ shortName }) => shortName);

describe('groups', () => {
  test('every published measure stands in one group, with the terms of its text', () => {
    const grouped = groupMeasures(publishedInstruments).flatMap(({ measures }) => measures);
    expect(new Set(grouped)).toEqual(new Set(publishedInstruments));
    expect(grouped).toHaveLength(publishedInstruments.length);
    for (const { terms } of publishedInstruments) expect(terms).toMatch(/^[A-Z].*\.$/);
  });

  test('the practice’s own come last, by name', () => {
    const groups = groupMeasures([own({ name: 'B' }), phq9, own({ name: 'A' })]);
    expect(groups.at(-1)).toMatchObject({ id: 'own', measures: [{ shortName: 'A' }, { shortName: 'B' }] });
    expect(groups[0]).toMatchObject({ id: 'depression', measures: [phq9] });
  });
});

describe('a search', () => {
  test.each([
    ['phq9', ['PHQ-9']],
    ['PHQ-9', ['PHQ-9']],
    ['  worry ', ['GAD-7', 'GAD-2', 'PSWQ']],
    ['post-traumatic', ['PCL-5', 'PC-PTSD-5']],
    ['kessler 0 to 4', ['K10 (0–4)', 'K6 (0–4)']],
    ['nothing of the kind', []],
  ])('for "%s" finds %j', (search, found) => {
    expect(names(search)).toEqual(found);
  });

  test('for blanks, or for signs alone that no name has, is no search or finds nothing', () => {
    expect(names('   ')).toHaveLength(publishedInstruments.length);
    expect(names('§')).toEqual([]);
  });

  test('always finds a measure by its own names, in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...publishedInstruments), fc.boolean(), (measure, isUpper) => {
        for (const name of [measure.shortName, measure.fullName, measure.measures]) {
          const search = isUpper ? name.toUpperCase() : name.toLowerCase();
          expect(findMeasures(publishedInstruments, search)).toContain(measure);
        }
      }),
    );
  });

  test('never finds more by more words', () => {
    const words = fc.constantFrom('a', 'phq', 'anxiety', '-', '10', 'scale', 'zzz');
    fc.assert(
      fc.property(words, words, (one, two) => {
        const narrower = findMeasures(publishedInstruments, `${one} ${two}`);
        for (const measure of narrower) expect(findMeasures(publishedInstruments, one)).toContain(measure);
      }),
    );
  });
});

describe('a worked example in words', () => {
  const exampleOf = (instrument: WorkedExample['instrument'], id: string): WorkedExample => {
    const found = publishedExamples.find((one) => one.instrument === instrument && one.id === id);
    if (!found) throw new Error(id);
    return found;
  };

  test('answers stand with their words and what they count; the unscored item counts nothing', () => {
    const rows = answerRows(exampleOf(phq9, 'difficulty-not-counted'));
    expect(rows[0]).toMatchObject({ answer: 'Several days', points: '1' });
    expect(rows.at(-1)).toMatchObject({ answer: 'Extremely difficult', points: '–' });
  });

  test('a gap, "not applicable" and an answer that is none are told apart', () => {
    const given = { ...exampleOf(phq15, 'gap'), response: answered(null, 7, 0, notApplicable) };
    expect(answerRows(given).slice(0, 4)).toMatchObject([
      { answer: 'not answered', points: '–' },
      { answer: '7, which is none of the answers', points: '–' },
      { answer: 'Not bothered at all', points: '0' },
      { answer: 'Not applicable', points: '–' },
    ]);
  });

  test('every fact of every example has words on both sides, the same words where they agree', () => {
    for (const example of publishedExamples) {
      const { facts } = checkExample(example);
      for (const { what, expected, computed, agrees } of factRows(facts, example)) {
        expect(what).not.toBe('');
        expect(expected).not.toBe('');
        expect(computed === expected).toBe(agrees);
      }
    }
  });
});
