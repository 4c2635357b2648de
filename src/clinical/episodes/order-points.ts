// When did it happen? People see scores by the day they belong to, then by when they were written down, then by id
// (DESIGN 4). Law: the order of two scores never depends on a third one, nor on the order in which devices synced.
import type { ScorePoint } from '../verdict/score-point.ts';

export interface OrderedPoints {
  /** In order of time. */
  readonly placed: readonly ScorePoint[];
  /** Neither a date nor a session number: they cannot be put in order, so they are listed and never judged. */
  readonly unplaced: readonly ScorePoint[];
}

/**
 * Puts points in order without inventing a date. Dated points stand by date, points with only a session number by
 * number. Where one client has both kinds, all the undated ones come first: what has no date was brought in from
 * before. A dated point's session number does not move it; where the two contradict each other, the date wins.
 */
export function orderPoints(points: readonly ScorePoint[]): OrderedPoints {
  const dated = points.filter((point) => point.occurredOn !== null);
  const undated = points.filter((point) => point.occurredOn === null);
  const numbered = undated.filter((point) => point.sessionNumber !== null);
  return {
    placed: [...numbered.sort(bySessionNumber), ...dated.sort(byDay)],
    unplaced: undated.filter((point) => point.sessionNumber === null),
  };
}

/** ISO days and UTC instants of the same form sort as text. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byWriting = (a: ScorePoint, b: ScorePoint): number =>
  compareText(a.recordedAt, b.recordedAt) || compareText(a.entryId, b.entryId);

const byDay = (a: ScorePoint, b: ScorePoint): number =>
  compareText(a.occurredOn ?? '', b.occurredOn ?? '') || byWriting(a, b);

const bySessionNumber = (a: ScorePoint, b: ScorePoint): number =>
  (a.sessionNumber ?? 0) - (b.sessionNumber ?? 0) || byWriting(a, b);
