import { describe, expect, test } from 'vitest';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { calculated, choice, options, ordinal, questionnaire, taken } from './fhir-kit.ts';

const kinds = (resource: unknown): string[] => taken(resource).notes.map(({ kind }) => kind);
const unscored = (resource: unknown): string[] =>
  taken(resource)
    .questionnaire.items.filter((item) => item.unscored)
    .map(({ linkId }) => linkId);

describe('where a value stands', () => {
  const weight = [{ url: 'http://hl7.org/fhir/StructureDefinition/itemWeight', valueDecimal: 5 }];
  const valuesOf = (answerOption: unknown, more = {}): unknown[] =>
    taken(questionnaire([choice('a', { answerOption, ...more })])).questionnaire.answerSets[0]?.answers.map(
      ({ value }) => value,
    ) ?? [];

  test('on the option before the coding, under the new name before the old one', () => {
    const both = [...ordinal(1), ...weight];
    expect(valuesOf([{ extension: both, valueCoding: { code: 'x', extension: ordinal(9) } }])).toEqual([5]);
    expect(valuesOf([{ valueCoding: { code: 'x', extension: ordinal(9) } }])).toEqual([9]);
  });

  test('an answer that is a number is worth itself', () => {
    expect(valuesOf([{ valueInteger: 3 }, { valueInteger: 7 }])).toEqual([3, 7]);
  });

  test('reversed only as the weights have it', () => {
    expect(valuesOf(options(4, 3, 2, 1, 0))).toEqual([4, 3, 2, 1, 0]);
  });

  test('in a contained list, in one that it includes, and in an expanded one', () => {
    const concept = [0, 1].map((value) => ({
      code: `c${value}`,
      display: `C ${value}`,
      extension: ordinal(value),
    }));
    const include = { resourceType: 'ValueSet', id: 'inner', compose: { include: [{ concept }] } };
    const outer = { resourceType: 'ValueSet', id: 'outer', compose: { include: [{ valueSet: ['#inner'] }] } };
    const expanded = { resourceType: 'ValueSet', id: 'expanded', expansion: { contains: concept } };
    for (const id of ['#inner', '#outer', '#expanded']) {
      const resource = questionnaire([choice('a', { answerOption: undefined, answerValueSet: id })], {
        contained: [include, outer, expanded],
      });
      expect(taken(resource).questionnaire.answerSets[0]?.answers).toEqual([
        { value: 0, label: 'C 0', code: 'c0' },
        { value: 1, label: 'C 1', code: 'c1' },
      ]);
    }
  });

  test.each([
    ['something is taken out of', { compose: { include: [{ concept: [{ code: 'a' }] }], exclude: [{}] } }],
    ['a rule picks from', { compose: { include: [{ system: 'http://x', filter: [{}] }] } }],
    ['a whole system is meant by', { compose: { include: [{ system: 'http://x' }] } }],
    ['another file belongs to', { compose: { include: [{ valueSet: ['http://elsewhere'] }] } }],
    ['only the first page is there of', { expansion: { total: 3, contains: [{ code: 'a' }] } }],
    ['there are lists within', { expansion: { contains: [{ code: 'a', contains: [{ code: 'b' }] }] } }],
  ])('a list of which a part is not in the file is not taken in part: %s it', (_, rest) => {
    const resource = questionnaire([choice('a', { answerOption: undefined, answerValueSet: '#v' })], {
      contained: [{ resourceType: 'ValueSet', id: 'v', ...rest }],
    });
    const { notes, questionnaire: made } = taken(resource);
    expect(notes).toContainEqual({ kind: 'answers-not-in-the-file', items: ['Question a'] });
    expect(made.answerSets[0]?.answers).toEqual([]);
  });

  test('a list that is not in the file is said to be missing', () => {
    const resource = questionnaire([
      choice('a', { answerOption: undefined, answerValueSet: 'http://example.org/list' }),
    ]);
    expect(taken(resource).notes).toContainEqual({ kind: 'answers-not-in-the-file', items: ['Question a'] });
  });

  test('a number between two ends is a scale, yes and no have no values', () => {
    const ends = [
      { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
      { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 10 },
    ];
    const resource = questionnaire([
      { linkId: 'n', text: 'How strong?', type: 'integer', extension: ends },
      { linkId: 'b', text: 'Any?', type: 'boolean' },
    ]);
    const { answerSets } = taken(resource).questionnaire;
    expect(answerSets.map(({ answers }) => answers.length)).toEqual([11, 2]);
    expect(answerSets[1]?.answers.map(({ value }) => value)).toEqual([null, null]);
  });
});

test('items that share their answers share one set', () => {
  const resource = questionnaire([choice('a'), choice('b'), choice('c', { answerOption: options(2, 1, 0) })]);
  const { answerSets, items } = taken(resource).questionnaire;
  expect(answerSets).toHaveLength(2);
  expect(items.map(({ answerSetId }) => answerSetId)).toEqual(['a1', 'a1', 'a2']);
});

test('groups are opened, texts before the first question are the stem, later ones are named', () => {
  const resource = questionnaire([
    { linkId: 'd', type: 'display', text: 'Over the last week' },
    {
      linkId: 'g',
      type: 'group',
      text: 'How often',
      item: [choice('a'), { linkId: 'h', type: 'group', text: 'And also', item: [choice('b')] }],
    },
  ]);
  const { questionnaire: made, notes } = taken(resource);
  expect(made.stem).toBe('Over the last week\nHow often');
  expect(made.items.map(({ linkId }) => linkId)).toEqual(['a', 'b']);
  expect(notes).toContainEqual({ kind: 'texts-between', items: ['And also'] });
});

test('what cannot be asked with fixed answers is left out and named', () => {
  const resource = questionnaire([
    choice('a'),
    { linkId: 't', text: 'Anything else?', type: 'text' },
    choice('m', { repeats: true }),
    choice('o', { type: 'open-choice' }),
    choice('w', { enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }] }),
  ]);
  const { questionnaire: made } = taken(resource);
  expect(made.items.map(({ linkId }) => linkId)).toEqual(['a', 'o', 'w']);
  expect(kinds(resource)).toEqual([
    'no-total',
    'not-a-choice',
    'several-answers',
    'free-text-dropped',
    'conditions-ignored',
  ]);
});

