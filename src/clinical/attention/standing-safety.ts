// Which safety answer still asks for a conversation (CLINICAL 1.3, P4). Law: only a later answer to the same measure that
// is known, and not raised, ends it; a question left out, or a total without its answers, says nothing.
// What a recorded conversation makes of it is in open-safety.ts.
import type { Instrument } from '../instruments/instrument.ts';
import { raisedSafetyItems, unansweredSafetyItems } from '../scoring/raised-safety-items.ts';
import type { ScorePoint } from '../verdict/score-point.ts';

type Place = Pick<ScorePoint, 'occurredOn' | 'sessionNumber'>;

/** One response; `answers` null: only a total is known. */
export interface SafetyResponse extends Place {
  readonly instrument: Instrument;
  readonly answers: readonly (number | null)[] | null;
}

/** The last time that a safety answer was raised. */
export interface LastRaised<R extends SafetyResponse> {
  readonly latest: R;
  /** The first of those that followed one another without a known answer in between that was not raised. */
  readonly since: R;
  /** The first response after it whose safety answers are all known and not raised; null while it stands. */
  readonly endedBy: R | null;
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
export const lastRaisedSafety = <R extends SafetyResponse>(responses: readonly R[]): LastRaised<R> | null =>
  responses.reduce<LastRaised<R> | null>(afterResponse, null);

function afterResponse<R extends SafetyResponse>(
  before: LastRaised<R> | null,
  response: R,
): LastRaised<R> | null {
  const { instrument, answers } = response;
  if (answers === null || instrument.safetyItems.length === 0) return before;
  if (raisedSafetyItems(instrument, answers).length > 0) {
    const since = before?.endedBy === null ? before.since : response;
    return { latest: response, since, endedBy: null };
  }
  if (before?.endedBy !== null || unansweredSafetyItems(instrument, answers).length > 0) return before;
  return { ...before, endedBy: response };
}

/** @param responses to one measure by one respondent, in order of time */
export function standingSafety(responses: readonly SafetyResponse[]): StandingSafety | null {
  const last = lastRaisedSafety(responses);
  if (last?.endedBy !== null) return null;
  const { instrument, answers } = last.latest;
  return {
    measure: instrument.shortName,
    above: Math.min(...instrument.safetyItems.map(({ above }) => above)),
    answer: Math.max(...raisedSafetyItems(instrument, answers ?? []).map(({ answer }) => answer)),
    latest: placeOf(last.latest),
    since: placeOf(last.since),
  };
}

const placeOf = ({ occurredOn, sessionNumber }: Place): Place => ({ occurredOn, sessionNumber });
