import { withoutProtection } from '../csv/formula-text.ts';
import type { Table } from '../csv/table.ts';
import type { Mapping } from './mapping.ts';

/** The codes a table speaks of, so that only those clients' records need to be opened before planning. */
export function clientCodesIn(table: Table, mapping: Mapping): ReadonlySet<string> {
  const column = mapping.columns.findIndex(({ kind }) => kind === 'client');
  if (column === -1) return new Set([(mapping.oneClient ?? '').trim()].filter((code) => code !== ''));
  const codes = table.rows.map(({ cells }) => withoutProtection(cells[column] ?? '').trim());
  return new Set(codes.filter((code) => code !== ''));
}
