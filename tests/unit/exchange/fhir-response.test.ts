import { describe, expect, test } from 'vitest';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import { answerKey } from '../../../src/exchange/fhir/answer-key.ts';
import { readFhirFile, type ReadFhir } from '../../../src/exchange/fhir/read-fhir-file.ts';
import { refusal, type Json } from './fhir-kit.ts';

const keys = publishedInstruments.map((instrument) => answerKey(instrument));
const read = (item: readonly Json[], more: Json = {}): ReadFhir =>
  readFhirFile(JSON.stringify({ resourceType: 'QuestionnaireResponse', item, ...more }), [], keys);

const answered = (linkId: string, valueCoding: Json): Json => ({ linkId, answer: [{ valueCoding }] });
const severalDays = { code: 'LA6569-3' };
const gad = gad7.items.map(({ loinc = '' }) => answered(loinc, severalDays));
const total = (linkId: string, value: number): Json => ({ linkId, answer: [{ valueInteger: value }] });

describe('a filled-in GAD-7', () => {
  test('is scored by its codes, and its stated total is held against the answers', () => {
    expect(read([...gad, total('/70274-6', 7)])).toMatchObject({
      instrument: { id: 'gad-7' },
      outcome: { kind: 'scored', total: 7 },
      stated: { kind: 'agrees' },
    });
    expect(read([...gad, total('/70274-6', 9)])).toMatchObject({
      stated: { kind: 'disagrees', stated: 9, computed: 7 },
    });
  });

  test('with a gap is incomplete, and its total cannot be checked', () => {
    expect(read([...gad.slice(1), total('sum', 6)])).toMatchObject({
      answers: [null, 1, 1, 1, 1, 1, 1],
      outcome: { kind: 'incomplete' },
      stated: { kind: 'cannot-say' },
    });
  });

  test('is found in groups, by its labels, and by numbers under its name', () => {
    const grouped = [{ linkId: 'group', item: gad.map((item) => item) }];
    expect(read(grouped)).toMatchObject({ outcome: { total: 7 } });
    const labelled = gad7.items.map(({ loinc = '' }) =>
      answered(`/${loinc}`, { display: 'Nearly every day' }),
    );
    expect(read(labelled)).toMatchObject({ outcome: { total: 21 } });
    const numbered = gad7.items.map((_, index) => answered(`Q${index + 1}`, severalDays));
    expect(read(numbered, { questionnaire: 'http://example.org/GAD7|1' })).toMatchObject({
      outcome: { total: 7 },
    });
  });

  test('of two stated numbers without a code neither is taken for the total', () => {
    expect(read([...gad, total('x', 1), total('y', 2)])).toMatchObject({ stated: null });
  });
});

describe('refused', () => {
  test('a questionnaire that nobody here knows', () => {
    expect(refusal(read([answered('q1', severalDays)]))).toEqual({ kind: 'unknown-questionnaire' });
    expect(
      refusal(read([answered('q1', severalDays)], { questionnaire: 'http://example.org/gad70' })),
    ).toEqual({
      kind: 'unknown-questionnaire',
    });
  });

  test('an answer that the instrument does not offer, and two answers to one question', () => {
    const [first = {}, ...rest] = gad;
    const linkId = gad7.items[0]?.loinc ?? '';
    expect(refusal(read([answered(linkId, { code: 'LA0-0' }), ...rest]))).toEqual({
      kind: 'unknown-answer',
      linkId,
    });
    expect(refusal(read([first, ...gad]))).toEqual({ kind: 'answered-twice', linkId });
  });

  test('one that answers more than anybody asks', () => {
    const many = Array.from({ length: 901 }, (_, index) => answered(`q${index}`, severalDays));
    expect(refusal(read(many))).toEqual({ kind: 'too-many-parts', where: 'item', count: 901, limit: 900 });
  });

  test('one that was entered in error, and one of the wrong shape', () => {
    expect(refusal(read(gad, { status: 'entered-in-error' }))).toEqual({ kind: 'entered-in-error' });
    expect(refusal(read([{ linkId: 3 }]))).toEqual({
      kind: 'wrong-type',
      where: 'item[0].linkId',
      expected: 'string',
    });
  });
});
