// A worked example in words: what was answered, and each result beside the one that is expected.
import type { Side } from '../../../clinical/change/side-of-cut-off.ts';
import type { Item } from '../../../clinical/instruments/instrument.ts';
import { itemScore } from '../../../clinical/scoring/item-score.ts';
import { isNotApplicable } from '../../../clinical/scoring/offered-answers.ts';
import type { ExampleFact } from '../../../clinical/worked-examples/check-example.ts';
import type { WorkedExample } from '../../../clinical/worked-examples/worked-example.ts';
import { m } from '../../paraglide/messages.js';
import { formatNumber, formatTotal } from '../../wording/format-total.ts';

export interface AnswerRow {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  /** What it adds; a dash where it adds nothing to any total. */
  readonly points: string;
}

export interface FactRow {
  readonly id: string;
  readonly what: string;
  readonly expected: string;
  readonly computed: string;
  readonly agrees: boolean;
}

/** Empty for an example that is a total. */
export function answerRows({ instrument, response }: WorkedExample): AnswerRow[] {
  if (response.kind === 'total') return [];
  return instrument.items.map((item, index) => ({
    id: item.id,
    question: `${formatNumber(index + 1)} ${item.text}`,
    ...answerWords(item, response.answers[index] ?? null),
  }));
}

function answerWords(item: Item, answer: number | null): Pick<AnswerRow, 'answer' | 'points'> {
  if (answer === null) return { answer: m.library_example_open(), points: m.library_example_none() };
  if (isNotApplicable(item, answer)) {
    return { answer: m.client_score_not_applicable(), points: m.library_example_none() };
  }
  const label = item.options.find(({ value }) => value === answer)?.label;
  return {
    answer: label ?? m.library_example_not_offered({ value: formatNumber(answer) }),
    points:
      item.unscored || label === undefined ? m.library_example_none() : formatNumber(itemScore(item, answer)),
  };
}

/** That there is a total goes without saying where the total stands in the next row. */
export function factRows(facts: readonly ExampleFact[], { instrument }: WorkedExample): FactRow[] {
  const hasTotal = facts.some(({ kind }) => kind === 'total');
  return facts
    .filter((fact) => !(fact.kind === 'outcome' && fact.agrees && fact.expected === 'scored' && hasTotal))
    .map((fact, index) => ({
      id: String(index),
      what: whatWord(fact),
      ...valueWords(fact, (total) => formatTotal(total, instrument)),
      agrees: fact.agrees,
    }));
}

function whatWord(fact: ExampleFact): string {
  switch (fact.kind) {
    case 'outcome':
      return m.library_fact_outcome();
    case 'total':
      return m.library_fact_total();
    case 'band':
      return m.library_band();
    case 'subscale':
      return fact.subject;
    case 'subscale-band':
      return m.library_fact_scale_band({ scale: fact.subject });
    case 'subscale-side':
      return m.library_fact_scale_side({ scale: fact.subject });
    case 'side':
      return m.library_fact_side({ cutoff: fact.subject });
    case 'criterion':
      return fact.subject;
    case 'safety':
      return m.library_fact_safety();
  }
}

const outcomes = {
  scored: m.library_fact_scored,
  prorated: m.library_fact_prorated,
  incomplete: m.library_fact_incomplete,
  invalid: m.library_fact_invalid,
};
const sides: Readonly<Record<Side, () => string>> = {
  clinical: m.library_fact_clinical,
  functional: m.library_fact_functional,
  'on-the-line': m.library_fact_on_the_line,
};
const criteria = {
  met: m.library_fact_met,
  'not-met': m.library_fact_not_met,
  'cannot-say': m.library_fact_cannot_say,
};

/** Both values by the same words, so that they can be compared by eye. */
function valueWords(
  fact: ExampleFact,
  totalWord: (total: number) => string,
): Pick<FactRow, 'expected' | 'computed'> {
  const both = <Value>(pair: Pair<Value>, word: (value: Value) => string): Pair<string> & Both => ({
    expected: pair.expected === null ? m.library_fact_none() : word(pair.expected),
    computed: pair.computed === null ? m.library_fact_none() : word(pair.computed),
  });
  switch (fact.kind) {
    case 'outcome':
      return both(fact, (kind) => outcomes[kind]());
    case 'total':
      return both(fact, totalWord);
    case 'subscale':
      return both(fact, formatNumber);
    case 'band':
    case 'subscale-band':
      return both(fact, (label) => label);
    case 'side':
    case 'subscale-side':
      return both(fact, (side) => sides[side]());
    case 'criterion':
      return both(fact, (outcome) => criteria[outcome]());
    case 'safety':
      return both(fact, itemsWord);
  }
}

const itemsWord = (numbers: readonly number[]): string =>
  numbers.length === 0
    ? m.library_fact_no_item()
    : m.library_fact_items({ items: numbers.map((number) => formatNumber(number)).join(', ') });

interface Pair<Value> {
  readonly expected: Value | null;
  readonly computed: Value | null;
}

interface Both {
  readonly expected: string;
  readonly computed: string;
}
