import type { ScorePoint } from '../verdict/score-point.ts';

/** What two scores must share before one may be judged against the other (CLINICAL 1.7); the episode comes on top. */
export type Line = Pick<ScorePoint, 'instrumentId' | 'instrumentVersion' | 'coding' | 'respondent'>;

/** Same measure, version, coding and respondent? A parent's score is never judged against the young person's own. */
export const isSameLine = (a: Line, b: Line): boolean =>
  a.instrumentId === b.instrumentId &&
  a.instrumentVersion === b.instrumentVersion &&
  a.coding === b.coding &&
  a.respondent === b.respondent;
