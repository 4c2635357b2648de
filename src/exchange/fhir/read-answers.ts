// The answers of one item with the values that the file gives them. A value that the file does not give is not made up:
// it stays null, for the therapist to fill in.
import { maxValueUrl, minValueUrl, numberOf, weightOf } from './extensions.ts';
import type { FhirCoding, FhirItem, FhirOption } from './questionnaire-schema.ts';
import type { ValueSets } from './value-sets.ts';

export interface ReadAnswer {
  readonly value: number | null;
  readonly label: string;
  readonly code?: string;
}

export type ReadAnswers =
  | { readonly kind: 'answers'; readonly answers: readonly ReadAnswer[] }
  /** The list stands in another file. */
  | { readonly kind: 'elsewhere' }
  /** Text, a date, a number without ends: nothing to choose from. */
  | { readonly kind: 'not-a-choice' };

/** A scale from 0 to 10 has 11 answers, one from 0 to 100 has 101. */
const longestScale = 101;

export function readAnswers(item: FhirItem, valueSets: ValueSets): ReadAnswers {
  switch (item.type) {
    case 'choice':
    case 'open-choice':
      return choiceOf(item, valueSets);
    case 'boolean':
      return { kind: 'answers', answers: yesAndNo };
    case 'integer':
    case 'decimal':
      return item.answerOption.length > 0 ? choiceOf(item, valueSets) : scaleOf(item);
    case 'string':
    case 'date':
    case 'time':
      return item.answerOption.length > 0 ? choiceOf(item, valueSets) : { kind: 'not-a-choice' };
    default:
      return { kind: 'not-a-choice' };
  }
}

/** FHIR says true and false; which of them counts, it does not say. */
const yesAndNo: readonly ReadAnswer[] = [
  { value: null, label: 'No', code: 'false' },
  { value: null, label: 'Yes', code: 'true' },
];

function choiceOf({ answerOption, answerValueSet }: FhirItem, valueSets: ValueSets): ReadAnswers {
  if (answerOption.length > 0) return { kind: 'answers', answers: answerOption.map(answerOf) };
  if (answerValueSet === undefined) return { kind: 'not-a-choice' };
  const codings = valueSets.get(answerValueSet) ?? valueSets.get(answerValueSet.split('|')[0] ?? '');
  return codings && codings.length > 0
    ? { kind: 'answers', answers: codings.map((coding) => asAnswer(coding, weightOf(coding.extension))) }
    : { kind: 'elsewhere' };
}

function answerOf(option: FhirOption): ReadAnswer {
  const { valueCoding, valueInteger, extension } = option;
  const weight = weightOf(extension) ?? weightOf(valueCoding?.extension ?? []) ?? valueInteger ?? null;
  if (valueCoding) return asAnswer(valueCoding, weight);
  const label = option.valueString ?? option.valueDate ?? option.valueTime ?? String(valueInteger ?? '');
  return { value: weight, label: label.trim(), code: label };
}

const asAnswer = ({ display, code }: FhirCoding, value: number | null): ReadAnswer => ({
  value,
  label: (display ?? code ?? '').trim(),
  ...(code !== undefined && { code }),
});

/** A number between two ends is a scale whose answers are its numbers. */
function scaleOf({ type, extension }: FhirItem): ReadAnswers {
  const min = numberOf(extension, minValueUrl);
  const max = numberOf(extension, maxValueUrl);
  const isScale =
    type === 'integer' &&
    min !== null &&
    max !== null &&
    Number.isInteger(min) &&
    max > min &&
    max - min < longestScale;
  if (!isScale) return { kind: 'not-a-choice' };
  const numbers = Array.from({ length: Math.floor(max - min) + 1 }, (_, index) => min + index);
  return {
    kind: 'answers',
    answers: numbers.map((value) => ({ value, label: String(value), code: String(value) })),
  };
}
