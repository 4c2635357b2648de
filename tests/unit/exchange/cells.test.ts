import { describe, expect, test } from 'vitest';
import {
  looksLikeFormula,
  protectFromFormula,
  withoutProtection,
} from '../../../src/exchange/csv/formula-text.ts';
import { parseDay, type DateReading } from '../../../src/exchange/csv/parse-day.ts';
import { parseNumber } from '../../../src/exchange/csv/parse-number.ts';

const dayFirst: DateReading = { order: 'day-first', twoDigitYears: 'refuse' };
const monthFirst: DateReading = { order: 'month-first', twoDigitYears: 'refuse' };
const undecided: DateReading = { order: null, twoDigitYears: 'refuse' };

describe('a number in a cell', () => {
  test.each([
    ['12', '.', 12],
    [' 12.5 ', '.', 12.5],
    ['12,5', ',', 12.5],
    ['-3', '.', -3],
    ['−3', '.', -3],
    ['.5', '.', 0.5],
    ['-0', '.', 0],
    ['007', '.', 7],
  ] as const)('%s is read', (text, mark, value) => {
    expect(parseNumber(text, mark)).toBe(value);
  });

  test.each(['', ' ', 'NA', '1e3', '1,234.5', '12%', '0x1f', 'Infinity', 'NaN', '1 2', '=1', '12,5', '--1'])(
    '"%s" is none',
    (text) => {
      expect(parseNumber(text, '.')).toBeNull();
    },
  );
});

describe('a date in a cell', () => {
  test.each([
    ['2025-01-03', undecided, '2025-01-03'],
    ['2025/1/3', undecided, '2025-01-03'],
    ['20250103', undecided, '2025-01-03'],
    ['2025-01-03T23:30:00Z', undecided, '2025-01-03'],
    ['2025-01-03 09:15', undecided, '2025-01-03'],
    ['3.1.2025', undecided, '2025-01-03'],
    ['03.01.2025 10:00', undecided, '2025-01-03'],
    ['03/04/2025', dayFirst, '2025-04-03'],
    ['03/04/2025', monthFirst, '2025-03-04'],
    ['3-4-2025', dayFirst, '2025-04-03'],
    ['1/3/2025 10:30:00 AM', monthFirst, '2025-01-03'],
    ['05/05/2025', undecided, '2025-05-05'],
    ['3 Jan 2025', undecided, '2025-01-03'],
    ['03-Sept-2025', undecided, '2025-09-03'],
    ['January 3, 2025', undecided, '2025-01-03'],
    ['29/02/2024', dayFirst, '2024-02-29'],
  ] as const)('%s is a day', (text, reading, day) => {
    expect(parseDay(text, reading)).toEqual({ kind: 'day', day });
  });

  test.each([
    ['31/02/2026', dayFirst, 'no-such-day'],
    ['29/02/2025', dayFirst, 'no-such-day'],
    ['31/12/2025', monthFirst, 'no-such-day'],
    ['2025-13-01', undecided, 'no-such-day'],
    ['0.1.2025', undecided, 'no-such-day'],
    ['03/04/2025', undecided, 'order-unknown'],
    ['03/04/25', dayFirst, 'two-digit-year'],
    ['soon', dayFirst, 'not-a-date'],
    ['45660', dayFirst, 'not-a-date'],
    ['3 Brumaire 2025', dayFirst, 'not-a-date'],
    ['', dayFirst, 'not-a-date'],
  ] as const)('%s is none, and the reason is named', (text, reading, kind) => {
    expect(parseDay(text, reading)).toEqual({ kind });
  });

  test('a year of two digits is of this century once the therapist says so', () => {
    const reading: DateReading = { order: 'day-first', twoDigitYears: 'as-2000s' };
    expect(parseDay('03/04/25', reading)).toEqual({ kind: 'day', day: '2025-04-03' });
  });
});

describe('a cell that a spreadsheet would run', () => {
  test.each(['=1+1', '+cmd', '-A1', '@sum', '\t=1', ' =1', "'=1", "''@x", '\r=2'])(
    '%j gets an apostrophe',
    (text) => {
      expect(protectFromFormula(text)).toBe(`'${text}`);
      expect(withoutProtection(protectFromFormula(text))).toBe(text);
    },
  );

  test.each(['anna', "O'Brien", "'quoted'", '12', 'a=b'])('%j is left alone', (text) => {
    expect(protectFromFormula(text)).toBe(text);
    expect(withoutProtection(text)).toBe(text);
  });

  test('a negative number is no formula', () => {
    expect(['-3', '+1', '-2,5', '-', '=1+1', '@a', '-x'].filter(looksLikeFormula)).toEqual([
      '=1+1',
      '@a',
      '-x',
    ]);
  });
});
