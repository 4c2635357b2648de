import type { ScorePoint } from '../verdict/score-point.ts';

/** A point whose response gave a total: scored, or prorated where the instrument's source allows it. */
export interface CompletePoint {
  readonly point: ScorePoint;
  readonly total: number;
  readonly prorated: boolean;
}

/** The point with its total; null when its response is incomplete or invalid. */
export function completePoint(point: ScorePoint): CompletePoint | null {
  const { outcome } = point;
  if (outcome.kind === 'incomplete' || outcome.kind === 'invalid') return null;
  return { point, total: outcome.total, prorated: outcome.kind === 'prorated' };
}

export const completePoints = (points: readonly ScorePoint[]): CompletePoint[] =>
  points.map(completePoint).filter((complete) => complete !== null);
