// Which safety answers ask for a conversation now, or will (CLINICAL 6, P4). Laws: only a recorded conversation about risk makes
// one silent, until the day on which to ask again or an answer higher than the one discussed; where no such day was set, any
// later raised answer asks; whatever the conversation could not have known of asks. A zero silences nothing that was promised:
// the day on which to ask again comes, whatever was answered since.
import { raisedSafetyItems } from '../scoring/raised-safety-items.ts';
import type { CalendarDay, Respondent } from '../verdict/score-point.ts';
import { standingSafety, type SafetyResponse, type StandingSafety } from './standing-safety.ts';

/** One response, with the UTC instant at which it was written down. */
export interface WrittenSafetyResponse extends SafetyResponse {
  readonly recordedAt: string;
}

/** What one respondent answered to one measure, whatever the version, in order of time. */
export interface SafetyLine {
  readonly instrumentId: string;
  readonly respondent: Respondent;
  readonly responses: readonly WrittenSafetyResponse[];
}

export interface RiskConversation {
  readonly occurredOn: CalendarDay;
  /** UTC instant; of a correction, that of what it corrects. */
  readonly recordedAt: string;
  readonly askAgainOn: CalendarDay | null;
  /** The highest answer of each measure that it was about, by `safetyLineKey`; empty: no raised one was known. */
  readonly discussed: readonly { readonly measure: string; readonly answer: number }[];
}

export interface OpenSafety {
  readonly line: SafetyLine;
  readonly standing: StandingSafety;
  /** Silent until this day; null: asks at once. */
  readonly silentUntil: CalendarDay | null;
}

/** A conversation asked for another one, and no raised answer does so by that day. */
export interface AskAgain {
  readonly talkedOn: CalendarDay;
  readonly askAgainOn: CalendarDay;
}

/** What a conversation, a prompt and a decision call the line: the same text on every device. */
export const safetyLineKey = ({
  instrumentId,
  respondent,
}: Pick<SafetyLine, 'instrumentId' | 'respondent'>): string => `${instrumentId}/${respondent}`;

/** Those that ask, or will; one that was talked about with no day to ask again is left out. */
export const openSafety = (
  lines: readonly SafetyLine[],
  conversations: readonly RiskConversation[],
): OpenSafety[] =>
  lines.flatMap((line) => {
    const standing = standingSafety(line.responses);
    const silence = standing && silenceOf(line, standing, conversations);
    return standing && silence ? [{ line, standing, silentUntil: silence.until }] : [];
  });

export function askAgain(
  open: readonly OpenSafety[],
  conversations: readonly RiskConversation[],
): AskAgain | null {
  const last = inOrder(conversations).at(-1);
  const day = last?.askAgainOn ?? null;
  if (!last || day === null) return null;
  const isAsked = open.some(({ silentUntil }) => silentUntil === null || silentUntil <= day);
  return isAsked ? null : { talkedOn: last.occurredOn, askAgainOn: day };
}

interface Raised {
  readonly response: WrittenSafetyResponse;
  readonly answer: number;
}

interface Silence {
  /** Null: there is none. */
  readonly until: CalendarDay | null;
}

/** Null: it was talked about, and nothing has been raised since. */
function silenceOf(
  line: SafetyLine,
  standing: StandingSafety,
  conversations: readonly RiskConversation[],
): Silence | null {
  const raised = line.responses.flatMap(raisedIn);
  const talks = inOrder(conversations).flatMap((talk) => {
    const level = levelOf(talk, line);
    return level === null ? [] : [{ talk, level }];
  });
  const last = talks.at(-1);
  if (!last) return { until: null };
  const { talk, level } = last;
  const wasDiscussed = ({ response, answer }: Raised): boolean =>
    couldKnow(talk, response) || (isByThen(talk, response) && answer <= level);
  const later = raised.filter((one) => !wasDiscussed(one));
  // The last one counts even where it seems to have been known: a clock may have been set back.
  if (standing.answer > level || later.some(({ answer }) => answer > level)) return { until: null };
  if (talk.askAgainOn !== null || later.length > 0) return { until: talk.askAgainOn };
  return null;
}

function raisedIn(response: WrittenSafetyResponse): Raised[] {
  const raised = raisedSafetyItems(response.instrument, response.answers ?? []);
  return raised.length === 0 ? [] : [{ response, answer: Math.max(...raised.map(({ answer }) => answer)) }];
}

/**
 * The answer of this line that was discussed; null: the conversation was about others. 0 where it began without any: what another
 * device knew by then was in front of nobody here.
 */
function levelOf(talk: RiskConversation, line: SafetyLine): number | null {
  const named = talk.discussed.filter(({ measure }) => measure === safetyLineKey(line));
  if (named.length > 0) return Math.max(...named.map(({ answer }) => answer));
  return talk.discussed.length > 0 ? null : 0;
}

/** Given by the day of the conversation: a response without a day was brought in from before. */
const isByThen = ({ occurredOn }: RiskConversation, response: WrittenSafetyResponse): boolean =>
  response.occurredOn === null || response.occurredOn <= occurredOn;

/** By day and by when it was written down: what is entered afterwards for an earlier day was not in front of anybody. */
const couldKnow = (talk: RiskConversation, response: WrittenSafetyResponse): boolean =>
  isByThen(talk, response) && response.recordedAt <= talk.recordedAt;

const inOrder = (conversations: readonly RiskConversation[]): RiskConversation[] => {
  const placeOf = ({ occurredOn, recordedAt }: RiskConversation): string => `${occurredOn} ${recordedAt}`;
  return [...conversations].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0));
};
