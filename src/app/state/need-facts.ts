// From a client's record to what is known of their needs: everything that does not change with the day, for the list.
import type { NeedFacts } from '../../clinical/attention/need.ts';
import { askAgain, openSafety } from '../../clinical/attention/open-safety.ts';
import { meaningOf, reliableDirection } from '../../clinical/change/reliable-change.ts';
import { isFollowUp } from '../../clinical/episodes/course.ts';
import { completePoints } from '../../clinical/episodes/complete-points.ts';
import { plannedFollowUps } from '../../clinical/episodes/follow-ups.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { Judged } from '../../clinical/verdict/verdict.ts';
import type { ClientRecord } from '../../records/client-record.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import type { ClientChart, MeasureView } from './client-chart.ts';
import { riskConversations, safetyLines } from './safety-source.ts';

export interface FactsOf {
  readonly addedOn: CalendarDay;
  readonly record: Pick<ClientRecord, 'entries' | 'firstWritten'>;
  readonly chart: ClientChart;
  readonly views: readonly MeasureView[];
}

export function needFacts({ addedOn, record, chart, views }: FactsOf, find: FindInstrument): NeedFacts {
  const judged = views.flatMap(({ verdict, series, instrument }) =>
    verdict.kind === 'judged' ? [{ verdict, series, instrument, measure: instrument.shortName }] : [],
  );
  const conversations = riskConversations(record);
  const open = openSafety(safetyLines(record.entries, find), conversations);
  return {
    safety: open.map(({ standing, silentUntil }) => ({ ...standing, silentUntil })),
    askAgainOn: askAgain(open, conversations)?.askAgainOn ?? null,
    worse: judged
      .filter(({ verdict }) => verdict.status === 'deteriorated')
      .map((line) => ({
        measure: line.measure,
        since: worseSince(line),
        meaning: meaningOf(line.verdict.rule),
        inFollowUp: isFollowUp(line.verdict.latest.point, chart.courses),
      })),
    unchanged: judged
      .filter(({ verdict }) => verdict.status === 'unchanged' && verdict.latest.side === 'clinical')
      .map(({ measure, verdict }) => ({
        measure,
        since: verdict.start.point.occurredOn,
        position: positionOf(verdict),
      })),
    lastMeasureOn: lastMeasureOn(chart),
    followUps: followUpsOf(chart),
    addedOn,
  };
}

/** The first of the scores up to the latest that are all reliably worse than the baseline. */
function worseSince({
  verdict,
  series,
  instrument,
}: Pick<MeasureView, 'series' | 'instrument'> & {
  readonly verdict: Judged;
}): CalendarDay | null {
  const points = completePoints(series.points.map(({ point }) => point)).filter(
    ({ point }) => point.episode === verdict.latest.point.episode,
  );
  const isWorse = ({ total }: { readonly total: number }): boolean =>
    reliableDirection(verdict.start.total, total, verdict.rule, instrument.better) === 'worse';
  const lastOther = points.findLastIndex((point) => !isWorse(point));
  return (points[lastOther + 1] ?? verdict.latest).point.occurredOn;
}

function positionOf({ latest, cutOff }: Judged): 'above' | 'at' | 'below' {
  if (cutOff === null || latest.total === cutOff.value) return 'at';
  return latest.total > cutOff.value ? 'above' : 'below';
}

/** Of a measure without a date it is known that it was answered by the day it was written down. */
const lastMeasureOn = ({ points }: ClientChart): CalendarDay | null =>
  points.reduce<CalendarDay | null>((last, { occurredOn, recordedAt }) => {
    const day = occurredOn ?? recordedAt.slice(0, 10);
    return last === null || day > last ? day : last;
  }, null);

function followUpsOf({ courses, points }: ClientChart): NeedFacts['followUps'] {
  const current = courses.at(-1);
  if (!current?.ending) return [];
  const measuredOn = points
    .filter((point) => point.episode === current.episode && isFollowUp(point, courses))
    .flatMap(({ occurredOn }) => occurredOn ?? []);
  return plannedFollowUps(current.ending, measuredOn)
    .filter(({ isDone }) => !isDone)
    .map(({ months, dueOn }) => ({ months, dueOn }));
}