describe('the total', () => {
  test('a sum over all but one leaves that one unscored', () => {
    const resource = questionnaire([
      choice('a'),
      choice('b'),
      choice('x'),
      calculated('t', "%resource.item.where(linkId != 'x').answer.weight().sum()"),
    ]);
    expect(unscored(resource)).toEqual(['x']);
    expect(taken(resource).notes).toEqual([{ kind: 'total-read', count: 2 }]);
  });

  test('two parts and their whole are two subscales and a total', () => {
    const sum = (...ids: string[]): string =>
      ids.map((id) => `%resource.item.where(linkId='${id}').answer.value.ordinal()`).join(' + ');
    const resource = questionnaire([
      ...['a', 'b', 'c', 'd', 'x'].map((id) => choice(id)),
      calculated('s1', sum('a', 'b')),
      calculated('s2', sum('c', 'd')),
      calculated('t', sum('a', 'b', 'c', 'd')),
    ]);
    const { questionnaire: made } = taken(resource);
    expect(made.subscales).toEqual([
      { id: 's1', label: 'Result s1', itemIds: ['i1', 'i2'] },
      { id: 's2', label: 'Result s2', itemIds: ['i3', 'i4'] },
    ]);
    expect(unscored(resource)).toEqual(['x']);
  });

  test('any other calculation is said to be unread, and every weighted item stays scored', () => {
    const mean = '%resource.item.answer.weight().sum() / 3';
    const resource = questionnaire([choice('a'), choice('b'), calculated('t', mean)]);
    expect(taken(resource).notes).toEqual([{ kind: 'total-not-read', items: ['Result t'] }]);
    expect(unscored(resource)).toEqual([]);
  });

  test('one readable result beside an unreadable one may be a part, so it is not taken for the total', () => {
    const resource = questionnaire([
      choice('a'),
      choice('b'),
      calculated('s', "%resource.item.where(linkId = 'a').answer.weight()"),
      calculated('t', 'something(else)'),
    ]);
    expect(unscored(resource)).toEqual([]);
    expect(kinds(resource)).toEqual(['total-not-read', 'subscales-read']);
  });
});

describe('an instrument that Soundings has', () => {
  const loinc = (code: string) => [{ system: 'http://loinc.org', code }];
  const phq = phq9.items.map((item) => choice(item.id, { code: loinc(item.loinc ?? '') }));

  test('is known by the code of the whole, or by its items without it', () => {
    expect(
      taken(questionnaire([choice('a')], { code: loinc('44249-1') }), publishedInstruments).builtIn?.id,
    ).toBe('phq-9');
    expect(taken(questionnaire(phq), publishedInstruments).builtIn?.id).toBe('phq-9');
    expect(taken(questionnaire(phq.slice(0, 5)), publishedInstruments).builtIn).toBeNull();
  });

  test('a code of another system is no LOINC', () => {
    const code = [{ system: 'http://example.org', code: '44249-1' }];
    expect(taken(questionnaire([choice('a')], { code }), publishedInstruments).builtIn).toBeNull();
  });

  test('lends its safety item and what it leaves unscored, and it is said', () => {
    const { questionnaire: made, notes } = taken(questionnaire(phq), publishedInstruments);
    expect(made.items.filter(({ safetyAbove }) => safetyAbove !== null).map(({ linkId }) => linkId)).toEqual([
      'phq-9-9',
    ]);
    expect(made.items.filter((item) => item.unscored).map(({ linkId }) => linkId)).toEqual([
      'phq-9-difficulty',
    ]);
    expect(notes.map(({ kind }) => kind)).toEqual(['no-total', 'safety-known', 'unscored-known']);
    expect(made.items.map((item) => item.loinc)).toEqual(phq9.items.map((item) => item.loinc));
  });
});
