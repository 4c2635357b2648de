// Which safety answer still asks for a conversation (CLINICAL 1.3, P4). Law: only a later answer to the same measure that
// is known, and not raised, ends it; a question left out, or a total without its answers, says nothing.
// Once risk conversations are recorded they silence it until their ask-again date or a higher answer: that is why the
// answer itself is kept here.
import type { Instrument } from '../instruments/instrument.ts';
import { raisedSafetyItems, unansweredSafetyItems } from '../scoring/raised-safety-items.ts';
import type { ScorePoint } from '../verdict/score-point.ts';

type Place = Pick<ScorePoint, 'occurredOn' | 'sessionNumber'>;

/** One response; `answers` null: only a total is known. */
export interface SafetyResponse extends Place {
  readonly instrument: Instrument;
  readonly answers: readonly (number | null)[] | null;
}

export interface StandingSafety {
  /** The measure's short name. */
  readonly measure: string;
  /** An answer above this asks for a conversation. */
  readonly above: number;
  /** The highest safety answer of the last response that was raised. */
  readonly answer: number;
  /** That response. */
  readonly latest: Place;
  /** The first of those that followed one another without a known answer in between that was not raised. */
  readonly since: Place;
}

/** @param responses to one measure by one respondent, in order of time */
export const standingSafety = (responses: readonly SafetyResponse[]): StandingSafety | null =>
  responses.reduce<StandingSafety | null>(afterResponse, null);

function afterResponse(
  standing: StandingSafety | null,
  { instrument, answers, occurredOn, sessionNumber }: SafetyResponse,
): StandingSafety | null {
  if (answers === null || instrument.safetyItems.length === 0) return standing;
  const raised = raisedSafetyItems(instrument, answers);
  if (raised.length === 0) return unansweredSafetyItems(instrument, answers).length === 0 ? null : standing;
  const latest = { occurredOn, sessionNumber };
  return {
    measure: instrument.shortName,
    above: Math.min(...instrument.safetyItems.map(({ above }) => above)),
    answer: Math.max(...raised.map(({ answer }) => answer)),
    latest,
    since: standing?.since ?? latest,
  };
}
