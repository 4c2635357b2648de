// When did it happen? People see what belongs to a record by the day it belongs to, on one day by session number, then by
// when it was written down (DESIGN 4). Law: the order of two never depends on a third, nor on the order in which devices
// synced. So what has a number comes first on its day: numbers come in with files, from before.
import type { ScorePoint } from '../verdict/score-point.ts';

/** `writtenAt`: a UTC instant; of a correction, that of what it corrects, whose place it takes. */
export interface InTime extends Pick<ScorePoint, 'occurredOn' | 'sessionNumber'> {
  readonly writtenAt: string;
}

/**
 * Without a day it comes before the dated ones, by number: what has no date was brought in from before. 0: as they were
 * written at one instant, something else must decide.
 */
export const compareInTime = (a: InTime, b: InTime): number =>
  compareText(a.occurredOn ?? '', b.occurredOn ?? '') ||
  compareNumbers(a.sessionNumber ?? Infinity, b.sessionNumber ?? Infinity) ||
  compareText(a.writtenAt, b.writtenAt);

/** ISO days and UTC instants of the same form sort as text. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Two infinities have no difference. */
const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
