// Scores one worked example with the same code that scores a client's answers, and sets each result beside what is expected.
import { sideOfCutOff, type Side } from '../change/side-of-cut-off.ts';
import { bandOf, subscaleBandOf } from '../scoring/band-of.ts';
import { meetsCriterion, type CriterionOutcome } from '../scoring/meets-criterion.ts';
import { raisedSafetyItems } from '../scoring/raised-safety-items.ts';
import { scoreResponse, scoreTotal, type ScoreOutcome } from '../scoring/score-response.ts';
import type { ExampleResponse, WorkedExample } from './worked-example.ts';

/** One result beside what it should be; null: there is none. `subject` is the scale, cut-off or criterion by its label. */
export type ExampleFact = { readonly agrees: boolean } & (
  | Compared<'outcome', ScoreOutcome['kind']>
  | Compared<'total', number>
  | Compared<'band', string>
  | Of<Compared<'subscale', number>>
  | Of<Compared<'subscale-band', string>>
  | Of<Compared<'subscale-side', Side>>
  | Of<Compared<'side', Side>>
  | Of<Compared<'criterion', CriterionOutcome>>
  | Compared<'safety', readonly number[]>
);

interface Compared<Kind extends string, Value> {
  readonly kind: Kind;
  readonly expected: Value | null;
  readonly computed: Value | null;
}

type Of<Fact> = Fact & { readonly subject: string };

export interface CheckedExample {
  readonly example: WorkedExample;
  readonly facts: readonly ExampleFact[];
  readonly agrees: boolean;
}

export function checkExample(example: WorkedExample): CheckedExample {
  const { instrument, response, expected } = example;
  const outcome =
    response.kind === 'answers'
      ? scoreResponse(instrument, response.answers)
      : scoreTotal(instrument, response.total);
  const total = 'total' in outcome ? outcome.total : null;
  const facts: ExampleFact[] = [
    compare({ kind: 'outcome', expected: expected.outcome, computed: outcome.kind }),
    ...(expected.total === undefined
      ? []
      : [compare({ kind: 'total', expected: expected.total, computed: total })]),
    ...(expected.band === undefined
      ? []
      : [compare({ kind: 'band', expected: expected.band, computed: bandLabel(example, total) })]),
    ...subscaleFacts(example, outcome),
    ...sideFacts(example, total),
    ...criterionFacts(example, response),
    ...safetyFacts(example, response),
  ];
  return { example, facts, agrees: facts.every(({ agrees }) => agrees) };
}

function subscaleFacts({ instrument, expected }: WorkedExample, outcome: ScoreOutcome): ExampleFact[] {
  const totals = 'subscales' in outcome ? outcome.subscales : {};
  return Object.entries(expected.subscales ?? {}).flatMap(([id, { total, band, side }]) => {
    const subscale = instrument.subscales.find((one) => one.id === id);
    const subject = subscale?.label ?? id;
    const computed = totals[id] ?? null;
    const cutOff = subscale?.cutOffs?.[0];
    const facts: ExampleFact[] = [compare({ kind: 'subscale', subject, expected: total, computed })];
    if (band !== undefined) {
      const found =
        subscale && computed !== null ? (subscaleBandOf(subscale, computed)?.label ?? null) : null;
      facts.push(compare({ kind: 'subscale-band', subject, expected: band, computed: found }));
    }
    if (side !== undefined) {
      const found = cutOff && computed !== null ? sideOfCutOff(computed, cutOff, instrument.better) : null;
      facts.push(compare({ kind: 'subscale-side', subject, expected: side, computed: found }));
    }
    return facts;
  });
}

function sideFacts({ instrument, expected }: WorkedExample, total: number | null): ExampleFact[] {
  return Object.entries(expected.sides ?? {}).map(([id, side]) => {
    const cutOff = instrument.cutOffs.find((one) => one.id === id);
    const computed = cutOff && total !== null ? sideOfCutOff(total, cutOff, instrument.better) : null;
    return compare({ kind: 'side', subject: cutOff?.label ?? id, expected: side, computed });
  });
}

function criterionFacts({ instrument, expected }: WorkedExample, response: ExampleResponse): ExampleFact[] {
  return Object.entries(expected.criteria ?? {}).map(([id, outcome]) => {
    const criterion = instrument.criteria?.find((one) => one.id === id);
    const computed =
      criterion && response.kind === 'answers'
        ? meetsCriterion(instrument, criterion, response.answers).outcome
        : null;
    return compare({ kind: 'criterion', subject: criterion?.label ?? id, expected: outcome, computed });
  });
}

function safetyFacts({ instrument, expected }: WorkedExample, response: ExampleResponse): ExampleFact[] {
  if (expected.safetyItems === undefined) return [];
  const raised = response.kind === 'answers' ? raisedSafetyItems(instrument, response.answers) : [];
  const computed = raised.map(({ item }) => instrument.items.indexOf(item) + 1);
  return [compare({ kind: 'safety', expected: expected.safetyItems, computed })];
}

const bandLabel = ({ instrument }: WorkedExample, total: number | null): string | null =>
  total === null ? null : (bandOf(instrument, total)?.label ?? null);

type Plain<Fact> = Fact extends unknown ? Omit<Fact, 'agrees'> : never;

const compare = (fact: Plain<ExampleFact>): ExampleFact => ({
  ...fact,
  agrees: isSame(fact.expected, fact.computed),
});

/** Totals are sums of small decimals at most: 1e-9 is far below any step. */
function isSame(expected: unknown, computed: unknown): boolean {
  if (typeof expected === 'number' && typeof computed === 'number')
    return Math.abs(expected - computed) < 1e-9;
  if (Array.isArray(expected) && Array.isArray(computed)) {
    return expected.length === computed.length && expected.every((value, at) => isSame(value, computed[at]));
  }
  return expected === computed;
}
