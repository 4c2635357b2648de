// What the first screen needs of one client: everything that does not change with the day.
import type { Prompt } from '../../clinical/prompts/prompt.ts';
import type { AnswerGiven } from '../../clinical/prompts/put-forward.ts';
import type { DueFacts } from '../../clinical/schedule/due-measures.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { readCheckIns, type CheckIn } from '../../records/check-ins.ts';
import { consentIn, type Consent } from '../../records/consent.ts';
import type { EntryId } from '../../records/entry.ts';
import { pivotsOf } from '../../records/pivots.ts';
import { readRunningSession, type RunningSession } from '../../records/running-session.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import type { InnerDocument } from '../../sync/index.ts';
import { loopFacts, type LoopFacts } from './loop-facts.ts';
import { dueOfClient } from './planned-course.ts';
import { answersIn, promptsOfClient, type PromptsFrom } from './prompt-source.ts';

/** So many answers are kept of each client: more than a look back over some weeks needs. */
const mostAnswers = 60;

export interface PivotUpForReview {
  readonly pivotId: EntryId;
  readonly label: string;
  readonly reviewDueOn: CalendarDay;
}

export interface TodayFacts {
  /** Every prompt that waits or will (`from`), in the order in which they are put forward (`putForward`). */
  readonly prompts: readonly Prompt[];
  /** Every planned measure; `dueMeasures` says which are due on a day. None once measuring or the course has stopped. */
  readonly due: readonly DueFacts[];
  /** Null: nothing was written down about it. */
  readonly consent: Consent | null;
  /** Pivots of the current course that will ask for a decision, or do; none once it is over. */
  readonly pivots: readonly PivotUpForReview[];
  /** The last answers to prompts, the newest last. */
  readonly decisions: readonly AnswerGiven[];
  /** The session that is going on, or was left open; null: none. */
  readonly running: RunningSession | null;
  /** Check-ins that were sent or handed over and not taken in yet. */
  readonly checkIns: readonly OpenCheckIn[];
  /** For the look back on whether the loop closes. */
  readonly loop: LoopFacts;
}

export type OpenCheckIn = Pick<CheckIn, 'id' | 'way' | 'createdAt' | 'expiresAt'>;

/** What the document holds beside the record and the plan. */
export interface SessionsAndCheckIns {
  readonly running: RunningSession | null;
  readonly checkIns: readonly CheckIn[];
}

export const noSessionsAndCheckIns: SessionsAndCheckIns = { running: null, checkIns: [] };

export const readSessionsAndCheckIns = (doc: InnerDocument): SessionsAndCheckIns => ({
  running: readRunningSession(doc),
  checkIns: readCheckIns(doc),
});

const openOnes = (checkIns: readonly CheckIn[]): OpenCheckIn[] =>
  checkIns
    .filter(({ taken, withdrawnAt }) => taken === null && withdrawnAt === null)
    .map(({ id, way, createdAt, expiresAt }) => ({ id, way, createdAt, expiresAt }));

export const todayFacts = (source: PromptsFrom & SessionsAndCheckIns, find: FindInstrument): TodayFacts => ({
  prompts: promptsOfClient(source, find),
  due: dueOfClient(source),
  consent: consentIn(source.record.entries),
  pivots: pivotsForReview(source),
  decisions: answersIn(source.record.entries).slice(-mostAnswers),
  running: source.running,
  checkIns: openOnes(source.checkIns),
  loop: loopFacts(source),
});

function pivotsForReview({ record, chart }: PromptsFrom): PivotUpForReview[] {
  if (chart.courses.at(-1)?.ending) return [];
  return pivotsOf(record).flatMap(({ entry, reviewDueOn }) =>
    reviewDueOn === null || entry.episode !== chart.episode
      ? []
      : [{ pivotId: entry.id, label: entry.label, reviewDueOn }],
  );
}
