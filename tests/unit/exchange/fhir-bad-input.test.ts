// Files that nobody should have made: each is refused with what is wrong and where, and nothing of it is taken.
import { expect, test } from 'vitest';
import { readFhirFile } from '../../../src/exchange/fhir/read-fhir-file.ts';
import {
  calculated,
  choice,
  options,
  ordinal,
  questionnaire,
  read,
  refusal,
  taken,
  type Json,
} from './fhir-kit.ts';

const textRefusal = (text: string) => refusal(readFhirFile(text, [], []));

test('what is no JSON is refused with the line where it stops being it', () => {
  expect(textRefusal('  \n ')).toEqual({ kind: 'empty' });
  expect(textRefusal('{\n"resourceType": "Questionnaire",\n oops }')).toEqual({ kind: 'not-json', line: 3 });
  expect(textRefusal('client,date\nA,2026-01-01').kind).toBe('not-json');
});

test('what is no FHIR resource, or another one, is named', () => {
  expect(textRefusal('[1,2]')).toEqual({ kind: 'not-a-resource' });
  expect(textRefusal('"Questionnaire"')).toEqual({ kind: 'not-a-resource' });
  expect(textRefusal('{"item":[]}')).toEqual({ kind: 'not-a-resource' });
  expect(refusal(read({ resourceType: 'Observation' }))).toEqual({
    kind: 'other-resource',
    resourceType: 'Observation',
  });
});

test.each<[string, string, Json]>([
  ['R5', 'item[1].type', questionnaire([choice('a'), choice('b', { type: 'coding' })])],
  ['R5', 'item[0].answerConstraint', questionnaire([choice('a', { answerConstraint: 'optionsOnly' })])],
  ['R5', 'copyrightLabel', questionnaire([choice('a')], { copyrightLabel: 'x' })],
  ['STU3', 'item[0].option', questionnaire([{ linkId: 'a', type: 'choice', option: [] }])],
  [
    'STU3',
    'item[0].item[0].enableWhen.hasAnswer',
    questionnaire([
      {
        linkId: 'g',
        type: 'group',
        item: [choice('a', { enableWhen: [{ question: 'b', hasAnswer: true }] })],
      },
    ]),
  ],
  ['DSTU2', 'group', questionnaire(undefined, { group: { linkId: 'root' } })],
])('%s is refused by its shape: %s', (version, where, resource) => {
  expect(refusal(read(resource))).toEqual({ kind: 'other-version', version, where });
});

test.each<[string, object, Json]>([
  [
    'the same linkId twice',
    { kind: 'same-link-id', linkId: 'a' },
    questionnaire([choice('a'), { linkId: 'g', type: 'group', item: [choice('a')] }]),
  ],
  [
    'an item inside one of its own name',
    { kind: 'same-link-id', linkId: 'g' },
    questionnaire([
      { linkId: 'g', type: 'group', item: [{ linkId: 'g', type: 'group', item: [choice('a')] }] },
    ]),
  ],
  [
    'a question that depends on itself',
    { kind: 'depends-on-itself', linkId: 'a' },
    questionnaire([
      choice('a', { enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }] }),
    ]),
  ],
  [
    'a questionnaire derived from itself',
    { kind: 'derived-from-itself' },
    questionnaire([choice('a')], { url: 'http://example.org/q', derivedFrom: ['http://example.org/q|2'] }),
  ],
  [
    'answer lists that include each other',
    { kind: 'value-set-in-a-circle', id: 'one' },
    questionnaire([choice('a', { answerOption: undefined, answerValueSet: '#one' })], {
      contained: [
        { resourceType: 'ValueSet', id: 'one', compose: { include: [{ valueSet: ['#two'] }] } },
        { resourceType: 'ValueSet', id: 'two', compose: { include: [{ valueSet: ['#one'] }] } },
      ],
    }),
  ],
  [
    'a modifier, which may not be passed over',
    { kind: 'modifier', where: 'item[0]' },
    questionnaire([
      choice('a', { modifierExtension: [{ url: 'http://example.org/not', valueBoolean: true }] }),
    ]),
  ],
  ['nothing that can be asked', { kind: 'nothing-to-ask' }, questionnaire([{ linkId: 'a', type: 'text' }])],
  ['no items at all', { kind: 'nothing-to-ask' }, questionnaire(undefined)],
  [
    'an item without a linkId',
    { kind: 'missing-element', where: 'item[0].linkId' },
    questionnaire([{ type: 'choice' }]),
  ],
  [
    'an item without a type',
    { kind: 'missing-element', where: 'item[0].type' },
    questionnaire([{ linkId: 'a' }]),
  ],
  [
    'a text that is a number',
    { kind: 'wrong-type', where: 'item[0].text', expected: 'string' },
    questionnaire([choice('a', { text: 7 })]),
  ],
  [
    'items that are no list',
    { kind: 'wrong-type', where: 'item', expected: 'array' },
    questionnaire({ linkId: 'a' }),
  ],
  [
    'an item that is null',
    { kind: 'wrong-type', where: 'item[0]', expected: 'object' },
    questionnaire([null]),
  ],
  [
    'a weight that is text',
    { kind: 'wrong-type', where: 'item[0].answerOption[0].extension[0].valueDecimal', expected: 'number' },
    questionnaire([choice('a', { answerOption: options('0', 1) })]),
  ],
  [
    'a wrong type inside a contained list',
    { kind: 'wrong-type', where: 'contained[0].compose.include', expected: 'array' },
    questionnaire([choice('a')], {
      contained: [{ resourceType: 'ValueSet', id: 'v', compose: { include: {} } }],
    }),
  ],
])('%s', (_, why, resource) => {
  expect(refusal(read(resource))).toEqual(why);
});

