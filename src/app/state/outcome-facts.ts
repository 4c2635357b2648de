// What the practice's outcomes are counted from, of one client: as little as can be, because every client's lies in the list's cache.
import type { EndingReason } from '../../clinical/episodes/ending.ts';
import type { TechniqueId } from '../../clinical/techniques/technique.ts';
import type { CalendarDay, Respondent } from '../../clinical/verdict/score-point.ts';
import type { Verdict } from '../../clinical/verdict/verdict.ts';
import type { ClientRecord } from '../../records/client-record.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import type { CarePlan } from './care-plan.ts';
import type { ChoicesFor, ClientChart } from './client-chart.ts';
import { closedPhases } from './closed-phases.ts';
import { standingOf, type Standing } from './client-summary.ts';
import { measuresOfCourse, type CourseMeasure } from './course-views.ts';

export interface OutcomeFacts {
  /** Courses of therapy of which something was written down, in order. */
  readonly courses: readonly CourseOutcome[];
  readonly phases: readonly ClosedPhase[];
}

export interface CourseOutcome {
  /** Null: no day is known. */
  readonly startedOn: CalendarDay | null;
  /** Null while it goes on. */
  readonly ended: EndingReason | null;
  /** One for each measure and respondent, the primary first; none without a complete score. */
  readonly lines: readonly LineOutcome[];
}

/** From the baseline of the course to its last score, or the last one before its ending. */
export interface LineOutcome {
  readonly instrumentId: string;
  readonly respondent: Respondent;
  /** Complete ones, follow-ups apart. */
  readonly scores: number;
  readonly standing: Standing;
  /** Null where there is no cut-off. */
  readonly clinicalAtStart: boolean | null;
}

/** A phase that a later change, a review or the ending of the course has closed. */
export interface ClosedPhase {
  readonly technique: TechniqueId;
  readonly move: PhaseMove;
  /** Null: too few scores to compare. */
  readonly nap: number | null;
}

/** From the last score before the change to the last one in the phase, by the reliable-change rule in use. */
export type PhaseMove = 'better' | 'worse' | 'neither' | 'too-few' | 'no-rule';

export interface OutcomesFrom {
  readonly record: Pick<ClientRecord, 'entries' | 'firstWritten'>;
  readonly chart: ClientChart;
  readonly carePlan: CarePlan;
  readonly choices: ChoicesFor;
}

export function outcomeFacts(from: OutcomesFrom, find: FindInstrument): OutcomeFacts {
  const { record, chart } = from;
  const known = chart.courses.filter(({ episode }) =>
    // What happened in the client's life is no therapy.
    record.entries.some((entry) => entry.episode === episode && entry.kind !== 'life-event'),
  );
  const courses = known.map((course) => ({
    course,
    measures: inOrder(measuresOfCourse(chart, course.episode, find, from.choices), from),
  }));
  return {
    courses: courses.map(({ course, measures }) => ({
      startedOn: course.startedOn,
      ended: course.ending?.reason ?? null,
      lines: measures.map((measure) => lineOutcome(measure)),
    })),
    phases: courses.flatMap(({ course, measures }) => closedPhases(from, course, measures)),
  };
}

/**
 * The primary measure first: the one that the schedule names, else the one with most scores. Where a measure changed its version
 * or coding half-way, its fullest line stands for it: scores of two kinds are never compared.
 */
function inOrder(measures: readonly CourseMeasure[], { carePlan }: OutcomesFrom): CourseMeasure[] {
  const { primary } = carePlan.schedule;
  const fullest = [...measures].sort((a, b) => scoresOf(b) - scoresOf(a));
  const isPrimary = ({ series }: CourseMeasure): boolean =>
    series.instrumentId === primary?.instrumentId && series.respondent === primary.respondent;
  const ordered = [...fullest.filter(isPrimary), ...fullest.filter((one) => !isPrimary(one))];
  return ordered.filter(
    ({ series }, index) =>
      ordered.findIndex(
        (other) =>
          other.series.instrumentId === series.instrumentId && other.series.respondent === series.respondent,
      ) === index,
  );
}

export const scoresOf = ({ series }: CourseMeasure): number =>
  series.points.filter(({ total }) => total !== null).length;

const lineOutcome = (measure: CourseMeasure): LineOutcome => ({
  instrumentId: measure.instrument.id,
  respondent: measure.series.respondent,
  scores: scoresOf(measure),
  standing: standingOf(measure.atEnd),
  clinicalAtStart: clinicalAtStart(measure.atEnd),
});

function clinicalAtStart(verdict: Verdict): boolean | null {
  if (verdict.kind === 'no-scores') return null;
  const { side } = verdict.kind === 'too-few-points' ? verdict.only : verdict.start;
  return side && side === 'clinical';
}
