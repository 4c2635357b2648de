// Text → rows, a slice at a time. Papa's parser does the quoting; here are only the slices, the line numbers, and the way
// back from a quote that is never closed: that one line is named, and reading goes on with the next.
import Papa from 'papaparse';
import type { Delimiter } from './table.ts';

export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: 'unclosed-quote' | 'row-too-long' | null;
}

export const longestRow = 262_144;
const sliceLength = 32_768;
/** A file with more unclosed quotes than this does not use quotes for quoting: each line is then read by itself. */
const faultsUntilLineByLine = 20;

interface ParsedRow {
  readonly cells: string[];
  readonly end: number;
  /** 'odd': a quote where none belongs; 'open': still open where the text ends. */
  readonly quotes: 'sound' | 'odd' | 'open';
}

function parseSlice(slice: string, delimiter: Delimiter, isLast: boolean): ParsedRow[] {
  const rows: ParsedRow[] = [];
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    // `step` is the only way to learn where each row ends.
    step: (result: Papa.ParseStepResult<string[][]>) => {
      const cells: string[] = result.data[0] ?? [];
      const open = result.errors.some((error) => error.code === 'MissingQuotes');
      const quotes = open ? 'open' : result.errors.length > 0 ? 'odd' : 'sound';
      rows.push({ cells, end: result.meta.cursor, quotes });
    },
  });
  parser.parse(slice, 0, !isLast);
  return rows;
}

const linesIn = (text: string): number => (text.includes('\n') ? text.split('\n').length - 1 : 0);
/** Papa stops a row at '\n'; the '\r' of a Windows line end stays on its last cell. */
function withoutCarriageReturn(cells: string[]): string[] {
  const last = cells.length - 1;
  if (cells[last]?.endsWith('\r')) cells[last] = cells[last].slice(0, -1);
  return cells;
}

/** An odd quote within one line is only odd; one that swallowed a line end has eaten other rows. */
const cannotBeTrusted = (row: ParsedRow): boolean =>
  row.quotes === 'open' || (row.quotes === 'odd' && row.cells.some((cell) => cell.includes('\n')));

function readAlone(line: string, delimiter: Delimiter, number: number): RawRow {
  const parsed = parseSlice(line, delimiter, true)[0];
  if (parsed === undefined || parsed.quotes === 'open')
    return { line: number, cells: [], fault: 'unclosed-quote' };
  return { line: number, cells: withoutCarriageReturn(parsed.cells), fault: null };
}

/**
 * Yields the rows of each slice of about 32,000 characters, blank lines included, so that the caller can breathe.
 * Lone carriage returns (old Mac) count as line ends when the text has no line feed at all.
 */
export function* readRows(given: string, delimiter: Delimiter): Generator<readonly RawRow[]> {
  const text = given.includes('\n') ? given : given.replaceAll('\r', '\n');
  let at = 0;
  let line = 1;
  let size = sliceLength;
  let faults = 0;
  while (at < text.length) {
    const slice = text.slice(at, at + size);
    const isLast = at + size >= text.length;
    const rows: RawRow[] = [];
    let used = 0;
    const giveUpOnThisLine = (): void => {
      const lineEnd = text.indexOf('\n', at + used);
      const rest = slice.slice(used);
      const fault = rest.includes('\n') || rest.length < longestRow ? 'unclosed-quote' : 'row-too-long';
      rows.push({ line, cells: [], fault });
      used = (lineEnd === -1 ? text.length : lineEnd + 1) - at;
      line += 1;
      faults += 1;
    };
    if (faults > faultsUntilLineByLine) {
      const end = isLast ? slice.length : slice.lastIndexOf('\n') + 1;
      for (const alone of end === 0 ? [] : slice.slice(0, end).replace(/\n$/, '').split('\n')) {
        rows.push(readAlone(alone, delimiter, line));
        line += 1;
      }
      used = end;
      if (end === 0 && size >= longestRow) giveUpOnThisLine();
    } else {
      for (const row of parseSlice(slice, delimiter, isLast)) {
        if (cannotBeTrusted(row)) {
          giveUpOnThisLine();
          break;
        }
        // Quoted cells keep their line ends, and each is a line of the file.
        const span = 1 + row.cells.reduce((sum, cell) => sum + linesIn(cell), 0);
        rows.push({ line, cells: withoutCarriageReturn(row.cells), fault: null });
        used = row.end;
        line += span;
      }
      if (used === 0 && size >= longestRow) giveUpOnThisLine();
    }
    if (rows.length > 0) yield rows;
    size = used === 0 ? Math.min(size * 4, longestRow) : sliceLength;
    at += used;
  }
}
