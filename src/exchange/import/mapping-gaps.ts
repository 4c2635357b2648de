// What a mapping still lacks before anything can be planned. Named one by one, so that the screen can point at each.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import {
  problemsWithOwnMeasure,
  type OwnMeasureProblem,
} from '../../clinical/instruments/own-measure-problems.ts';
import { definitionOf } from './define-measure.ts';
import { parseDay } from '../csv/parse-day.ts';
import { timeLabelKey, type ColumnRole, type MappedMeasure, type Mapping } from './mapping.ts';
import { sessionFrom } from './order-time-labels.ts';

export type MappingGap =
  | { readonly kind: 'no-client' }
  | { readonly kind: 'no-scores' }
  | { readonly kind: 'no-time' }
  | { readonly kind: 'no-measure-column' }
  | {
      readonly kind: 'two-columns';
      readonly role: 'client' | 'date' | 'session' | 'measure-name' | 'respondent';
    }
  | { readonly kind: 'columns-differ'; readonly mapped: number; readonly inTable: number }
  | { readonly kind: 'same-score-twice'; readonly columns: readonly [number, number] }
  | { readonly kind: 'date-order'; readonly example: string }
  | { readonly kind: 'header-date'; readonly column: number; readonly text: string }
  | { readonly kind: 'time-label'; readonly label: string }
  | { readonly kind: 'measure-unmapped'; readonly measure: string }
  | { readonly kind: 'measure-name' | 'measure-range' | 'measure-direction'; readonly measure: string }
  | {
      readonly kind: 'measure-details';
      readonly measure: string;
      readonly problems: readonly OwnMeasureProblem[];
    }
  /** Found while rows are read: the totals of a scaled measure look like raw sums, and nobody has said. */
  | {
      readonly kind: 'raw-or-scaled';
      readonly measure: string;
      readonly factor: number;
      readonly highest: number;
    }
  | { readonly kind: 'no-such-item'; readonly column: number; readonly items: number };

type ScoreRole = Extract<ColumnRole, { readonly kind: 'total' | 'item' }>;
export const isScore = (role: ColumnRole): role is ScoreRole => role.kind === 'total' || role.kind === 'item';

const single = ['client', 'date', 'session', 'measure-name', 'respondent'] as const;

function measureGaps(measure: MappedMeasure, instruments: ReadonlyMap<string, Instrument>): MappingGap[] {
  const { key, choice } = measure;
  if (choice.kind === 'ignore') return [];
  if (choice.kind === 'known') {
    return instruments.has(choice.instrumentId) ? [] : [{ kind: 'measure-unmapped', measure: key }];
  }
  const gaps: MappingGap[] = [];
  if (choice.name.trim() === '') gaps.push({ kind: 'measure-name', measure: key });
  if (choice.range === null) gaps.push({ kind: 'measure-range', measure: key });
  if (choice.better === null) gaps.push({ kind: 'measure-direction', measure: key });
  if (gaps.length > 0) return gaps;
  const problems = problemsWithOwnMeasure(definitionOf(choice, 'own-unnamed'));
  return problems.length === 0 ? [] : [{ kind: 'measure-details', measure: key, problems }];
}

function headerDateGap(role: ScoreRole, column: number, mapping: Mapping): MappingGap[] {
  if (role.at.kind !== 'date') return [];
  const parsed = parseDay(role.at.text, { order: mapping.dateOrder, twoDigitYears: mapping.twoDigitYears });
  if (parsed.kind === 'day') return [];
  return parsed.kind === 'order-unknown'
    ? [{ kind: 'date-order', example: role.at.text }]
    : [{ kind: 'header-date', column, text: role.at.text }];
}

/** Two columns that would give the same score of one row: the same total, or the same item, at the same time. */
function sameScoreTwice(columns: readonly ColumnRole[]): MappingGap[] {
  const seen = new Map<string, number>();
  return columns.flatMap((role, column): MappingGap[] => {
    if (!isScore(role)) return [];
    const key = JSON.stringify([role.kind, role.measure, role.at, role.kind === 'item' ? role.item : null]);
    const first = seen.get(key);
    seen.set(key, first ?? column);
    return first === undefined ? [] : [{ kind: 'same-score-twice', columns: [first, column] }];
  });
}

/**
 * Empty when the mapping can be carried out. Two gaps are found only while rows are read: dates whose order nothing
 * settles, and totals that look like raw sums (planImport then answers 'not-ready').
 */
export function mappingGaps(
  mapping: Mapping,
  columnsInTable: number,
  instruments: readonly Instrument[],
): readonly MappingGap[] {
  const { columns } = mapping;
  if (columns.length !== columnsInTable) {
    return [{ kind: 'columns-differ', mapped: columns.length, inTable: columnsInTable }];
  }
  const byId = new Map(instruments.map((instrument) => [instrument.id, instrument]));
  const measures = new Map(mapping.measures.map((measure) => [measure.key, measure]));
  const count = (kind: ColumnRole['kind']): number => columns.filter((role) => role.kind === kind).length;
  const gaps: MappingGap[] = [];
  for (const role of single) if (count(role) > 1) gaps.push({ kind: 'two-columns', role });
  if (count('client') === 0 && (mapping.oneClient ?? '').trim() === '') gaps.push({ kind: 'no-client' });

  const isIgnored = (key: string): boolean => measures.get(key)?.choice.kind === 'ignore';
  const scores = columns.flatMap((role, column) =>
    isScore(role) && !(role.measure !== null && isIgnored(role.measure)) ? [{ role, column }] : [],
  );
  const namesMeasures = scores.some(({ role }) => role.measure === null);
  if (scores.length === 0) gaps.push({ kind: 'no-scores' });
  if (namesMeasures && count('measure-name') === 0) gaps.push({ kind: 'no-measure-column' });
  if (scores.some(({ role }) => role.at.kind === 'row') && count('date') + count('session') === 0) {
    gaps.push({ kind: 'no-time' });
  }
  gaps.push(...sameScoreTwice(columns));

  const used = new Set(scores.flatMap(({ role }) => role.measure ?? []));
  for (const key of used) if (!measures.has(key)) gaps.push({ kind: 'measure-unmapped', measure: key });
  for (const measure of mapping.measures) {
    if (used.has(measure.key) || namesMeasures) gaps.push(...measureGaps(measure, byId));
  }
  const numbered = new Map(mapping.timeLabels.map(({ label, number }) => [timeLabelKey(label), number]));
  const labels = new Set(scores.flatMap(({ role }) => (role.at.kind === 'session' ? role.at.label : [])));
  for (const label of labels) {
    if (sessionFrom(label, numbered) === null) gaps.push({ kind: 'time-label', label });
  }
  for (const { role, column } of scores) {
    gaps.push(...headerDateGap(role, column, mapping));
    const choice = role.measure === null ? undefined : measures.get(role.measure)?.choice;
    if (role.kind !== 'item' || choice === undefined) continue;
    const items = choice.kind === 'known' ? (byId.get(choice.instrumentId)?.items.length ?? 0) : 0;
    if (role.item >= items) gaps.push({ kind: 'no-such-item', column, items });
  }
  return gaps;
}
