// What is done now: the techniques chosen by hand, and the one that the last change in this course of therapy moved to, unless
// that was stopped.
import type { TechniqueId } from '../../clinical/techniques/technique.ts';
import type { Plan } from '../../records/plan.ts';
import type { Pivot } from '../../records/pivots.ts';

export function techniquesInUse(
  { techniques }: Pick<Plan, 'techniques'>,
  pivots: readonly Pivot[],
  episode: number,
): TechniqueId[] {
  const last = pivots.findLast(({ entry }) => entry.episode === episode);
  const isStopped = last?.reviews.at(-1)?.decision === 'stop';
  const moved = last?.entry.to ?? null;
  return moved === null || isStopped ? [...techniques] : [...new Set([...techniques, moved])];
}
