// What the file leaves open. Some questions must be answered before anything can be planned (`mappingGaps` holds the
// door); the others point at what looks odd. Words are the app's.
import { missingCode, missingLike } from '../csv/missing-markers.ts';
import { datePartsOf } from '../csv/parse-day.ts';
import { parseNumber } from '../csv/parse-number.ts';
import type { Mapping, TimeLabel } from './mapping.ts';
import type { ColumnProfile } from './profile-columns.ts';

export type MappingQuestion =
  | { readonly kind: 'date-order'; readonly example: string }
  | { readonly kind: 'two-digit-years'; readonly example: string }
  /** Times were put in order by their names. */
  | { readonly kind: 'time-order'; readonly labels: readonly TimeLabel[] }
  | { readonly kind: 'missing-marker'; readonly marker: string; readonly cells: number }
  | {
      readonly kind: 'zero-may-mean-missing';
      readonly measure: string;
      readonly zeros: number;
      readonly next: number;
    }
  /** A new measure: the smallest and largest score seen, as a help, not as its range. */
  | {
      readonly kind: 'measure-details';
      readonly measure: string;
      readonly lowest: number;
      readonly highest: number;
    }
  | { readonly kind: 'mixed-decimals'; readonly example: string };

interface Seen {
  readonly measure: string | null;
  readonly values: ReadonlyMap<number, number>;
  readonly texts: ReadonlyMap<string, number>;
}

function seenIn(mapping: Mapping, profiles: readonly ColumnProfile[]): Seen[] {
  const byMeasure = new Map<string | null, { values: Map<number, number>; texts: Map<string, number> }>();
  for (const [column, role] of mapping.columns.entries()) {
    if (role.kind !== 'total' && role.kind !== 'item') continue;
    const seen = byMeasure.get(role.measure) ?? {
      values: new Map<number, number>(),
      texts: new Map<string, number>(),
    };
    byMeasure.set(role.measure, seen);
    for (const [text, times] of profiles[column]?.distinct ?? []) {
      const value = parseNumber(text, mapping.decimal);
      if (value !== null) seen.values.set(value, (seen.values.get(value) ?? 0) + times);
      seen.texts.set(text, (seen.texts.get(text) ?? 0) + times);
    }
  }
  return [...byMeasure].map(([measure, seen]) => ({ measure, ...seen }));
}

/** "NA" is never a score; 999 is suspicious when it lies far from every other value. */
function markersAmong({ values, texts }: Seen, decimal: Mapping['decimal']): Map<string, number> {
  const found = new Map<string, number>();
  const ordinary = [...values.keys()].filter((value) => !missingCode(String(value)));
  const [lowest, highest] = [Math.min(...ordinary), Math.max(...ordinary)];
  for (const [text, times] of texts) {
    const value = parseNumber(text, decimal);
    const farOff =
      value !== null && ordinary.length > 0 && (value > highest * 1.5 + 5 || (value < 0 && lowest >= 0));
    if (missingLike(text) || (missingCode(text) && farOff)) found.set(text, times);
  }
  return found;
}

/** A lone gap between 0 and the next score: 0, then 12 and up. */
function zerosStandOut(values: readonly number[]): { next: number } | null {
  const above = values.filter((value) => value > 0);
  const [next, highest] = [Math.min(...above), Math.max(...above)];
  return above.length >= 3 && !values.some((value) => value < 0) && next >= 5 && next * 4 >= highest
    ? { next }
    : null;
}

export function asksAbout(
  mapping: Mapping,
  profiles: readonly ColumnProfile[],
  headerDates: readonly string[],
): readonly MappingQuestion[] {
  const questions: MappingQuestion[] = [];
  const dated = profiles.filter((_, column) => mapping.columns[column]?.kind === 'date');
  const isShort = (text: string): boolean => datePartsOf(text)?.year.length === 2;
  const isUndecided = (text: string): boolean => datePartsOf(text)?.kind === 'either-order';
  const undecided =
    dated.flatMap(({ undecidedDate }) => undecidedDate ?? [])[0] ?? headerDates.find(isUndecided);
  const short = dated.flatMap(({ shortYearDate }) => shortYearDate ?? [])[0] ?? headerDates.find(isShort);
  if (undecided !== undefined && mapping.dateOrder === null)
    questions.push({ kind: 'date-order', example: undecided });
  if (short !== undefined) questions.push({ kind: 'two-digit-years', example: short });
  if (mapping.timeLabels.length > 0) questions.push({ kind: 'time-order', labels: mapping.timeLabels });

  const markers = new Map<string, number>();
  for (const seen of seenIn(mapping, profiles)) {
    const found = markersAmong(seen, mapping.decimal);
    for (const [marker, cells] of found) markers.set(marker, (markers.get(marker) ?? 0) + cells);
    const values = [...seen.values.keys()].filter((value) => !found.has(String(value)));
    const zeros = seen.values.get(0) ?? 0;
    const gap = zeros > 0 ? zerosStandOut(values) : null;
    const measure = mapping.measures.find(({ key }) => key === seen.measure);
    if (measure === undefined) continue;
    if (gap !== null)
      questions.push({ kind: 'zero-may-mean-missing', measure: measure.key, zeros, next: gap.next });
    if (measure.choice.kind === 'new' && values.length > 0) {
      const [lowest, highest] = [Math.min(...values), Math.max(...values)];
      questions.push({ kind: 'measure-details', measure: measure.key, lowest, highest });
    }
  }
  for (const [marker, cells] of markers) questions.push({ kind: 'missing-marker', marker, cells });
  const other = mapping.decimal === '.' ? ',' : '.';
  const mixed = profiles
    .filter((_, column) => mapping.columns[column]?.kind === 'total')
    .flatMap(
      ({ distinct }) =>
        [...distinct.keys()].find((text) => text.includes(other) && parseNumber(text, other) !== null) ?? [],
    )[0];
  if (mixed !== undefined) questions.push({ kind: 'mixed-decimals', example: mixed });
  return questions;
}
