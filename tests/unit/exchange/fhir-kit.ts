// Small FHIR questionnaires in nobody's words, for what the reader does with any file.
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import type { FhirNote, FhirRefusal } from '../../../src/exchange/fhir/fhir-problem.ts';
import type { ImportedQuestionnaire } from '../../../src/exchange/fhir/imported-questionnaire.ts';
import { readFhirFile, type ReadFhir } from '../../../src/exchange/fhir/read-fhir-file.ts';

export type Json = Record<string, unknown>;

export const ordinal = (value: unknown): Json[] => [
  { url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: value },
];

/** Answers worth 0, 1, 2 …, or what `values` says. */
export const options = (...values: readonly unknown[]): Json[] =>
  values.map((value, index) => ({
    extension: ordinal(value),
    valueCoding: { code: `c${index}`, display: `Answer ${index}` },
  }));

export const choice = (linkId: string, more: Json = {}): Json => ({
  linkId,
  text: `Question ${linkId}`,
  type: 'choice',
  answerOption: options(0, 1, 2),
  ...more,
});

export const calculated = (linkId: string, expression: string, more: Json = {}): Json => ({
  linkId,
  text: `Result ${linkId}`,
  type: 'decimal',
  extension: [
    {
      url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
      valueExpression: { language: 'text/fhirpath', expression },
    },
  ],
  ...more,
});

export const questionnaire = (item: unknown, more: Json = {}): Json => ({
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'A made-up scale',
  item,
  ...more,
});

export const read = (resource: unknown, known: readonly Instrument[] = []): ReadFhir =>
  readFhirFile(JSON.stringify(resource), known, []);

export function taken(
  resource: unknown,
  known: readonly Instrument[] = [],
): { questionnaire: ImportedQuestionnaire; notes: readonly FhirNote[]; builtIn: Instrument | null } {
  const result = read(resource, known);
  if (result.kind !== 'questionnaire') throw new Error(JSON.stringify(result));
  return result;
}

export function refusal(result: ReadFhir): FhirRefusal {
  if (result.kind !== 'refused') throw new Error(`not refused but ${result.kind}`);
  return result.why;
}
