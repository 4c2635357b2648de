// One pass over the table, in slices: what kind of thing stands in each column. The guess and the screen read this.
import { datePartsOf } from '../csv/parse-day.ts';
import { parseNumber } from '../csv/parse-number.ts';
import type { Table } from '../csv/table.ts';
import { inSlices, rowsPerSlice, type Pace } from '../pace.ts';

export interface ColumnProfile {
  readonly filled: number;
  readonly empty: number;
  readonly numbers: number;
  readonly withPoint: number;
  readonly withComma: number;
  readonly dates: number;
  /** Dates like 31/02/…, which can only be day-first; like 02/31/…; and those that could be either. */
  readonly onlyDayFirst: number;
  readonly onlyMonthFirst: number;
  readonly eitherOrder: number;
  readonly twoDigitYears: number;
  /** Verbatim (trimmed) texts and how often; at most `mostDistinct`, then `moreDistinct` is true. */
  readonly distinct: ReadonlyMap<string, number>;
  readonly moreDistinct: boolean;
  readonly undecidedDate: string | null;
  readonly shortYearDate: string | null;
}

export const mostDistinct = 400;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Tally = Omit<Mutable<ColumnProfile>, 'distinct'> & { distinct: Map<string, number> };

const startTally = (): Tally => ({
  ...{ filled: 0, empty: 0, numbers: 0, withPoint: 0, withComma: 0, dates: 0 },
  ...{ onlyDayFirst: 0, onlyMonthFirst: 0, eitherOrder: 0, twoDigitYears: 0 },
  ...{ distinct: new Map<string, number>(), moreDistinct: false, undecidedDate: null, shortYearDate: null },
});

function countDate(tally: Tally, text: string): void {
  const parts = datePartsOf(text);
  if (parts === null) return;
  tally.dates += 1;
  if (parts.year.length === 2) {
    tally.twoDigitYears += 1;
    tally.shortYearDate ??= text;
  }
  if (parts.kind === 'settled' || parts.first === parts.second) return;
  if (parts.first > 12) tally.onlyDayFirst += 1;
  else if (parts.second > 12) tally.onlyMonthFirst += 1;
  else {
    tally.eitherOrder += 1;
    tally.undecidedDate ??= text;
  }
}

function countCell(tally: Tally, cell: string): void {
  const text = cell.trim();
  if (text === '') {
    tally.empty += 1;
    return;
  }
  tally.filled += 1;
  const seen = tally.distinct.get(text);
  if (seen !== undefined || tally.distinct.size < mostDistinct) tally.distinct.set(text, (seen ?? 0) + 1);
  else tally.moreDistinct = true;
  if (parseNumber(text, '.') !== null) {
    tally.numbers += 1;
    if (text.includes('.')) tally.withPoint += 1;
  } else if (parseNumber(text, ',') !== null) {
    tally.numbers += 1;
    tally.withComma += 1;
  }
  if (text.length >= 6) countDate(tally, text);
}

/** @returns one profile per column, or 'cancelled' */
export async function profileColumns(
  table: Table,
  pace: Pace,
): Promise<readonly ColumnProfile[] | 'cancelled'> {
  const tallies = table.columnNames.map(startTally);
  const done = await inSlices(table.rows.length, rowsPerSlice(tallies.length), pace, (from, to) => {
    for (const row of table.rows.slice(from, to)) {
      for (const [column, tally] of tallies.entries()) countCell(tally, row.cells[column] ?? '');
    }
  });
  return done === 'cancelled' ? 'cancelled' : tallies;
}
