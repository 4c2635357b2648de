// Which character separates the cells? The one that cuts the most rows into the same number of cells, the header included.
import { delimiters, type Delimiter } from './table.ts';
import { readRows, type RawRow } from './read-rows.ts';

const sampleLength = 32_768;
const sampleRows = 100;

interface Fit {
  readonly delimiter: Delimiter;
  readonly score: number;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function mostFrequent(counts: readonly number[]): { value: number; share: number } {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  const [value = 1, times = 0] = [...tally].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { value, share: times / counts.length };
}

function fitOf(sample: string, delimiter: Delimiter): Fit {
  const first: readonly RawRow[] = [...readRows(sample, delimiter)].flat();
  const rows = first.filter((row) => !isBlank(row.cells)).slice(0, sampleRows);
  const counts = rows.map((row) => row.cells.length);
  const { value, share } = mostFrequent(counts);
  if (rows.length === 0 || value < 2) return { delimiter, score: 0 };
  // "id;a;b / 1;2,5;3,5" is regular for the comma too, but its header is not.
  const headerAgrees = counts[0] === value ? 1 : 0.4;
  return { delimiter, score: share * headerAgrees + Math.min(value, 100) / 10_000 };
}

/** Excel writes `sep=;` as a first line; it decides, and is not part of the table. */
export function separatorLine(text: string): Delimiter | null {
  const found = /^sep=(.)\r?(\n|$)/i.exec(text)?.[1];
  return delimiters.find((delimiter) => delimiter === found) ?? null;
}

/** Comma when nothing separates: a single column. */
export function sniffDelimiter(text: string): Delimiter {
  const cut = text.lastIndexOf('\n', sampleLength);
  const sample =
    text.length <= sampleLength || cut <= 0 ? text.slice(0, sampleLength) : text.slice(0, cut + 1);
  const best = delimiters.map((delimiter) => fitOf(sample, delimiter)).sort((a, b) => b.score - a.score)[0];
  return best === undefined || best.score === 0 ? ',' : best.delimiter;
}
