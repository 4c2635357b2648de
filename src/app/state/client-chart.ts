// All that a client's chart, table and sentences are made of. Derived from the document, kept sealed in the series cache, so
// that a chart appears after one read while the document opens behind it (VAULT P4). Whatever depends on today is not in it.
import { compareText } from '../../clinical/episodes/compare-in-time.ts';
import type { Course } from '../../clinical/episodes/course.ts';
import type { BaselineChoice } from '../../clinical/episodes/find-baseline.ts';
import { isSameLine, type Line } from '../../clinical/episodes/same-line.ts';
import { publishedInstruments } from '../../clinical/instruments/catalogue.ts';
import { meaningOf } from '../../clinical/change/reliable-change.ts';
import type { ChangeRule, Instrument } from '../../clinical/instruments/instrument.ts';
import { errorCorridor, type ErrorCorridor } from '../../clinical/verdict/error-corridor.ts';
import { judge, type JudgeChoices } from '../../clinical/verdict/judge.ts';
import type { TechniqueId } from '../../clinical/techniques/technique.ts';
import type { CalendarDay, Respondent, ScorePoint } from '../../clinical/verdict/score-point.ts';
import { seriesOf, type ScoreSeries } from '../../clinical/verdict/series.ts';
import type { Verdict } from '../../clinical/verdict/verdict.ts';
import type { ClientRecord } from '../../records/client-record.ts';
import { coursesOf } from '../../records/courses.ts';
import type { EntryId } from '../../records/entry.ts';
import { scorePoints, type FindInstrument } from '../../records/score-points.ts';

export interface ClientChart {
  readonly points: readonly ScorePoint[];
  /** The current course of therapy. */
  readonly episode: number;
  /** Every course with its ending, the current one last. */
  readonly courses: readonly Course[];
  /** In the order in which they were chosen. */
  readonly baselines: readonly MovedBaseline[];
  /** Changes of course in the order people see them. */
  readonly pivots: readonly ChartPivot[];
  readonly lifeEvents: readonly ChartLifeEvent[];
  /** Two corrections of one response, for a person to decide. */
  readonly conflicts: number;
  /** Entries of a newer version: the record is read-only here. */
  readonly unreadable: number;
}

/** A change of course as the chart needs it: where it stands and what its phase is called. */
export interface ChartPivot {
  readonly id: string;
  readonly occurredOn: CalendarDay | null;
  readonly sessionNumber: number | null;
  /** UTC instant; of a correction, of what it corrects. */
  readonly recordedAt: string;
  readonly episode: number;
  /** May be empty. */
  readonly label: string;
  readonly from: TechniqueId | null;
  readonly to: TechniqueId | null;
}

export interface ChartLifeEvent {
  readonly id: string;
  readonly occurredOn: CalendarDay;
  readonly words: string;
}

export interface MovedBaseline {
  /** The entry of the choice itself. */
  readonly id: string;
  readonly episode: number;
  readonly instrumentId: string;
  readonly respondent: Respondent;
  readonly choice: BaselineChoice;
}

/** One line of the chart with its verdict. */
export interface MeasureView {
  readonly instrument: Instrument;
  readonly series: ScoreSeries;
  readonly verdict: Verdict;
  /** The band of measurement error around the baseline; null where no rule is known or no baseline is there. */
  readonly corridor: ErrorCorridor | null;
}

/** The choices for one instrument, the client's own before the practice's; and what is known of the person. */
export type ChoicesFor = (instrumentId: string) => Pick<JudgeChoices, 'changeRuleId' | 'cutOffId' | 'person'>;

export const emptyChart: ClientChart = {
  points: [],
  episode: 1,
  courses: [{ episode: 1, startedOn: null, ending: null }],
  baselines: [],
  pivots: [],
  lifeEvents: [],
  conflicts: 0,
  unreadable: 0,
};

export function deriveChart(record: ClientRecord, findInstrument: FindInstrument): ClientChart {
  const baselines = record.entries
    .filter((entry) => entry.kind === 'baseline')
    // Their days are those of the responses: the last word is the one written last, wherever it points to.
    .sort((a, b) => compareText(a.recordedAt.utc, b.recordedAt.utc) || compareText(a.id, b.id))
    .map(({ id, episode, instrumentId, respondent, responseId, reason }) => ({
      id,
      episode,
      instrumentId,
      respondent,
      // Where that response was corrected since, the correction stands in its place.
      choice: { entryId: countingNow(record, responseId), reason },
    }));
  const courses = coursesOf(record.entries);
  return {
    points: scorePoints(record, findInstrument),
    episode: courses.at(-1)?.episode ?? 1,
    courses,
    baselines,
    pivots: chartPivots(record),
    lifeEvents: record.entries
      .filter((entry) => entry.kind === 'life-event')
      .map(({ id, occurredOn, words }) => ({ id, occurredOn, words })),
    conflicts: record.conflicts.filter(({ original }) => original.kind === 'response').length,
    unreadable: record.unreadable,
  };
}

