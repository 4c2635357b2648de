import type { Better } from '../instruments/instrument.ts';
import { comparePhases, type PhaseComparison } from './compare-phases.ts';
import { splitPhases, type Phase, type PhaseBoundary, type PhasePoint } from './split-phases.ts';

/** One change of course with the phase that it ended and the phase that it began. */
export interface PhasePair<
  Point extends PhasePoint = PhasePoint,
  Boundary extends PhaseBoundary = PhaseBoundary,
> {
  readonly boundary: Boundary;
  readonly before: Phase<Point, Boundary>;
  readonly after: Phase<Point, Boundary>;
  readonly comparison: PhaseComparison;
}

/** For each pivot, in order of time: what the scores did around it. Arguments as of splitPhases. */
export function phasePairs<Point extends PhasePoint, Boundary extends PhaseBoundary>(
  points: readonly Point[],
  boundaries: readonly Boundary[],
  better: Better,
): PhasePair<Point, Boundary>[] {
  const phases = splitPhases(points, boundaries);
  return phases.flatMap((before, at) => {
    const after = phases[at + 1];
    if (!after?.from) return [];
    const comparison = comparePhases(totalsOf(before), totalsOf(after), better);
    return [{ boundary: after.from, before, after, comparison }];
  });
}

const totalsOf = ({ points }: Phase): number[] => points.map(({ total }) => total);