test('a weight without end is refused, not taken', () => {
  const text = JSON.stringify(questionnaire([choice('a', { answerOption: options(0, 424242) })]));
  expect(textRefusal(text.replace('424242', '1e999'))).toEqual({
    kind: 'wrong-type',
    where: 'item[0].answerOption[1].extension[0].valueDecimal',
    expected: 'number',
  });
});

test('ten thousand items, a thousand levels, a million letters, twenty million letters', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => choice(`q${index}`));
  expect(refusal(read(questionnaire(many)))).toEqual({ kind: 'too-many-items', count: 10_000, limit: 300 });
  let deep: Json = choice('q');
  for (let level = 0; level < 1_000; level += 1) deep = { linkId: `g${level}`, type: 'group', item: [deep] };
  expect(refusal(read(questionnaire([deep])))).toMatchObject({ kind: 'too-deep' });
  expect(refusal(read(questionnaire([choice('a', { text: 'x'.repeat(1_000_000) })])))).toEqual({
    kind: 'too-long',
    where: 'item[0].text',
    limit: 4_000,
  });
  expect(textRefusal('x'.repeat(20_000_000))).toMatchObject({ kind: 'too-large' });
  expect(textRefusal('['.repeat(900_000)).kind).toBe('not-json');
  const contained = Array.from({ length: 301 }, () => ({ resourceType: 'ValueSet' }));
  expect(refusal(read(questionnaire([choice('a')], { contained })))).toEqual({
    kind: 'too-many-parts',
    where: 'contained',
    count: 301,
    limit: 300,
  });
  expect(
    refusal(read(questionnaire([choice('a', { answerOption: options(...Array(121).keys()) })]))),
  ).toEqual({
    kind: 'too-many-answers',
    where: 'item[0]',
    limit: 120,
  });
});

test('a file made to multiply itself is read in no time', () => {
  const sets = Array.from({ length: 30 }, (_, index) => ({
    resourceType: 'ValueSet',
    id: `v${index}`,
    compose: { include: Array.from({ length: 20 }, () => ({ valueSet: [`#v${index + 1}`] })) },
  }));
  const last = { resourceType: 'ValueSet', id: 'v30', compose: { include: [{ concept: [{ code: 'a' }] }] } };
  const lists = questionnaire([choice('a', { answerOption: undefined, answerValueSet: '#v0' })], {
    contained: [...sets, last],
  });
  expect(taken(lists).notes).toContainEqual({ kind: 'answers-not-in-the-file', items: ['Question a'] });

  const variables = Array.from({ length: 19 }, (_, index) => ({
    url: 'http://hl7.org/fhir/StructureDefinition/variable',
    valueExpression: {
      name: `v${index}`,
      language: 'text/fhirpath',
      expression: Array.from({ length: 50 }, () => `%v${index + 1}`).join('+'),
    },
  }));
  const sums = questionnaire([choice('a'), calculated('t', '%v0')], { extension: variables });
  expect(taken(sums).notes[0]).toEqual({ kind: 'total-not-read', items: ['Result t'] });
  const brackets = '('.repeat(9_000) + '%resource.item.answer.weight().sum()' + ')'.repeat(9_000);
  expect(taken(questionnaire([choice('a'), calculated('t', brackets)])).notes[0]?.kind).toBe(
    'total-not-read',
  );
});

test('HTML stays text, and a name that JavaScript knows is only a name', () => {
  const html = '<img src=x onerror=alert(1)> <b>How</b> are you?';
  const text = JSON.stringify(questionnaire([choice('constructor', { text: html }), choice('b')])).replace(
    '"status"',
    '"__proto__": {"item": []}, "status"',
  );
  const result = readFhirFile(text, [], []);
  if (result.kind !== 'questionnaire') throw new Error(result.kind);
  expect(result.questionnaire.items[0]?.text).toBe(html);
});

test('extensions that nobody here knows are ignored and counted', () => {
  const extension = [
    { url: 'http://example.org/a', valueString: 'x' },
    { url: 'http://example.org/a', valueString: 'y' },
    { url: 'http://example.org/b', extension: [{ url: 'c', valueCode: 'd' }] },
  ];
  const { notes } = taken(questionnaire([choice('a', { extension }), choice('b')]));
  expect(notes).toContainEqual({ kind: 'extensions-ignored', count: 3, kinds: 2 });
});

test('an answer without a value stays without one', () => {
  const answerOption = [
    { valueCoding: { display: 'Never' } },
    { extension: ordinal(1), valueCoding: { display: 'Often' } },
  ];
  const { questionnaire: made, notes } = taken(questionnaire([choice('a', { answerOption })]));
  expect(made.answerSets[0]?.answers.map(({ value }) => value)).toEqual([null, 1]);
  expect(notes).toContainEqual({ kind: 'answers-without-values', items: ['Question a'] });
});
