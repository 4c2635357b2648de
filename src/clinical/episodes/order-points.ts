// The scores of one client in order of time.
import type { ScorePoint } from '../verdict/score-point.ts';
import { compareInTime, compareText } from './compare-in-time.ts';

export interface OrderedPoints {
  /** In order of time. */
  readonly placed: readonly ScorePoint[];
  /** Neither a date nor a session number: they cannot be put in order, so they are listed and never judged. */
  readonly unplaced: readonly ScorePoint[];
}

/**
 * Puts points in order without inventing a date. Where one client has dated and undated ones, all the undated come first.
 * A session number tells the scores of one day apart; where dates and numbers contradict each other, the date wins.
 */
export function orderPoints(points: readonly ScorePoint[]): OrderedPoints {
  const isUnplaced = ({ occurredOn, sessionNumber }: ScorePoint): boolean =>
    occurredOn === null && sessionNumber === null;
  return {
    placed: points.filter((point) => !isUnplaced(point)).sort(comparePoints),
    unplaced: points.filter(isUnplaced),
  };
}

const comparePoints = (a: ScorePoint, b: ScorePoint): number =>
  compareInTime(inTime(a), inTime(b)) ||
  compareText(a.correctsId ?? a.entryId, b.correctsId ?? b.entryId) ||
  compareText(a.entryId, b.entryId);

const inTime = ({ recordedAt, ...point }: ScorePoint) => ({ ...point, writtenAt: recordedAt });
