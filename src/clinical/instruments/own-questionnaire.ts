// The items of a therapist's own measure, and what follows from them: the range and the steps of the totals are never
// typed beside the items, so that they cannot disagree with them.
import { itemScore } from '../scoring/item-score.ts';
import { totalOf } from '../scoring/total-of.ts';
import type {
  AnswerOption,
  Item,
  MissingRule,
  Range,
  SafetyItem,
  Subscale,
  TotalRule,
} from './instrument.ts';

/** One answer; `code` is how the file that the measure came from calls it. Values within a set differ. */
export interface OwnAnswer {
  readonly value: number;
  readonly label: string;
  readonly code?: string;
}

/** Answers that several items share, so that they are typed once. */
export interface AnswerSet {
  readonly id: string;
  readonly answers: readonly OwnAnswer[];
}

export interface OwnItem {
  readonly id: string;
  readonly text: string;
  readonly answerSetId: string;
  readonly reversed?: boolean;
  readonly unscored?: boolean;
  /** A safety item: an answer (as it is given, before any reversing) above this asks for a conversation. */
  readonly safetyAbove?: number;
  readonly loinc?: string;
  /** The item's name in the file that the measure came from. */
  readonly linkId?: string;
}

export interface OwnSubscale {
  readonly id: string;
  readonly label: string;
  readonly itemIds: readonly string[];
  readonly total: TotalRule;
}

/** As `MissingRule`; prorating stands only with the source that allows it (CLINICAL 1.4). */
export type OwnMissingRule =
  | { readonly kind: 'require-all' }
  | {
      readonly kind: 'prorate';
      readonly maxMissing: number;
      readonly rounding: 'none' | 'nearest';
      readonly source: string;
    };

/** Plain JSON, as the records keep it. */
export interface OwnQuestionnaire {
  readonly stem?: string;
  /** BCP 47, where it is known. */
  readonly language?: string;
  /** Shown wherever the text is shown. */
  readonly copyright?: string;
  /** Canonical address of the file that the measure came from. */
  readonly url?: string;
  /** LOINC of the whole. */
  readonly loinc?: string;
  readonly answerSets: readonly AnswerSet[];
  readonly items: readonly OwnItem[];
  readonly total: TotalRule;
  readonly missing: OwnMissingRule;
  readonly subscales: readonly OwnSubscale[];
}

export const mostItems = 300;

/** The items as the scorer takes them; an item whose answers are not there has none. */
export function itemsOf({ items, answerSets }: Pick<OwnQuestionnaire, 'items' | 'answerSets'>): Item[] {
  const answersById = new Map(answerSets.map(({ id, answers }) => [id, answers]));
  return items.map(({ id, text, answerSetId, reversed, unscored, loinc }) => ({
    id,
    text,
    options: (answersById.get(answerSetId) ?? []).map(asOption),
    ...(reversed && { reversed }),
    ...(unscored && { unscored }),
    ...(loinc !== undefined && { loinc }),
  }));
}

const asOption = ({ value, label, code }: OwnAnswer): AnswerOption => ({
  value,
  label,
  ...(code !== undefined && /^LA\d+-\d$/.test(code) && { loinc: code }),
});

export const safetyItemsOf = ({ items }: Pick<OwnQuestionnaire, 'items'>): SafetyItem[] =>
  items.flatMap(({ id, safetyAbove }) =>
    safetyAbove === undefined ? [] : [{ itemId: id, above: safetyAbove }],
  );

export const subscalesOf = ({ subscales }: Pick<OwnQuestionnaire, 'subscales'>): Subscale[] =>
  subscales.map(({ id, label, itemIds, total }) => ({ id, label, itemIds, total }));

export const missingRuleOf = ({ missing }: Pick<OwnQuestionnaire, 'missing'>): MissingRule =>
  missing.kind === 'require-all' ? missing : { ...missing, source: { label: missing.source } };

export interface Totals {
  readonly range: Range;
  /** 0 where any decimal may occur. */
  readonly step: number;
}

/** The totals that these items can give; null while no scored item has answers. A negative factor turns them round. */
export function totalsOf(items: readonly Item[], rule: TotalRule): Totals | null {
  const scored = items.filter(({ unscored, options }) => !unscored && options.length > 0);
  if (scored.length === 0) return null;
  const scores = scored.map((item) => item.options.map(({ value }) => itemScore(item, value)));
  const ends = [
    totalOf(
      rule,
      scores.map((values) => Math.min(...values)),
    ),
    totalOf(
      rule,
      scores.map((values) => Math.max(...values)),
    ),
  ];
  // Adding 0 makes of −0, which JSON does not keep, a plain 0.
  const [min, max] = [Math.min(...ends) + 0, Math.max(...ends) + 0];
  return { range: { min, max }, step: stepOf(scores, rule) };
}

/** Values with more decimals than this are taken to be any decimals. */
const mostDecimals = 3;
const scale = 10 ** mostDecimals;

/** The largest step that every total lies on: each item moves the sum by a difference of its scores. */
function stepOf(scores: readonly (readonly number[])[], rule: TotalRule): number {
  if (rule.kind === 'mean') return 0;
  const factor = rule.kind === 'scaled-sum' ? Math.abs(rule.factor) : 1;
  const differences = scores.flatMap((values) => {
    const least = Math.min(...values);
    return values.map((value) => (value - least) * factor * scale);
  });
  const whole = differences.map(Math.round);
  const isWhole = differences.every((difference, index) => Math.abs(difference - (whole[index] ?? 0)) < 1e-6);
  return isWhole ? whole.reduce(greatestCommonDivisor, 0) / scale : 0;
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
