// A FHIR R4 Questionnaire as far as Soundings reads it. Everything from outside passes through here; what is not named
// here is dropped. Source: hl7.org/fhir/R4/questionnaire.html and hl7.org/fhir/R4/valueset.html.
import * as v from 'valibot';

export const longestText = 4_000;
export const mostAnswers = 120;
/** Extensions are counted and mostly ignored; a file with more than this of them is not a questionnaire. */
const mostParts = 2_000;
/** As many lists of answers as a measure can have items. */
const mostContained = 300;

const text = v.pipe(v.string(), v.maxLength(longestText));
const longText = v.pipe(v.string(), v.maxLength(10 * longestText));
const finite = v.pipe(v.number(), v.finite());

const expression = v.object({
  name: v.optional(text),
  language: v.optional(text),
  expression: v.optional(longText),
});

const extension = v.object({
  url: text,
  valueDecimal: v.optional(finite),
  valueInteger: v.optional(finite),
  valueExpression: v.optional(expression),
});
const extensions = v.optional(v.pipe(v.array(extension), v.maxLength(mostParts)), []);

const coding = v.object({
  system: v.optional(text),
  code: v.optional(text),
  display: v.optional(text),
  extension: extensions,
});
const codings = v.optional(v.pipe(v.array(coding), v.maxLength(mostParts)), []);

const answerOption = v.object({
  extension: extensions,
  valueCoding: v.optional(coding),
  valueInteger: v.optional(finite),
  valueString: v.optional(text),
  valueDate: v.optional(text),
  valueTime: v.optional(text),
});

const modifiers = v.optional(v.pipe(v.array(v.unknown()), v.maxLength(mostParts)), []);

const itemBase = {
  linkId: text,
  text: v.optional(text),
  type: text,
  repeats: v.optional(v.boolean(), false),
  readOnly: v.optional(v.boolean(), false),
  code: codings,
  answerOption: v.optional(v.array(answerOption), []),
  answerValueSet: v.optional(text),
  enableWhen: v.optional(v.array(v.object({ question: text })), []),
  extension: extensions,
  modifierExtension: modifiers,
};

export interface FhirItem extends v.InferOutput<ReturnType<typeof v.object<typeof itemBase, undefined>>> {
  readonly item: readonly FhirItem[];
}

const item: v.GenericSchema<unknown, FhirItem> = v.object({
  ...itemBase,
  item: v.optional(v.array(v.lazy(() => item)), []),
});

const conceptBase = { code: text, display: v.optional(text), extension: extensions };
const concept = v.object(conceptBase);

export const valueSetSchema = v.object({
  resourceType: v.literal('ValueSet'),
  id: text,
  url: v.optional(text),
  compose: v.optional(
    v.object({
      include: v.array(
        v.object({
          system: v.optional(text),
          concept: v.optional(v.array(concept), []),
          valueSet: v.optional(v.array(text), []),
          filter: v.optional(v.array(v.unknown()), []),
        }),
      ),
      exclude: v.optional(v.array(v.unknown()), []),
    }),
  ),
  expansion: v.optional(
    v.object({
      total: v.optional(finite),
      contains: v.optional(
        v.array(
          v.object({
            ...conceptBase,
            abstract: v.optional(v.boolean(), false),
            contains: v.optional(v.array(v.unknown()), []),
          }),
        ),
        [],
      ),
    }),
  ),
});

export const questionnaireSchema = v.object({
  resourceType: v.literal('Questionnaire'),
  url: v.optional(text),
  name: v.optional(text),
  title: v.optional(text),
  language: v.optional(text),
  copyright: v.optional(longText),
  derivedFrom: v.optional(v.array(text), []),
  code: codings,
  contained: v.optional(
    v.pipe(v.array(v.looseObject({ resourceType: text })), v.maxLength(mostContained)),
    [],
  ),
  extension: extensions,
  modifierExtension: modifiers,
  item: v.optional(v.array(item), []),
});

export type FhirExtension = v.InferOutput<typeof extension>;
export type FhirCoding = v.InferOutput<typeof coding>;
export type FhirOption = v.InferOutput<typeof answerOption>;
export type FhirValueSet = v.InferOutput<typeof valueSetSchema>;
export type FhirQuestionnaire = v.InferOutput<typeof questionnaireSchema>;
