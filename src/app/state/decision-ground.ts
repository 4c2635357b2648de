// Does what a prompt's answer was about still stand? A score may have been put right or deleted since, a goal removed. The answer
// stays as it was given; it is only said that its reason has changed.
import { reliableDirection } from '../../clinical/change/reliable-change.ts';
import { completePoints, type CompletePoint } from '../../clinical/episodes/complete-points.ts';
import { isSameLine } from '../../clinical/episodes/same-line.ts';
import type { DecisionEntry } from '../../records/entry.ts';
import type { MeasureView } from './client-chart.ts';
import type { ClientState } from './client.svelte.ts';

type Known = Pick<ClientState, 'record' | 'chart' | 'carePlan' | 'measures'>;

const isId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** `about` is of ids and numbers (clinical/prompts): of entries, by what was written first of each, and of goals. */
export function isGroundGone(decision: DecisionEntry, { record, chart, carePlan, measures }: Known): boolean {
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
  const stands = seen.filter(({ total }) => total === value);
  if (decision.prompt !== 'worse' || named.length === 0) return stands.length === 0;
  return !stands.some((complete) => isWorseThanOneBefore(complete, measures));
}

/** Than the baseline, or than the best: whichever it was, it may have been put right. Where no rule is known nothing is said. */
function isWorseThanOneBefore({ point, total }: CompletePoint, measures: readonly MeasureView[]): boolean {
  const view = measures.find(({ series }) => isSameLine(series, point));
  const rule = view && 'rule' in view.verdict ? view.verdict.rule : null;
  if (!view || !rule) return true;
  const course = view.series.points.filter((one) => one.point.episode === point.episode);
  const place = course.findIndex((one) => one.point.entryId === point.entryId);
  return course
    .slice(0, place)
    .some(
      (one) =>
        one.total !== null && reliableDirection(one.total, total, rule, view.instrument.better) === 'worse',
    );
}

/** Its value is a total of a measure, and it was on the latest response. */
const isAboutScore = ({ prompt }: DecisionEntry): boolean => prompt === 'worse' || prompt === 'early-check';
