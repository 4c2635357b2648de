// The practice's outcomes, counted. Laws: every figure has its n; each course counts once; what came of techniques is counted,
// never ranked, and nothing is said below ten phases.
import { addMonths } from '../../clinical/calendar/days.ts';
import type { EndingReason } from '../../clinical/episodes/ending.ts';
import { median } from '../../clinical/phases/median.ts';
import type { TechniqueId } from '../../clinical/techniques/technique.ts';
import type { CalendarDay, Respondent } from '../../clinical/verdict/score-point.ts';
import type { CourseOutcome, LineOutcome, OutcomeFacts, PhaseMove } from './outcome-facts.ts';

/** By the day on which a course began. */
export type Period =
  | { readonly kind: 'all' }
  | { readonly kind: 'last-year' }
  | { readonly kind: 'year'; readonly year: string };

/** Of each course its primary measure, or one measure of all. */
export type MeasureChoice = 'primary' | Pick<LineOutcome, 'instrumentId' | 'respondent'>;

/** Below this many courses no percentage is shown: one client would move it by more than five points. Our own rule. */
export const fewestForShare = 20;
/** Below this many closed phases nothing is shown of a technique. Our own rule. */
export const fewestPhases = 10;

export interface OutcomeCounts {
  readonly started: number;
  /** Without a day, so in no period but all. */
  readonly undated: number;
  readonly withTwoScores: number;
  /** Of those with two scores: some rule could tell a change from measurement error, or called it meaningful. */
  readonly judged: number;
  readonly withoutRule: number;
  /** Of those judged. */
  readonly clinicalAtStart: number;
  readonly recovered: number;
  readonly improved: number;
  readonly unchanged: number;
  readonly deteriorated: number;
  /** Of those started. */
  readonly ended: number;
  /** Of those ended: the client stopped, or contact was lost. */
  readonly leftEarly: number;
}

const leavings: readonly EndingReason[] = ['client-stopped', 'lost-contact'];

export function countOutcomes(
  all: readonly OutcomeFacts[],
  period: Period,
  measure: MeasureChoice,
  today: CalendarDay,
): OutcomeCounts {
  const courses = all.flatMap((facts) => facts.courses);
  const within = courses.filter(({ startedOn }) => isWithin(startedOn, period, today));
  const lines = within.flatMap((course) => lineOf(course, measure) ?? []);
  const compared = lines.filter(({ scores }) => scores >= 2);
  const withoutRule = compared.filter(({ standing }) => !isJudged(standing));
  const judged = compared.filter(({ standing }) => isJudged(standing));
  const standing = (wanted: LineOutcome['standing']): number =>
    judged.filter((line) => line.standing === wanted).length;
  const ended = within.filter((course) => course.ended !== null);
  return {
    started: within.length,
    undated: courses.filter(({ startedOn }) => startedOn === null).length,
    withTwoScores: compared.length,
    judged: judged.length,
    withoutRule: withoutRule.length,
    clinicalAtStart: judged.filter(({ clinicalAtStart }) => clinicalAtStart === true).length,
    recovered: standing('recovered'),
    improved: standing('improved'),
    unchanged: standing('unchanged'),
    deteriorated: standing('deteriorated'),
    ended: ended.length,
    leftEarly: ended.filter((course) => course.ended !== null && leavings.includes(course.ended)).length,
  };
}

/** A baseline that was moved to the last score leaves two scores and nothing to compare: too few points, not judged. */
const isJudged = (standing: LineOutcome['standing']): boolean =>
  standing !== 'no-rule' && standing !== 'too-few-points' && standing !== 'no-scores';

function isWithin(startedOn: CalendarDay | null, period: Period, today: CalendarDay): boolean {
  if (period.kind === 'all') return true;
  if (startedOn === null) return false;
  if (period.kind === 'year') return startedOn.startsWith(`${period.year}-`);
  return startedOn > addMonths(today, -12) && startedOn <= today;
}

const lineOf = ({ lines }: CourseOutcome, measure: MeasureChoice): LineOutcome | null =>
  (measure === 'primary'
    ? lines[0]
    : lines.find(
        ({ instrumentId, respondent }) =>
          instrumentId === measure.instrumentId && respondent === measure.respondent,
      )) ?? null;

/** The years in which courses began, the latest first. */
export const yearsOf = (all: readonly OutcomeFacts[]): string[] =>
  [...new Set(all.flatMap(({ courses }) => courses.flatMap(({ startedOn }) => startedOn?.slice(0, 4) ?? [])))]
    .sort()
    .reverse();

/** Every measure that some course has a score of, the most used first. */
export function measuresUsed(
  all: readonly OutcomeFacts[],
): { readonly instrumentId: string; readonly respondent: Respondent; readonly courses: number }[] {
  const used = new Map<string, { instrumentId: string; respondent: Respondent; courses: number }>();
  for (const { instrumentId, respondent } of all.flatMap(({ courses }) =>
    courses.flatMap(({ lines }) => lines),
  )) {
    const key = `${instrumentId}/${respondent}`;
    const one = used.get(key) ?? { instrumentId, respondent, courses: 0 };
    one.courses += 1;
    used.set(key, one);
  }
  return [...used.values()].sort((a, b) => b.courses - a.courses);
}

export interface TechniqueCounts {
  readonly technique: TechniqueId;
  readonly phases: number;
  readonly moves: Readonly<Record<PhaseMove, number>>;
  /** Phases with enough scores to be compared. */
  readonly compared: number;
  /** Null where none was. */
  readonly medianNap: number | null;
}

/** In no order that means anything: whoever shows them sorts by name. */
export function countTechniques(all: readonly OutcomeFacts[]): TechniqueCounts[] {
  const phases = all.flatMap((facts) => facts.phases);
  return [...new Set(phases.map(({ technique }) => technique))].map((technique) => {
    const own = phases.filter((phase) => phase.technique === technique);
    const naps = own.flatMap(({ nap }) => nap ?? []);
    const moved = (move: PhaseMove): number => own.filter((phase) => phase.move === move).length;
    return {
      technique,
      phases: own.length,
      moves: {
        better: moved('better'),
        worse: moved('worse'),
        neither: moved('neither'),
        'too-few': moved('too-few'),
        'no-rule': moved('no-rule'),
      },
      compared: naps.length,
      medianNap: median(naps),
    };
  });
}
