// The scores of one line and one episode, split at each change of course (pivot). Laws: every point lands in exactly one
// phase; n pivots make n + 1 phases, empty ones too; the order in which pivots are handed over does not matter.
import { compareText } from '../episodes/compare-in-time.ts';
import type { CalendarDay, ScorePoint } from '../verdict/score-point.ts';

/** A pivot, as far as phases need to know it. */
export interface PhaseBoundary {
  readonly entryId: string;
  readonly occurredOn: CalendarDay | null;
  readonly sessionNumber: number | null;
  /** UTC instant, ISO 8601. */
  readonly recordedAt: string;
  readonly episode: number;
}

/** What is needed of a CompletePoint. */
export interface PhasePoint {
  readonly point: Pick<ScorePoint, 'occurredOn' | 'sessionNumber' | 'episode'>;
  readonly total: number;
}

export interface Phase<
  Point extends PhasePoint = PhasePoint,
  Boundary extends PhaseBoundary = PhaseBoundary,
> {
  /** The pivot that it began with; null: the first phase. */
  readonly from: Boundary | null;
  /** The pivot that ended it; null: it goes on. */
  readonly until: Boundary | null;
  /** In the order they were given in. */
  readonly points: readonly Point[];
}

/**
 * @param points of one line and one episode, in order of time
 * @param boundaries in any order; those of another episode split nothing here
 */
export function splitPhases<Point extends PhasePoint, Boundary extends PhaseBoundary>(
  points: readonly Point[],
  boundaries: readonly Boundary[],
): Phase<Point, Boundary>[] {
  const episode = points[0]?.point.episode;
  const pivots = boundaries
    .filter((pivot) => episode === undefined || pivot.episode === episode)
    .sort(comparePivots);
  const phaseOf = points.map(({ point }) => {
    const next = pivots.findIndex((pivot) => isBefore(point, pivot));
    return next === -1 ? pivots.length : next;
  });
  return [null, ...pivots].map((from, index) => ({
    from,
    until: pivots[index] ?? null,
    points: points.filter((_, at) => phaseOf[at] === index),
  }));
}

/**
 * Was it answered before the change? On the pivot's own day, yes: at the start of the session that decided on it. Without
 * both days the session numbers decide; without both of these, what has no date comes before what has one, as everywhere.
 */
function isBefore(point: PhasePoint['point'], pivot: PhaseBoundary): boolean {
  if (point.occurredOn !== null && pivot.occurredOn !== null) return point.occurredOn <= pivot.occurredOn;
  if (point.sessionNumber !== null && pivot.sessionNumber !== null)
    return point.sessionNumber <= pivot.sessionNumber;
  if (point.occurredOn !== null || pivot.occurredOn !== null) return point.occurredOn === null;
  // Neither has a date: what has a number comes before what has none.
  return pivot.sessionNumber === null;
}

/** Of two pivots on one day the one written down first comes first; no score can lie between them. */
const comparePivots = (a: PhaseBoundary, b: PhaseBoundary): number =>
  compareText(a.occurredOn ?? '', b.occurredOn ?? '') ||
  (a.occurredOn === null ? compareNumbers(a.sessionNumber ?? Infinity, b.sessionNumber ?? Infinity) : 0) ||
  compareText(a.recordedAt, b.recordedAt) ||
  compareText(a.entryId, b.entryId);

/** Two infinities have no difference. */
const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
