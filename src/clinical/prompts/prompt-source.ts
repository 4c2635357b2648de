// What prompts are worked out from: one client's record, as far as it counts, in order of time. Nothing of it knows the day.
import type { RiskConversation, SafetyLine } from '../attention/open-safety.ts';
import type { Course } from '../episodes/course.ts';
import type { Goal, GoalId, GoalRating } from '../goals/goal.ts';
import type { Instrument } from '../instruments/instrument.ts';
import type { NumberedSession } from '../schedule/numbered-sessions.ts';
import type { PlannedCourse } from '../schedule/planned-course.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { CalendarDay } from '../verdict/score-point.ts';
import type { ScoreSeries } from '../verdict/series.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Decision } from './decision.ts';
import type { CheckOutPart, SwitchablePrompt } from './prompt.ts';

/** One line with its verdict in the current course. */
export interface MeasureLine {
  readonly instrument: Instrument;
  readonly series: ScoreSeries;
  readonly verdict: Verdict;
}

export interface CheckOut extends Readonly<Record<CheckOutPart, number | null>> {
  /** Of a correction: what was written first. */
  readonly entryId: string;
  readonly occurredOn: CalendarDay;
}

export interface PromptSource {
  readonly lines: readonly MeasureLine[];
  /** Ascending, the current one last. */
  readonly courses: readonly Course[];
  /** Of the current course, as are check-outs and ratings. */
  readonly sessions: readonly NumberedSession[];
  readonly checkOuts: readonly CheckOut[];
  readonly goals: readonly Goal[];
  /** `entryId`: of a correction, what was written first. */
  readonly ratings: readonly (GoalRating & { readonly goalId: GoalId })[];
  readonly schedule: Schedule;
  readonly planned: PlannedCourse;
  /** Of every course. */
  readonly safety: readonly SafetyLine[];
  readonly conversations: readonly RiskConversation[];
  readonly switchedOff: ReadonlySet<SwitchablePrompt>;
  readonly decisions: readonly Decision[];
}
