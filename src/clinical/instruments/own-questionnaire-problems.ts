// What cannot be right about a measure's items. Named by the part it belongs to, so that the builder can show it there.
import { decimalNoise } from '../scoring/step.ts';
import type { OwnMeasureDefinition } from './own-measure.ts';
import { itemsOf, mostItems, totalsOf, type OwnQuestionnaire } from './own-questionnaire.ts';

export interface OwnQuestionnaireProblem {
  /** `id` names the answer set, item or subscale where there are several. */
  readonly field: 'items' | 'item' | 'answers' | 'subscale' | 'total' | 'missingRule' | 'bands' | 'range';
  readonly id?: string;
  readonly kind:
    | 'no-items'
    | 'too-many-items'
    | 'text-missing'
    | 'same-id-twice'
    | 'answers-missing'
    | 'fewer-than-two-answers'
    | 'not-a-number'
    | 'same-value-twice'
    | 'label-missing'
    | 'nothing-is-scored'
    | 'factor-is-zero'
    | 'too-many-missing'
    | 'source-missing'
    | 'subscale-is-empty'
    | 'subscale-has-an-unknown-item'
    | 'subscale-has-an-unscored-item'
    | 'safety-asks-for-nothing'
    | 'same-start-twice'
    | 'outside-the-range'
    | 'range-is-not-what-the-items-give';
}

type Check = (questionnaire: OwnQuestionnaire) => readonly (OwnQuestionnaireProblem | false)[];

const hasItems: Check = ({ items }) => [
  items.length === 0 && { field: 'items', kind: 'no-items' },
  items.length > mostItems && { field: 'items', kind: 'too-many-items' },
  items.length > 0 &&
    items.every(({ unscored }) => unscored) && { field: 'items', kind: 'nothing-is-scored' },
];

const idsDiffer: Check = ({ items, answerSets, subscales }) => [
  hasTwice(items) && { field: 'items', kind: 'same-id-twice' },
  hasTwice(answerSets) && { field: 'answers', kind: 'same-id-twice' },
  hasTwice(subscales) && { field: 'subscale', kind: 'same-id-twice' },
];

const itemsAreWhole: Check = ({ items, answerSets }) =>
  items.flatMap(({ id, text, answerSetId, safetyAbove }) => {
    const set = answerSets.find((one) => one.id === answerSetId);
    const values = set?.answers.map(({ value }) => value) ?? [];
    return [
      text.trim() === '' && { field: 'item', id, kind: 'text-missing' },
      !set && { field: 'item', id, kind: 'answers-missing' },
      safetyAbove !== undefined &&
        values.length > 0 &&
        !values.some((value) => value > safetyAbove) && {
          field: 'item',
          id,
          kind: 'safety-asks-for-nothing',
        },
    ] as const;
  });

/** Answers are kept by their value, so two of one value could not be told apart in the record. */
const answersAreWhole: Check = ({ items, answerSets }) =>
  answerSets
    .filter(({ id }) => items.some(({ answerSetId }) => answerSetId === id))
    .flatMap(({ id, answers }) => {
      const values = answers.map(({ value }) => value);
      return [
        answers.length < 2 && { field: 'answers', id, kind: 'fewer-than-two-answers' },
        !values.every(Number.isFinite) && { field: 'answers', id, kind: 'not-a-number' },
        new Set(values).size < values.length && { field: 'answers', id, kind: 'same-value-twice' },
        answers.some(({ label }) => label.trim() === '') && { field: 'answers', id, kind: 'label-missing' },
      ] as const;
    });

const totalCanBeFormed: Check = ({ total, subscales }) => [
  !hasUsableFactor(total) && { field: 'total', kind: 'factor-is-zero' },
  ...subscales.map(
    ({ id, total: own }) =>
      !hasUsableFactor(own) && ({ field: 'subscale', id, kind: 'factor-is-zero' } as const),
  ),
];

const hasUsableFactor = (rule: OwnQuestionnaire['total']): boolean =>
  rule.kind !== 'scaled-sum' || (Number.isFinite(rule.factor) && rule.factor !== 0);

/** Nobody prorates on their own authority (CLINICAL 1.4), nor from nothing. */
const proratingIsAllowedBySomebody: Check = ({ missing, items }) => {
  if (missing.kind === 'require-all') return [];
  const scored = items.filter(({ unscored }) => !unscored).length;
  const { maxMissing, source } = missing;
  return [
    !(Number.isInteger(maxMissing) && maxMissing >= 1 && maxMissing < scored) && {
      field: 'missingRule',
      kind: 'too-many-missing',
    },
    source.trim() === '' && { field: 'missingRule', kind: 'source-missing' },
  ];
};

const subscalesHaveScoredItems: Check = ({ subscales, items }) =>
  subscales.flatMap(({ id, label, itemIds }) => {
    const own = itemIds.map((itemId) => items.find((item) => item.id === itemId));
    return [
      label.trim() === '' && { field: 'subscale', id, kind: 'label-missing' },
      itemIds.length === 0 && { field: 'subscale', id, kind: 'subscale-is-empty' },
      own.includes(undefined) && { field: 'subscale', id, kind: 'subscale-has-an-unknown-item' },
      own.some((item) => item?.unscored) && { field: 'subscale', id, kind: 'subscale-has-an-unscored-item' },
    ] as const;
  });

const checks: readonly Check[] = [
  hasItems,
  idsDiffer,
  itemsAreWhole,
  answersAreWhole,
  totalCanBeFormed,
  proratingIsAllowedBySomebody,
  subscalesHaveScoredItems,
];

/** Everything that keeps a questionnaire from being one, in the order in which a builder shows its parts. */
export function problemsWithQuestionnaire(questionnaire: OwnQuestionnaire): OwnQuestionnaireProblem[] {
  return checks.flatMap((check) => check(questionnaire)).filter((problem) => problem !== false);
}

/** The range stands in the definition beside the items, for older readers; so it must be the one that they give. */
export function rangeProblems({ questionnaire, range }: OwnMeasureDefinition): OwnQuestionnaireProblem[] {
  const totals = questionnaire && totalsOf(itemsOf(questionnaire), questionnaire.total);
  if (!totals || (isClose(totals.range.min, range.min) && isClose(totals.range.max, range.max))) return [];
  return [{ field: 'range', kind: 'range-is-not-what-the-items-give' }];
}

const isClose = (a: number, b: number): boolean => Math.abs(a - b) < decimalNoise;

/** Bands start within the range, at different totals, and have names. */
export function bandProblems({ bands = [], range }: OwnMeasureDefinition): OwnQuestionnaireProblem[] {
  const starts = bands.map(({ from }) => from);
  const found: (OwnQuestionnaireProblem | false)[] = [
    !starts.every(Number.isFinite) && { field: 'bands', kind: 'not-a-number' },
    bands.some(({ label }) => label.trim() === '') && { field: 'bands', kind: 'label-missing' },
    starts.some((from) => from < range.min || from > range.max) && {
      field: 'bands',
      kind: 'outside-the-range',
    },
    new Set(starts).size < starts.length && { field: 'bands', kind: 'same-start-twice' },
  ];
  return found.filter((problem) => problem !== false);
}

const hasTwice = (parts: readonly { readonly id: string }[]): boolean =>
  new Set(parts.map(({ id }) => id)).size < parts.length;
