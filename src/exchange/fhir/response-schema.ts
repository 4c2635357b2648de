// A FHIR R4 QuestionnaireResponse as far as Soundings reads it. Source: hl7.org/fhir/R4/questionnaireresponse.html.
import * as v from 'valibot';
import { longestText } from './questionnaire-schema.ts';

const text = v.pipe(v.string(), v.maxLength(longestText));
const finite = v.pipe(v.number(), v.finite());
const mostParts = 2_000;

const answerBase = {
  valueCoding: v.optional(v.object({ code: v.optional(text), display: v.optional(text) })),
  valueInteger: v.optional(finite),
  valueDecimal: v.optional(finite),
  valueQuantity: v.optional(v.object({ value: v.optional(finite) })),
  valueBoolean: v.optional(v.boolean()),
  valueString: v.optional(v.pipe(v.string(), v.maxLength(10 * longestText))),
};

export interface FhirResponseAnswer extends v.InferOutput<
  ReturnType<typeof v.object<typeof answerBase, undefined>>
> {
  readonly item: readonly FhirResponseItem[];
}

export interface FhirResponseItem {
  readonly linkId: string;
  readonly answer: readonly FhirResponseAnswer[];
  readonly item: readonly FhirResponseItem[];
}

const items: v.GenericSchema<unknown, readonly FhirResponseItem[]> = v.pipe(
  v.array(
    v.object({
      linkId: text,
      answer: v.optional(
        v.pipe(
          v.array(
            v.object({
              ...answerBase,
              item: v.optional(
                v.lazy(() => items),
                [],
              ),
            }),
          ),
          v.maxLength(mostParts),
        ),
        [],
      ),
      item: v.optional(
        v.lazy(() => items),
        [],
      ),
    }),
  ),
  v.maxLength(mostParts),
);

export const responseSchema = v.object({
  resourceType: v.literal('QuestionnaireResponse'),
  questionnaire: v.optional(text),
  status: v.optional(text),
  item: v.optional(items, []),
});

export type FhirResponse = v.InferOutput<typeof responseSchema>;
