// Which calculated expressions are plain sums? Only what is certain; anything else is left to the therapist.
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { questionnaireSchema } from '../../../src/exchange/fhir/questionnaire-schema.ts';
import { readSum } from '../../../src/exchange/fhir/read-sum.ts';
import { choice, questionnaire } from './fhir-kit.ts';

const { item: items } = v.parse(
  questionnaireSchema,
  questionnaire([
    choice('a'),
    choice('b'),
    { linkId: 'g', type: 'group', item: [choice('c'), choice('d')] },
    { linkId: 'n', type: 'integer' },
  ]),
);
const variables = new Map([
  ['a', "%resource.item.where(linkId='a').answer"],
  ['qa', "%resource.item.where(linkId = 'a').answer.weight()"],
  ['qb', "%resource.item.where(linkId = 'b').answer.weight()"],
  ['any', '%qa.exists() or %qb.exists()'],
  ['loop', '%loop'],
]);
const read = (text: string): readonly string[] | null => readSum(text, { items, variables })?.linkIds ?? null;

test.each<[string, readonly string[]]>([
  ["%resource.item.where(linkId='a' or linkId='b').answer.weight().sum()", ['a', 'b']],
  ["%resource.item.where( linkId in ('a' | 'b') ).answer.value.ordinal().sum()", ['a', 'b']],
  ["%resource.item.where(linkId='g').item.answer.weight().sum()", ['c', 'd']],
  ["%resource.descendants().where(linkId != 'a' and linkId != 'n').answer.weight().sum()", ['b', 'c', 'd']],
  ["QuestionnaireResponse.item.where(linkId='a').answer.weight().aggregate($this + $total, 0)", ['a']],
  ["%resource.item.where(linkId='n').answer.valueInteger + %qa", ['n', 'a']],
  ['%qa + %qb', ['a', 'b']],
  ['%a.weight() + ( %qb )', ['a', 'b']],
  ['iif(%any, iif(%qa.exists(), %qa, 0) + iif(%qb.exists(), %qb, 0), {})', ['a', 'b']],
])('%s', (text, linkIds) => {
  expect(read(text)).toEqual(linkIds);
});

test.each([
  '',
  'ScoreFullPhq9',
  '%qa * 2',
  '%qa + 1',
  '%qa - %qb',
  '%qa + %qa',
  '(%qa + %qb) / 2',
  '%loop',
  '%nobody',
  'iif(%qa > 2, %qa, 0) + %qb',
  'iif(%any, %qa + %qb, 5)',
  "%resource.item.where(linkId='a').answer.weight().first()",
  "%resource.item.where(linkId.startsWith('a')).answer.weight().sum()",
  "%resource.item.where(linkId='zzz').answer.weight().sum()",
  '%resource.item.answer.weight()',
  '(%qa | %qb).sum()',
  "%resource.item.where(linkId='a').answer.weight().sum(",
  "%resource.item.where(linkId='a.answer.weight().sum()",
  '('.repeat(5_000),
  '%qa + '.repeat(9_000),
])('not a plain sum that is sure: %s', (text) => {
  expect(read(text)).toBeNull();
});
