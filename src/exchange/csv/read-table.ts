// Text of a file or of a paste → a table. Blank lines are skipped; a row with more or fewer cells than the header is named
// and left out, because nobody knows which cell is missing.
import type { ImportProblem, ProblemReason } from '../import/import-problem.ts';
import type { Pace } from '../pace.ts';
import { isPlainText, largestTableBytes } from './decode-text.ts';
import { isHeader } from './detect-header.ts';
import { longestRow, readRows, type RawRow } from './read-rows.ts';
import { separatorLine, sniffDelimiter } from './sniff-delimiter.ts';
import { mostColumns, mostRows, type Delimiter, type ReadTable, type TableRow } from './table.ts';

export interface ReadTableChoices {
  readonly delimiter?: Delimiter;
  /** Whether the first row names the columns; sniffed when absent. */
  readonly header?: boolean;
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;
const isBlank = (row: RawRow): boolean => row.fault === null && filled(row.cells) === 0;

/** Cells beyond the last column that are all empty are a trailing delimiter, not a ragged row. */
function cellsAcross(cells: readonly string[], columns: number): readonly string[] | null {
  if (cells.length === columns) return cells;
  if (cells.length > columns && filled(cells.slice(columns)) === 0) return cells.slice(0, columns);
  return null;
}

const leftOut = (line: number, reason: ProblemReason): ImportProblem => ({
  line,
  column: null,
  effect: 'row-left-out',
  reason,
});

/** `onProgress` counts characters. Choices override what is sniffed, so that the screen can correct it. */
export async function readTable(
  given: string,
  pace: Pace,
  choices: ReadTableChoices = {},
): Promise<ReadTable> {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  if (text.length > largestTableBytes) return { kind: 'refused', reason: 'too-large' };
  if (!isPlainText(text)) return { kind: 'refused', reason: 'not-text' };
  const separator = separatorLine(text);
  const delimiter = choices.delimiter ?? separator ?? sniffDelimiter(text);

  const raw: RawRow[] = [];
  let read = 0;
  for (const slice of readRows(text, delimiter)) {
    if (pace.signal?.aborted) return { kind: 'cancelled' };
    for (const row of slice) if (!isBlank(row)) raw.push(row);
    if (raw.length > mostRows) return { kind: 'refused', reason: 'too-many-rows' };
    read += slice.reduce(
      (sum, row) => sum + row.cells.reduce((length, cell) => length + cell.length + 1, 0),
      0,
    );
    pace.onProgress?.(Math.min(read, text.length), text.length);
    await pace.breathe();
  }
  if (pace.signal?.aborted) return { kind: 'cancelled' };
  if (separator !== null) raw.shift();

  const problems: ImportProblem[] = [];
  // A title above the table ("Export of 3 May") has one filled cell where the line below has several.
  const [title, below] = raw;
  if (
    raw.length > 2 &&
    title?.fault === null &&
    filled(title.cells) === 1 &&
    filled(below?.cells ?? []) > 1
  ) {
    raw.shift();
    const expected = below?.cells.length ?? 0;
    problems.push(leftOut(title.line, { kind: 'ragged-row', cells: title.cells.length, expected }));
  }
  const first = raw.find((row) => row.fault === null);
  if (first === undefined) return { kind: 'refused', reason: 'empty' };
  const columns = first.cells.length;
  if (columns > mostColumns) return { kind: 'refused', reason: 'too-many-columns' };
  const body = raw.filter((row) => row.fault === null && row !== first).map((row) => row.cells);
  const hasHeader = choices.header ?? isHeader(first.cells, body.slice(0, 200));

  const rows: TableRow[] = [];
  for (const row of raw) {
    if (row === first && hasHeader) continue;
    const cells = row.fault === null ? cellsAcross(row.cells, columns) : null;
    if (cells !== null) rows.push({ line: row.line, cells });
    else if (row.fault === 'unclosed-quote') problems.push(leftOut(row.line, { kind: 'unclosed-quote' }));
    else if (row.fault !== null)
      problems.push(leftOut(row.line, { kind: 'row-too-long', limit: longestRow }));
    else problems.push(leftOut(row.line, { kind: 'ragged-row', cells: row.cells.length, expected: columns }));
  }
  const columnNames = first.cells.map((cell) => (hasHeader ? cell.trim() : ''));
  return {
    kind: 'table',
    table: { delimiter, headerLine: hasHeader ? first.line : null, columnNames, rows, problems },
  };
}
