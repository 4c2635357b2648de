// Every response of a record with what became of it, newest first: what counts, what was corrected, what was deleted.
import { compareInTime, compareText } from '../../../clinical/episodes/compare-in-time.ts';
import { isFollowUp } from '../../../clinical/episodes/course.ts';
import type { Instrument } from '../../../clinical/instruments/instrument.ts';
import { scoreResponse, scoreTotal, type ScoreOutcome } from '../../../clinical/scoring/score-response.ts';
import type { CalendarDay, Respondent, ResponseMode } from '../../../clinical/verdict/score-point.ts';
import type { ClientRecord } from '../../../records/client-record.ts';
import type { Entry, ResponseEntry } from '../../../records/entry.ts';
import type { ClientChart, MeasureView } from '../../state/client-chart.ts';
import { baselineOf } from './chart-of.ts';

export type Fate =
  | { readonly kind: 'counts' }
  /** A correction stands in its place. */
  | { readonly kind: 'replaced' }
  /** A second correction of the same response; the later written one counts. */
  | { readonly kind: 'other-correction' }
  | { readonly kind: 'deleted'; readonly reason: string };

export interface HistoryRow {
  readonly id: string;
  readonly occurredOn: CalendarDay | null;
  readonly sessionNumber: number | null;
  readonly recordedAt: string;
  /** What was written first of it and its corrections: all of them stand together there. */
  readonly first: { readonly id: string; readonly writtenAt: string };
  readonly instrumentId: string;
  /** Null: a measure that this vault does not know. */
  readonly instrument: Instrument | null;
  readonly outcome: ScoreOutcome | null;
  readonly respondent: Respondent;
  readonly mode: ResponseMode;
  readonly episode: number;
  readonly fate: Fate;
  readonly isCorrection: boolean;
  /** Corrected twice, and this is the one that counts. */
  readonly isDisputed: boolean;
  readonly isBaseline: boolean;
  readonly isBaselineMoved: boolean;
  /** Answered after the ending of its course. */
  readonly isFollowUp: boolean;
  /** Null while the record is still opening: nothing can be changed yet. */
  readonly entry: ResponseEntry | null;
}

type Find = (id: string, version: string) => Instrument | null;

/** From the open record, or from the cached chart while it opens (only what counts, nothing to change). */
export function historyRows(
  record: ClientRecord | null,
  chart: ClientChart,
  views: readonly MeasureView[],
  find: Find,
): HistoryRow[] {
  const baselines = new Map(
    views.map((view) => {
      const { verdict } = view;
      return [baselineOf(view), 'baseline' in verdict && verdict.baseline.kind === 'moved'] as const;
    }),
  );
  const rows = record ? fromRecord(record, find) : fromChart(chart, find);
  return rows
    .map((row) => {
      const isBaseline = row.fate.kind === 'counts' && baselines.has(row.id);
      return {
        ...row,
        isBaseline,
        isBaselineMoved: isBaseline && baselines.get(row.id) === true,
        isFollowUp: isFollowUp(row, chart.courses),
      };
    })
    .sort(newestFirst);
}

type PlainRow = Omit<HistoryRow, 'isBaseline' | 'isBaselineMoved' | 'isFollowUp'>;

function fromChart({ points }: ClientChart, find: Find): PlainRow[] {
  return points.map((point) => ({
    ...point,
    id: point.entryId,
    first: { id: point.correctsId ?? point.entryId, writtenAt: point.recordedAt },
    instrument: find(point.instrumentId, point.instrumentVersion),
    fate: { kind: 'counts' },
    isCorrection: false,
    isDisputed: false,
    entry: null,
  }));
}

function fromRecord(record: ClientRecord, find: Find): PlainRow[] {
  const { entries, corrections, conflicts, deleted } = record;
  const disputed = new Set(conflicts.flatMap(({ by }) => by.map(({ id }) => id)));
  const shown = new Map<string, PlainRow>();
  const put = (entry: Entry, fate: Fate): void => {
    if (entry.kind === 'response' && !shown.has(entry.id))
      shown.set(entry.id, rowOf(entry, fate, find, disputed, record.firstWritten));
  };
  for (const entry of entries) put(entry, { kind: 'counts' });
  for (const { entry, tombstone } of deleted) put(entry, { kind: 'deleted', reason: tombstone.reason });
  // The losers of a dispute first: a correction of a correction is otherwise taken for a loser.
  for (const { by } of corrections) for (const loser of by.slice(1)) put(loser, { kind: 'other-correction' });
  for (const { original } of corrections) put(original, { kind: 'replaced' });
  return [...shown.values()];
}

function rowOf(
  entry: ResponseEntry,
  fate: Fate,
  find: Find,
  disputed: ReadonlySet<string>,
  firstWritten: ClientRecord['firstWritten'],
): PlainRow {
  const first = firstWritten.get(entry.id) ?? entry;
  const instrument = find(entry.instrumentId, entry.instrumentVersion);
  return {
    id: entry.id,
    occurredOn: entry.occurredOn,
    sessionNumber: entry.sessionNumber,
    recordedAt: entry.recordedAt.utc,
    first: { id: first.id, writtenAt: first.recordedAt.utc },
    instrumentId: entry.instrumentId,
    instrument,
    outcome: instrument && outcomeOf(entry, instrument),
    respondent: entry.respondent,
    mode: entry.mode,
    episode: entry.episode,
    fate,
    isCorrection: entry.replaces !== undefined,
    isDisputed: fate.kind === 'counts' && disputed.has(entry.id),
    entry,
  };
}

/** Scores are derived each time, never stored. */
export const outcomeOf = ({ answers, enteredTotal }: ResponseEntry, instrument: Instrument): ScoreOutcome =>
  answers ? scoreResponse(instrument, answers) : scoreTotal(instrument, enteredTotal ?? Number.NaN);

const nameOf = ({ instrument, instrumentId }: HistoryRow): string => instrument?.shortName ?? instrumentId;

/** Two measures of one sitting, written at one instant (an import), would stand in an order that changes from day to day. */
const newestFirst = (a: HistoryRow, b: HistoryRow): number =>
  compareInTime(inTime(b), inTime(a)) ||
  nameOf(a).localeCompare(nameOf(b)) ||
  compareText(b.first.id, a.first.id) ||
  compareText(b.recordedAt, a.recordedAt) ||
  compareText(b.id, a.id);

const inTime = ({ occurredOn, sessionNumber, first: { writtenAt } }: HistoryRow) => ({
  ...{ occurredOn, sessionNumber, writtenAt },
});
