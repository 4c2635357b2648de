// A first mapping, to be looked at and corrected. What the file does not decide (day or month first, a measure's range and
// direction, whether 999 means missing) is asked, never assumed.
import type { DecimalMark } from '../csv/parse-number.ts';
import type { Table } from '../csv/table.ts';
import type { Pace } from '../pace.ts';
import { asksAbout, type MappingQuestion } from './mapping-questions.ts';
import { guessColumns } from './guess-columns.ts';
import { guessMeasures } from './guess-measures.ts';
import { timeLabelKey, type ColumnRole, type Mapping } from './mapping.ts';
import type { KnownMeasure } from './match-measure.ts';
import { orderTimeLabels } from './order-time-labels.ts';
import { profileColumns, type ColumnProfile } from './profile-columns.ts';

export type GuessedMapping =
  | {
      readonly kind: 'guessed';
      readonly mapping: Mapping;
      readonly questions: readonly MappingQuestion[];
      readonly profiles: readonly ColumnProfile[];
    }
  | { readonly kind: 'cancelled' };

/** More distinct labels than this are not times of measurement but something else. */
const mostTimeLabels = 60;

function guessDecimal(columns: readonly ColumnRole[], profiles: readonly ColumnProfile[]): DecimalMark {
  const scores = profiles.filter(
    (_, column) => columns[column]?.kind === 'total' || columns[column]?.kind === 'item',
  );
  const commas = scores.reduce((sum, profile) => sum + profile.withComma, 0);
  const points = scores.reduce((sum, profile) => sum + profile.withPoint, 0);
  return commas > points ? ',' : '.';
}

/** All dates of the file together: one 31/01 settles the order for every other. */
function guessDateOrder(
  columns: readonly ColumnRole[],
  profiles: readonly ColumnProfile[],
  headerDates: readonly string[],
): Mapping['dateOrder'] {
  const dated = profiles.filter((_, column) => columns[column]?.kind === 'date');
  const firstTooLarge = headerDates.filter((text) => /^(1[3-9]|[23]\d)[-/]/.test(text)).length;
  const secondTooLarge = headerDates.filter((text) => /^\d{1,2}[-/](1[3-9]|[23]\d)[-/]/.test(text)).length;
  const dayFirst = dated.reduce((sum, profile) => sum + profile.onlyDayFirst, firstTooLarge);
  const monthFirst = dated.reduce((sum, profile) => sum + profile.onlyMonthFirst, secondTooLarge);
  if (dayFirst > 0 && monthFirst === 0) return 'day-first';
  return monthFirst > 0 && dayFirst === 0 ? 'month-first' : null;
}

function timeLabelsOf(columns: readonly ColumnRole[], profiles: readonly ColumnProfile[]): readonly string[] {
  const labels = new Set<string>();
  for (const [column, role] of columns.entries()) {
    const profile = profiles[column];
    if (role.kind === 'session' && profile !== undefined && profile.distinct.size <= mostTimeLabels) {
      for (const text of profile.distinct.keys()) labels.add(timeLabelKey(text));
    }
    if ((role.kind === 'total' || role.kind === 'item') && role.at.kind === 'session')
      labels.add(role.at.label);
  }
  return [...labels];
}

/** `onProgress` counts rows. */
export async function guessMapping(
  table: Table,
  known: readonly KnownMeasure[],
  pace: Pace,
): Promise<GuessedMapping> {
  const profiles = await profileColumns(table, pace);
  if (profiles === 'cancelled') return { kind: 'cancelled' };
  const columns = guessColumns(table.columnNames, profiles, known);
  const measures = guessMeasures(table.columnNames, columns, profiles, known);
  const headerDates = columns.flatMap((role) =>
    (role.kind === 'total' || role.kind === 'item') && role.at.kind === 'date' ? [role.at.text] : [],
  );
  const mapping: Mapping = {
    columns,
    oneClient: null,
    measures,
    timeLabels: orderTimeLabels(timeLabelsOf(columns, profiles)),
    dateOrder: guessDateOrder(columns, profiles, headerDates),
    twoDigitYears: 'refuse',
    decimal: guessDecimal(columns, profiles),
    missingMarkers: [],
    respondent: 'self',
  };
  return { kind: 'guessed', mapping, questions: asksAbout(mapping, profiles, headerDates), profiles };
}
