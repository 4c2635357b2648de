// A filled-in form and what it must come to: read by the tests, and worked through before the therapist's eyes in the Library.
import type { Side } from '../change/side-of-cut-off.ts';
import type { Instrument, Source } from '../instruments/instrument.ts';
import type { CriterionOutcome } from '../scoring/meets-criterion.ts';
import type { ScoreOutcome } from '../scoring/score-response.ts';

export interface WorkedExample {
  readonly instrument: Instrument;
  /** Unique within the instrument. */
  readonly id: string;
  /** What it shows, in a sentence. */
  readonly shows: string;
  readonly response: ExampleResponse;
  readonly expected: ExpectedResult;
  readonly source: Source;
  /** 'printed': the source shows this form with this result. 'by-the-rule': it gives the rule; the sum was written out here. */
  readonly basis: 'printed' | 'by-the-rule';
}

export type ExampleResponse =
  /** One value per item in the instrument's order, null where nothing was answered. */
  | { readonly kind: 'answers'; readonly answers: readonly (number | null)[] }
  | { readonly kind: 'total'; readonly total: number };

/** What is absent is not held against anything. */
export interface ExpectedResult {
  readonly outcome: ScoreOutcome['kind'];
  readonly total?: number;
  /** Null: this total has no band. */
  readonly band?: string | null;
  /** By the subscale's id. */
  readonly subscales?: Readonly<Record<string, ExpectedSubscale>>;
  /** By the criterion's id. */
  readonly criteria?: Readonly<Record<string, CriterionOutcome>>;
  /** By the cut-off's id. */
  readonly sides?: Readonly<Record<string, Side>>;
  /** Numbers on the form of the items that ask for a conversation; an empty list clears nobody. */
  readonly safetyItems?: readonly number[];
}

export interface ExpectedSubscale {
  readonly total: number;
  readonly band?: string;
  /** Under the subscale's first cut-off. */
  readonly side?: Side;
}

export const answered = (...answers: readonly (number | null)[]): ExampleResponse => ({
  kind: 'answers',
  answers,
});

export const times = (count: number, answer: number): number[] => Array.from({ length: count }, () => answer);
