// What follows when a mapping is corrected: measures that columns now speak of, times that have to be put in order, questions.
import { guessMeasures } from '../../exchange/import/guess-measures.ts';
import { measureKey, timeLabelKey, type ColumnRole, type Mapping } from '../../exchange/import/mapping.ts';
import { asksAbout, type MappingQuestion } from '../../exchange/import/mapping-questions.ts';
import { withoutScoreSuffix, type KnownMeasure } from '../../exchange/import/match-measure.ts';
import { orderTimeLabels } from '../../exchange/import/order-time-labels.ts';
import type { ColumnProfile } from '../../exchange/import/profile-columns.ts';
import type { Table } from '../../exchange/csv/table.ts';

/** More distinct texts than this in a session column are not times of measurement to choose from. */
const mostTimes = 60;

const isScore = (role: ColumnRole): role is Extract<ColumnRole, { kind: 'total' | 'item' }> =>
  role.kind === 'total' || role.kind === 'item';

/** The times of measurement a table names, in its own spelling, in the order of the file; empty when there are too many. */
export function sessionTimes(
  columns: readonly ColumnRole[],
  profiles: readonly ColumnProfile[],
): readonly string[] {
  const labels = new Set<string>();
  for (const [column, role] of columns.entries()) {
    const profile = profiles[column];
    if (role.kind === 'session' && profile && !profile.moreDistinct && profile.distinct.size <= mostTimes)
      for (const text of profile.distinct.keys()) labels.add(timeLabelKey(text));
    if (isScore(role) && role.at.kind === 'session') labels.add(timeLabelKey(role.at.label));
  }
  return [...labels];
}

/** The key of the measure that a column's header names; a column without a header has its number for a name. */
export const measureOfHeader = (header: string, column: number): string =>
  header.trim() === '' ? `column ${column + 1}` : measureKey(withoutScoreSuffix(header));

/** The mapping with other columns: what was said about its measures and times stays. */
export function withColumns(
  mapping: Mapping,
  columns: readonly ColumnRole[],
  names: readonly string[],
  profiles: readonly ColumnProfile[],
  known: readonly KnownMeasure[],
): Mapping {
  const before = new Map(mapping.measures.map((measure) => [measure.key, measure]));
  const guessed = guessMeasures(names, columns, profiles, known);
  const numbered = new Map(mapping.timeLabels.map(({ label, number }) => [label, number]));
  const ordered = orderTimeLabels(sessionTimes(columns, profiles));
  return {
    ...mapping,
    columns,
    measures: guessed.map((measure) => before.get(measure.key) ?? measure),
    timeLabels: ordered.map(({ label, number }) => ({ label, number: numbered.get(label) ?? number })),
  };
}

export const questionsAbout = (
  mapping: Mapping,
  profiles: readonly ColumnProfile[],
): readonly MappingQuestion[] =>
  asksAbout(
    mapping,
    profiles,
    mapping.columns.flatMap((role) => (isScore(role) && role.at.kind === 'date' ? [role.at.text] : [])),
  );

/** Table and mapping without the times that are not wanted: rows of them, and columns of them. */
export function withoutTimes(
  table: Table,
  mapping: Mapping,
  leftOut: ReadonlySet<string>,
): { readonly table: Table; readonly mapping: Mapping; readonly rowsLeftOut: number } {
  if (leftOut.size === 0) return { table, mapping, rowsLeftOut: 0 };
  const session = mapping.columns.findIndex(({ kind }) => kind === 'session');
  const rows =
    session === -1
      ? table.rows
      : table.rows.filter(({ cells }) => !leftOut.has(timeLabelKey(cells[session] ?? '')));
  const columns = mapping.columns.map((role): ColumnRole => {
    const isLeftOut = isScore(role) && role.at.kind === 'session' && leftOut.has(timeLabelKey(role.at.label));
    return isLeftOut ? { kind: 'ignore' } : role;
  });
  return {
    table: { ...table, rows },
    mapping: { ...mapping, columns },
    rowsLeftOut: table.rows.length - rows.length,
  };
}