const chartPivots = ({
  entries,
  firstWritten,
}: Pick<ClientRecord, 'entries' | 'firstWritten'>): ChartPivot[] =>
  entries
    .filter((entry) => entry.kind === 'pivot')
    .map((pivot) => {
      const { id, occurredOn, sessionNumber, episode, label, from, to } = pivot;
      const { recordedAt } = firstWritten.get(id) ?? pivot;
      return { id, occurredOn, sessionNumber, recordedAt: recordedAt.utc, episode, label, from, to };
    });

function countingNow({ corrections }: Pick<ClientRecord, 'corrections'>, id: EntryId): EntryId {
  const newest = corrections.find(({ original }) => original.id === id)?.by[0];
  return newest && newest.id !== id ? countingNow({ corrections }, newest.id) : id;
}

/** Sentences and charts for every measure, the one answered last first. */
export function viewMeasures(
  chart: ClientChart,
  findInstrument: FindInstrument,
  choicesFor: ChoicesFor,
): MeasureView[] {
  const views: MeasureView[] = [];
  for (const series of seriesOf(chart.points)) {
    const instrument = findInstrument(series.instrumentId, series.instrumentVersion);
    if (!instrument) continue;
    const verdict = judge(instrument, series, chart.episode, {
      ...choicesFor(instrument.id),
      ...movedBaseline(chart, series, chart.episode),
    });
    views.push({ instrument, series, verdict, corridor: corridorOf(verdict, instrument) });
  }
  return views.sort((a, b) => compareLast(b, a));
}

/** The last choice that is of this line and this course. */
export function movedBaseline(
  chart: ClientChart,
  line: Line,
  episode: number,
): Pick<JudgeChoices, 'baseline'> {
  const moved = movesOf(chart, line, episode).at(-1);
  return moved ? { baseline: moved.choice } : {};
}

/** Every choice of this line and this course: one made on another version of the measure has nothing to say. */
export const movesOf = ({ baselines, points }: ClientChart, line: Line, episode: number): MovedBaseline[] =>
  baselines.filter(
    (one) =>
      one.instrumentId === line.instrumentId &&
      one.respondent === line.respondent &&
      one.episode === episode &&
      !isOfAnotherLine(one.choice.entryId, points, line),
  );

const isOfAnotherLine = (entryId: string, points: readonly ScorePoint[], line: Line): boolean =>
  points.some((point) => point.entryId === entryId && !isSameLine(point, line));

/** A rule that was not worked out from the measure's error has no corridor of it. */
function corridorOf(verdict: Verdict, instrument: Instrument): ErrorCorridor | null {
  const corridorUnder = (rule: ChangeRule, baselineTotal: number): ErrorCorridor | null =>
    meaningOf(rule) === 'reliable' ? errorCorridor(baselineTotal, rule, instrument) : null;
  if (verdict.kind === 'judged') return corridorUnder(verdict.rule, verdict.start.total);
  return verdict.kind === 'too-few-points' && verdict.rule
    ? corridorUnder(verdict.rule, verdict.only.total)
    : null;
}

/** Later last answer first, then more answers, then the catalogue's order: an order that a person can foresee. */
function compareLast(a: MeasureView, b: MeasureView): number {
  const lastA = a.series.points.at(-1)?.point;
  const lastB = b.series.points.at(-1)?.point;
  const byDay = (lastA?.occurredOn ?? '').localeCompare(lastB?.occurredOn ?? '');
  const bySession = (lastA?.sessionNumber ?? 0) - (lastB?.sessionNumber ?? 0);
  const byCount = a.series.points.length - b.series.points.length;
  return byDay || bySession || byCount || placeOf(b.instrument) - placeOf(a.instrument);
}

function placeOf(instrument: Instrument): number {
  const place = publishedInstruments.findIndex(({ id }) => id === instrument.id);
  return place < 0 ? publishedInstruments.length : place;
}
