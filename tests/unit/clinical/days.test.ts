import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  nextWeekday,
  weekdayOf,
} from '../../../src/clinical/calendar/days.ts';

test('days are counted across months, years and the change of clocks', () => {
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1);
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
});

test('three months after the last of November is the last of February', () => {
  expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
  expect(addMonths('2023-11-30', 3)).toBe('2024-02-29');
  expect(addMonths('2025-11-30', 12)).toBe('2026-11-30');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
});

test('the next Tuesday after a Tuesday is a week on', () => {
  expect(weekdayOf('2026-03-03')).toBe(2);
  expect(weekdayOf('2026-03-08')).toBe(7);
  expect(nextWeekday('2026-03-03', 2)).toBe('2026-03-10');
  expect(nextWeekday('2026-03-03', 3)).toBe('2026-03-04');
  expect(nextWeekday('2026-03-08', 1)).toBe('2026-03-09');
});
