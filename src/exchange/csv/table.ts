// A table as it was written: text in cells, each row with the line of the file it began on. Nothing is interpreted yet.
import type { ImportProblem } from '../import/import-problem.ts';

export type Delimiter = ',' | ';' | '\t' | '|';
export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

export interface TableRow {
  /** The first line of the row in the file, counted from 1 as an editor does. */
  readonly line: number;
  /** As many as the table has columns, verbatim. */
  readonly cells: readonly string[];
}

export interface Table {
  readonly delimiter: Delimiter;
  /** Line of the header row; null when the first row is already a score. */
  readonly headerLine: number | null;
  /** One per column; '' where the header is empty or there is none. */
  readonly columnNames: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rows that could not be read as rows: ragged, an unclosed quote, too long. */
  readonly problems: readonly ImportProblem[];
}

export type ReadTable =
  | { readonly kind: 'table'; readonly table: Table }
  | {
      readonly kind: 'refused';
      readonly reason: 'empty' | 'not-text' | 'too-large' | 'too-many-rows' | 'too-many-columns';
    }
  | { readonly kind: 'cancelled' };

export const mostColumns = 2_000;
export const mostRows = 1_000_000;
