// The scores around one change of course: those since the change before it, and those until the next one. Laws: changes made
// on one day are one change to the scores, which cannot lie between them; a score after the technique was stopped is not of its phase.
import type { CalendarDay } from '../verdict/score-point.ts';
import type { Phase, PhaseBoundary, PhasePoint } from './split-phases.ts';

export interface AroundChange<Point extends PhasePoint = PhasePoint> {
  readonly before: readonly Point[];
  readonly after: readonly Point[];
  /** Scores of the stretch after the change that came after it was stopped. */
  readonly afterStop: number;
  /** Nothing came after it: its phase goes on, or was the last one. */
  readonly isLast: boolean;
}

/**
 * @param phases of one line and one episode (`splitPhases`)
 * @param stoppedOn the day on which the change was given up again; null: it was not
 * @returns null where the change split nothing here
 */
export function aroundChange<Point extends PhasePoint>(
  phases: readonly Phase<Point>[],
  changeId: string,
  stoppedOn: CalendarDay | null,
): AroundChange<Point> | null {
  const change = phases.find(({ from }) => from?.entryId === changeId)?.from;
  if (!change) return null;
  const isTogether = ({ from }: Phase): boolean => from !== null && isSameTime(from, change);
  const first = phases.findIndex(isTogether);
  const last = phases.findLastIndex(isTogether);
  const following = phases[last]?.points ?? [];
  const after = following.filter(({ point }) => !isAfter(point.occurredOn, stoppedOn));
  return {
    before: phases[first - 1]?.points ?? [],
    after,
    afterStop: following.length - after.length,
    isLast: last === phases.length - 1,
  };
}

const isAfter = (day: CalendarDay | null, stoppedOn: CalendarDay | null): boolean =>
  day !== null && stoppedOn !== null && day > stoppedOn;

/** On one day or, where no day is known, in one session. */
export const isSameTime = (a: PhaseBoundary, b: PhaseBoundary): boolean =>
  a.episode === b.episode &&
  a.occurredOn === b.occurredOn &&
  (a.occurredOn !== null || (a.sessionNumber !== null && a.sessionNumber === b.sessionNumber));
