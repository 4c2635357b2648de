// Whatever a file holds, the reader answers: it never throws, takes all or nothing, and what it takes the builder takes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftProblems } from '../../../src/app/state/measure-draft.ts';
import { draftFromFhir } from '../../../src/app/state/read-fhir.ts';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { answerKey } from '../../../src/exchange/fhir/answer-key.ts';
import { readFhirFile } from '../../../src/exchange/fhir/read-fhir-file.ts';
import { readSum } from '../../../src/exchange/fhir/read-sum.ts';
import { calculated, choice, questionnaire } from '../../unit/exchange/fhir-kit.ts';

const keys = publishedInstruments.map((instrument) => answerKey(instrument));
const read = (text: string) => readFhirFile(text, publishedInstruments, keys);

function answers(text: string): void {
  const result = read(text);
  expect(['questionnaire', 'response', 'refused']).toContain(result.kind);
  if (result.kind !== 'questionnaire') return;
  const draft = draftFromFhir(result.questionnaire);
  expect(draft.questionnaire.items).toHaveLength(result.questionnaire.items.length);
  for (const { kind } of draftProblems(draft)) expect(kind).not.toBe('same-id-twice');
}

test('any text, and any JSON', () => {
  fc.assert(fc.property(fc.string(), answers));
  fc.assert(fc.property(fc.json(), answers));
  fc.assert(
    fc.property(
      fc.constantFrom('Questionnaire', 'QuestionnaireResponse'),
      fc.dictionary(fc.string(), fc.jsonValue()),
      (resourceType, rest) => answers(JSON.stringify({ ...rest, resourceType })),
    ),
  );
});

const whole = questionnaire(
  [
    { linkId: 'd', type: 'display', text: 'Stem' },
    { linkId: 'g', type: 'group', item: [choice('a'), choice('b', { code: [{ code: '44250-9' }] })] },
    choice('c', { answerOption: undefined, answerValueSet: '#v' }),
    calculated('t', "%resource.item.where(linkId='g').item.answer.weight().sum()"),
  ],
  {
    contained: [{ resourceType: 'ValueSet', id: 'v', compose: { include: [{ concept: [{ code: 'x' }] }] } }],
  },
);

/** Every place in the file, as the keys that lead there. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

test('a good file with any one or two things in it replaced by any other', () => {
  const place = fc.constantFrom(...placesIn(JSON.parse(JSON.stringify(whole))));
  const part = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('a', 'g', '#v', [], {}, choice('b'), whole));
  fc.assert(
    fc.property(place, part, place, part, (first, one, second, other) => {
      const once = replaced(whole, first, one);
      answers(JSON.stringify(once));
      if (placesIn(once).some((path) => path.join('/') === second.join('/')))
        answers(JSON.stringify(replaced(once, second, other)));
    }),
    { numRuns: 500 },
  );
});

test('any expression is either a sum of questions that are there, each once, or not read', () => {
  const result = read(JSON.stringify(whole));
  expect(result.kind).toBe('questionnaire');
  const pieces = fc.constantFrom(
    '%resource',
    '.item',
    ".where(linkId='a')",
    ".where(linkId != 'b')",
    '.answer',
    '.weight()',
    '.sum()',
    ' + ',
    '(',
    ')',
    'iif(',
    ',',
    '{}',
    '%v',
    '.exists()',
    ' or ',
    "'",
    '.descendants()',
    '0',
    '.value',
  );
  const items = [choice('a'), choice('b')].map((item) => ({
    ...item,
    item: [],
    extension: [],
    type: 'choice',
    linkId: item['linkId'],
  }));
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const sum = readSum(parts.join(''), {
        items: items as unknown as Parameters<typeof readSum>[1]['items'],
        variables: new Map([['v', "%resource.item.where(linkId='a').answer.weight()"]]),
      });
      if (!sum) return;
      expect(new Set(sum.linkIds).size).toBe(sum.linkIds.length);
      for (const linkId of sum.linkIds) expect(['a', 'b']).toContain(linkId);
    }),
    { numRuns: 2_000 },
  );
});
