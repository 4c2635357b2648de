// A FHIR R4 QuestionnaireResponse, scored by the instrument that is known here, and held against the total that it states
// itself: published examples exist whose total is wrong.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { mostItems } from '../../clinical/instruments/own-questionnaire.ts';
import { compareStatedTotal, type StatedTotal } from '../../clinical/scoring/compare-stated-total.ts';
import { scoreResponse, type ScoreOutcome } from '../../clinical/scoring/score-response.ts';
import { placesIn, type AnswerKey, type KeyItem } from './answer-key.ts';
import { refused, type FhirRefusal } from './fhir-problem.ts';
import { parseShape } from './parse-shape.ts';
import type { Resource } from './read-resource.ts';
import { responseSchema, type FhirResponseAnswer, type FhirResponseItem } from './response-schema.ts';

export type ReadResponse =
  | {
      readonly kind: 'response';
      readonly instrument: Instrument;
      /** One for each item of the instrument, null where nothing was answered. */
      readonly answers: readonly (number | null)[];
      readonly outcome: ScoreOutcome;
      /** Null: the file states no total. */
      readonly stated: StatedTotal | null;
    }
  | { readonly kind: 'refused'; readonly why: FhirRefusal };

export function responseOf(resource: Resource, keys: readonly AnswerKey[]): ReadResponse {
  const shape = parseShape(responseSchema, resource);
  if (shape.kind === 'refused') return shape;
  const { status, questionnaire = null, item } = shape.value;
  if (status === 'entered-in-error') return refused({ kind: 'entered-in-error' });
  const answered = [...walk(item)].filter(({ answer }) => answer.length > 0);
  if (answered.length > mostAnswered)
    return refused({ kind: 'too-many-parts', where: 'item', count: answered.length, limit: mostAnswered });
  const found = bestKey(keys, answered, questionnaire);
  if (!found) return refused({ kind: 'unknown-questionnaire' });

  const { key, places } = found;
  const answers = key.items.map((): number | null => null);
  for (const { linkId, answer } of answered) {
    const place = places.get(linkId);
    const asked = place === undefined ? undefined : key.items[place];
    if (place === undefined || !asked) continue;
    const [only] = answer;
    if (!only || answer.length > 1 || answers[place] !== null)
      return refused({ kind: 'answered-twice', linkId });
    const value = valueOf(only, asked);
    if (value === null) return refused({ kind: 'unknown-answer', linkId });
    answers[place] = value;
  }
  const { instrument } = key;
  const total = statedTotal(
    answered.filter(({ linkId }) => !places.has(linkId)),
    instrument,
  );
  return {
    kind: 'response',
    instrument,
    answers,
    outcome: scoreResponse(instrument, answers),
    stated: total === null ? null : compareStatedTotal(instrument, answers, total),
  };
}

/** Other things may have been asked beside the measure, but not thousands. */
const mostAnswered = 3 * mostItems;

function* walk(items: readonly FhirResponseItem[]): Generator<FhirResponseItem> {
  for (const item of items) {
    yield item;
    yield* walk(item.item);
    for (const { item: below } of item.answer) yield* walk(below);
  }
}

interface Found {
  readonly key: AnswerKey;
  readonly places: ReadonlyMap<string, number>;
}

/** The instrument that most of the answers belong to. */
function bestKey(
  keys: readonly AnswerKey[],
  answered: readonly FhirResponseItem[],
  questionnaire: string | null,
): Found | null {
  const linkIds = answered.map(({ linkId }) => linkId);
  return keys.reduce<Found | null>((best, key) => {
    const places = placesIn(key, linkIds, questionnaire);
    return places && places.size > (best?.places.size ?? 0) ? { key, places } : best;
  }, null);
}

/** The answer's value in the instrument's own coding; a weight in the file is not trusted over it. */
function valueOf(answer: FhirResponseAnswer, { item, valueByCode }: KeyItem): number | null {
  const { valueCoding, valueBoolean, valueString } = answer;
  const code =
    valueCoding?.code ?? valueString ?? (valueBoolean === undefined ? undefined : String(valueBoolean));
  if (code !== undefined && valueByCode.has(code)) return valueByCode.get(code) ?? null;
  const label = valueCoding?.display ?? valueString;
  const number = answer.valueInteger ?? answer.valueDecimal;
  const option = item.options.find((one) => one.label === label || one.value === number);
  return option?.value ?? null;
}

/** The number that stands where the total does or, where no code says so, the only number that answers no question. */
function statedTotal(others: readonly FhirResponseItem[], { loinc }: Instrument): number | null {
  const numbers = others.flatMap(({ linkId, answer }) => {
    const [only] = answer;
    const number = only?.valueDecimal ?? only?.valueInteger ?? only?.valueQuantity?.value;
    return number === undefined ? [] : [{ linkId, number }];
  });
  const coded = numbers.find(({ linkId }) => loinc?.total !== undefined && linkId.endsWith(loinc.total));
  return (coded ?? (numbers.length === 1 ? numbers[0] : undefined))?.number ?? null;
}
