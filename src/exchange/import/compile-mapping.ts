// A mapping without gaps, made ready for reading 100,000 rows: columns found, measures looked up, header dates read.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { ownMeasure, type OwnMeasureDefinition } from '../../clinical/instruments/own-measure.ts';
import { rawFactor } from '../../clinical/scoring/raw-factor.ts';
import type { CalendarDay, Respondent } from '../../clinical/verdict/score-point.ts';
import { parseDay, type DateReading } from '../csv/parse-day.ts';
import type { DecimalMark } from '../csv/parse-number.ts';
import type { ImportContext, PlannedMeasure } from './import-plan.ts';
import { definitionOf } from './define-measure.ts';
import { isScore } from './mapping-gaps.ts';
import { timeLabelKey, type ColumnTime, type MappedMeasure, type Mapping } from './mapping.ts';
import { sessionFrom } from './order-time-labels.ts';
import { SeenTotals } from './seen-totals.ts';

export interface ScoreTime {
  readonly occurredOn: CalendarDay | null;
  readonly sessionNumber: number | null;
}

/** The columns that together give one response: its items, its total, or both. */
export interface ResponseColumns {
  readonly measure: string | null;
  /** Null: the row says when. */
  readonly at: ScoreTime | null;
  readonly total: number | null;
  readonly items: readonly { readonly item: number; readonly column: number }[];
}

export interface RowMeasure {
  readonly instrument: Instrument;
  readonly zeroIsMissing: boolean;
  /** By what the file's totals are multiplied: the measure's factor where they are raw sums, else 1. */
  readonly times: number;
  /** Counts the totals where it is open whether they are raw sums. */
  readonly seen: SeenTotals | null;
}

export interface CompiledMapping {
  readonly client: number | { readonly code: string };
  readonly date: number | null;
  readonly session: number | null;
  readonly measureName: number | null;
  readonly respondentColumn: number | null;
  readonly respondent: Respondent;
  readonly responses: readonly ResponseColumns[];
  /** By key; null for a measure the therapist chose to leave out. */
  readonly measures: ReadonlyMap<string, RowMeasure | null>;
  readonly newMeasures: readonly PlannedMeasure[];
  readonly numberByTimeLabel: ReadonlyMap<string, number>;
  readonly dates: DateReading;
  readonly decimal: DecimalMark;
  readonly missingMarkers: ReadonlySet<string>;
}

function timeOf(at: ColumnTime, dates: DateReading, labels: ReadonlyMap<string, number>): ScoreTime | null {
  if (at.kind === 'row') return null;
  if (at.kind === 'session') return { occurredOn: null, sessionNumber: sessionFrom(at.label, labels) };
  const parsed = parseDay(at.text, dates);
  return { occurredOn: parsed.kind === 'day' ? parsed.day : null, sessionNumber: null };
}

function groupColumns(
  mapping: Mapping,
  dates: DateReading,
  labels: ReadonlyMap<string, number>,
): ResponseColumns[] {
  const groups = new Map<
    string,
    { total: number | null; items: { item: number; column: number }[] } & ResponseColumns
  >();
  for (const [column, role] of mapping.columns.entries()) {
    if (!isScore(role)) continue;
    const key = JSON.stringify([role.measure, role.at]);
    const group = groups.get(key) ?? {
      measure: role.measure,
      at: timeOf(role.at, dates, labels),
      total: null,
      items: [],
    };
    groups.set(key, group);
    if (role.kind === 'total') group.total = column;
    else group.items.push({ item: role.item, column });
  }
  return [...groups.values()];
}

function instrumentFor(
  { choice }: MappedMeasure,
  instruments: readonly Instrument[],
  context: ImportContext,
): { instrument: Instrument; definition: OwnMeasureDefinition | null } | null {
  if (choice.kind === 'ignore') return null;
  if (choice.kind === 'known') {
    const instrument = instruments.find(({ id }) => id === choice.instrumentId);
    return instrument === undefined ? null : { instrument, definition: null };
  }
  const definition = definitionOf(choice, context.newMeasureId());
  const made = ownMeasure(definition);
  if (made.kind === 'problems') throw new Error('a mapping with gaps was compiled');
  return { instrument: made.instrument, definition };
}

function rowMeasure(instrument: Instrument, { zeroIsMissing, totalsAre }: MappedMeasure): RowMeasure {
  const factor = rawFactor(instrument);
  return {
    instrument,
    zeroIsMissing,
    times: totalsAre === 'raw' ? factor : 1,
    seen: factor === 1 || totalsAre !== null ? null : new SeenTotals(instrument),
  };
}

/** Only for a mapping in which `mappingGaps` finds nothing. */
export function compileMapping(
  mapping: Mapping,
  instruments: readonly Instrument[],
  context: ImportContext,
): CompiledMapping {
  const find = (kind: string): number | null => {
    const column = mapping.columns.findIndex((role) => role.kind === kind);
    return column === -1 ? null : column;
  };
  const dates: DateReading = { order: mapping.dateOrder, twoDigitYears: mapping.twoDigitYears };
  const numberByTimeLabel = new Map(
    mapping.timeLabels.map(({ label, number }) => [timeLabelKey(label), number]),
  );
  const measures = new Map<string, RowMeasure | null>();
  const newMeasures: PlannedMeasure[] = [];
  for (const measure of mapping.measures) {
    const made = instrumentFor(measure, instruments, context);
    measures.set(measure.key, made && rowMeasure(made.instrument, measure));
    if (!made?.definition) continue;
    const { instrument, definition } = made;
    newMeasures.push({ definition, instrument, calledInFile: measure.calledInFile });
  }
  return {
    client: find('client') ?? { code: (mapping.oneClient ?? '').trim() },
    date: find('date'),
    session: find('session'),
    measureName: find('measure-name'),
    respondentColumn: find('respondent'),
    respondent: mapping.respondent,
    responses: groupColumns(mapping, dates, numberByTimeLabel),
    measures,
    newMeasures,
    numberByTimeLabel,
    dates,
    decimal: mapping.decimal,
    missingMarkers: new Set(mapping.missingMarkers.map((marker) => marker.trim().toLowerCase())),
  };
}
