// Does what a prompt's answer was about still stand? A score may have been put right or deleted since, a goal removed. The answer
// stays as it was given; it is only said that its reason has changed.
import { completePoints } from '../../clinical/episodes/complete-points.ts';
import type { DecisionEntry } from '../../records/entry.ts';
import type { ClientState } from './client.svelte.ts';

type Known = Pick<ClientState, 'record' | 'chart' | 'carePlan'>;

const isId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** `about` is of ids and numbers (clinical/prompts): of entries, by what was written first of each, and of goals. */
export function isGroundGone(decision: DecisionEntry, { record, chart, carePlan }: Known): boolean {
  if (!record) return false;
  const parts = decision.about.split('/');
  const ids = parts.filter(isId);
  const standing = new Set<string>([
    ...record.entries.map(({ id }) => record.firstWritten.get(id)?.id ?? id),
    ...carePlan.plan.goals.map(({ id }) => id),
  ]);
  if (ids.some((id) => !standing.has(id))) return true;
  if (decision.value === null || !isAboutScore(decision)) return false;
  const { value, occurredOn } = decision;
  const own = completePoints(chart.points).filter(
    ({ point }) => parts.includes(point.instrumentId) && parts.includes(point.respondent),
  );
  const named = own.filter(({ point }) => ids.includes(point.correctsId ?? point.entryId));
  // Where no response is named, it was about the last one by then.
  const seen =
    named.length > 0
      ? named
      : own.filter(({ point }) => point.occurredOn === null || point.occurredOn <= occurredOn);
  return !seen.some(({ total }) => total === value);
}

/** Its value is a total of a measure, and it was on the latest response. */
const isAboutScore = ({ prompt }: DecisionEntry): boolean => prompt === 'worse' || prompt === 'early-check';
