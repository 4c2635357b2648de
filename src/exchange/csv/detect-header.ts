// Does the first row name the columns? Names are not numbers or dates, and somewhere below a name there are numbers.
import { datePartsOf } from './parse-day.ts';
import { parseNumber } from './parse-number.ts';
import { missingLike } from './missing-markers.ts';
import { roleOfHeader } from '../import/header-words.ts';

const isValue = (cell: string): boolean =>
  parseNumber(cell, '.') !== null ||
  parseNumber(cell, ',') !== null ||
  datePartsOf(cell) !== null ||
  missingLike(cell);

export function isHeader(first: readonly string[], body: readonly (readonly string[])[]): boolean {
  const named = first.filter((cell) => cell.trim() !== '');
  if (named.length === 0) return false;
  if (named.some((cell) => roleOfHeader(cell) !== null)) return true;
  if (body.length === 0) return named.every((cell) => !isValue(cell));
  const values = named.filter(isValue).length;
  // "PHQ9" above numbers is a header; "anna;12" above "ben;14" is not.
  const changesKind = first.some(
    (cell, column) =>
      cell.trim() !== '' && !isValue(cell) && body.some((row) => isValue(row[column]?.trim() ?? '')),
  );
  return values * 2 < named.length && changesKind;
}
