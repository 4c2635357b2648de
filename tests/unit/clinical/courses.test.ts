import { expect, test } from 'vitest';
import { episodeOn, isFollowUp, type Course } from '../../../src/clinical/episodes/course.ts';
import type { Ending } from '../../../src/clinical/episodes/ending.ts';
import { plannedFollowUps } from '../../../src/clinical/episodes/follow-ups.ts';

const ending = (occurredOn: string): Ending => ({
  entryId: 'e',
  occurredOn,
  reason: 'as-planned',
  summary: '',
  followUpMonths: [12, 3, 6],
});
const twoCourses: readonly Course[] = [
  { episode: 1, startedOn: '2024-01-08', ending: ending('2024-06-03') },
  { episode: 2, startedOn: '2025-02-10', ending: null },
];

test('a day belongs to the course that had begun by then, whenever it was written down', () => {
  expect(episodeOn(twoCourses, '2023-12-01')).toBe(1);
  expect(episodeOn(twoCourses, '2024-09-01')).toBe(1);
  expect(episodeOn(twoCourses, '2025-02-10')).toBe(2);
  expect(episodeOn(twoCourses, null)).toBe(2);
});

test('a score of the day of the ending is the last of the therapy; the day after it is a follow-up', () => {
  const inCourse = (episode: number, occurredOn: string | null) =>
    isFollowUp({ episode, occurredOn }, twoCourses);
  expect(inCourse(1, '2024-06-03')).toBe(false);
  expect(inCourse(1, '2024-06-04')).toBe(true);
  expect(inCourse(1, null)).toBe(false);
  expect(inCourse(2, '2025-03-01')).toBe(false);
});

test('a follow-up is done by a measure from a month before it is due, and a later one does for the earlier', () => {
  const due = (measuredOn: readonly string[]) =>
    plannedFollowUps(ending('2025-01-31'), measuredOn).map(({ months, dueOn, isDone }) => [
      months,
      dueOn,
      isDone,
    ]);
  expect(due([])).toEqual([
    [3, '2025-04-30', false],
    [6, '2025-07-31', false],
    [12, '2026-01-31', false],
  ]);
  expect(due(['2025-03-29']).map(([, , isDone]) => isDone)).toEqual([false, false, false]);
  expect(due(['2025-03-30']).map(([, , isDone]) => isDone)).toEqual([true, false, false]);
  expect(due(['2025-08-04']).map(([, , isDone]) => isDone)).toEqual([true, true, false]);
});
