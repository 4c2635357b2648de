import { expect, test } from 'vitest';
import { daysBetween } from '../../../src/clinical/calendar/days.ts';
import { formatDay, formatShortDay } from '../../../src/app/wording/format-day.ts';
import { formatTotal } from '../../../src/app/wording/format-total.ts';
import { displayLocale } from '../../../src/app/wording/locale.ts';
import { placeWord } from '../../../src/app/wording/place-word.ts';
import { safetyGrounds, safetyLines, unknownSafetyLines } from '../../../src/app/wording/safety.ts';
import { scoreProblemText } from '../../../src/app/wording/score-problems.ts';
import { bandName, measureName, modeWord, statusWord } from '../../../src/app/wording/words.ts';
import { own, phq9 } from './cases.ts';

const locale = 'en-GB';
const answers = (ninth: number | null) => [0, 0, 0, 0, 0, 0, 0, 0, ninth, null];
const on = (occurredOn: string | null, ninth: number | null) => ({
  answers: answers(ninth),
  occurredOn,
  sessionNumber: null,
});

test('a day is written for the reader, whatever the zone', () => {
  expect(formatDay('2026-03-04', 'en-GB')).toBe('4 March 2026');
  expect(formatDay('2026-03-04', 'en-US')).toBe('March 4, 2026');
  expect(formatShortDay('2026-03-04', 'en-GB')).toBe('4 Mar 2026');
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
});

test('the browser’s variant of the language is taken, otherwise the day comes first', () => {
  expect(displayLocale(['de-DE', 'en-US'])).toBe('en-US');
  expect(displayLocale(['de-DE'])).toBe('en-GB');
});

test('a place is a date or a session, never an invented date', () => {
  expect(placeWord({ occurredOn: '2026-03-04', sessionNumber: 4 }, locale)).toBe('4 March 2026');
  expect(placeWord({ occurredOn: null, sessionNumber: 4 }, locale)).toBe('session 4');
  expect(placeWord({ occurredOn: null, sessionNumber: null }, locale)).toBe('no date');
});

test('totals are shown with the decimals of the instrument’s steps', () => {
  const unit = { step: 1, range: { min: 0, max: 27 } };
  const tenth = { step: 0.1, range: { min: 0, max: 4 } };
  const any = { step: 0, range: { min: 0, max: 4 } };
  expect([9, 27].map((total) => formatTotal(total, unit, locale))).toEqual(['9', '27']);
  expect(formatTotal(10.4999, unit, locale)).toBe('10.5');
  expect(formatTotal(1.3, tenth, locale)).toBe('1.3');
  expect(formatTotal(1.3333, tenth, locale)).toBe('1.33');
  expect(formatTotal(1.23456, any, locale)).toBe('1.23');
});

test('words for statuses, ways, bands and respondents', () => {
  expect(statusWord('too-few-points')).toBe('Too few points');
  expect(modeWord('read-aloud')).toBe('read aloud');
  expect(bandName(15, phq9)).toBe('moderately severe');
  expect(bandName(15, own())).toBeNull();
  expect(measureName('SDQ', 'parent')).toBe('SDQ (parent)');
  expect(measureName('SDQ', 'self')).toBe('SDQ');
});

test('a raised safety item asks for a conversation and promises nothing', () => {
  expect(safetyLines(phq9, on('2026-03-04', 1), '2026-03-04', locale)).toEqual([
    'Item 9 was answered “Several days”: talk about it today. A zero would not have meant safety.',
  ]);
  expect(safetyLines(phq9, on('2026-03-04', 3), '2026-03-11', locale)).toEqual([
    'Item 9 was answered “Nearly every day” on 4 March 2026: talk about it when you next meet, or sooner. A zero would not have meant safety.',
  ]);
  expect(safetyLines(phq9, on(null, 2), '2026-03-11', locale)).toEqual([
    'Item 9 was answered “More than half the days”: talk about it when you next meet, or sooner. A zero would not have meant safety.',
  ]);
});

test('a zero on a safety item brings no line at all, and never a good word', () => {
  expect(safetyLines(phq9, on('2026-03-04', 0), '2026-03-04', locale)).toEqual([]);
  expect(unknownSafetyLines(phq9, on('2026-03-04', 0), locale)).toEqual([]);
});

test('an unknown safety item is not a zero', () => {
  expect(unknownSafetyLines(phq9, on('2026-03-04', null), locale)).toEqual([
    'Item 9 was not answered. That is not a zero: ask.',
  ]);
  expect(unknownSafetyLines(phq9, { answers: null }, locale)).toEqual([
    'A total does not show how item 9 was answered: ask.',
  ]);
  expect(unknownSafetyLines(own(), { answers: null }, locale)).toEqual([]);
});

test('the grounds of the safety line carry their sources', () => {
  expect(safetyGrounds().map(({ source }) => source.doi)).toEqual([
    '10.1176/appi.ps.201500149',
    '10.1176/appi.ps.201200587',
  ]);
});

test('problems with a score are said as clauses', () => {
  const say = (problem: Parameters<typeof scoreProblemText>[0]) => scoreProblemText(problem, phq9, locale);
  expect(say({ kind: 'out-of-range', value: 31, min: 0, max: 27 })).toBe('31 is outside 0 to 27');
  expect(say({ kind: 'not-on-a-step', value: 9.5, step: 1 })).toBe('9.5 is not on a step of 1');
  expect(say({ kind: 'not-an-option', itemId: 'phq-9-3', value: 7 })).toBe(
    '7 is not one of the answers to item 3',
  );
  expect(say({ kind: 'wrong-length', given: 9, expected: 10 })).toBe('9 answers for 10 items');
  expect(say({ kind: 'not-a-number' })).toBe('not a number');
  expect(say({ kind: 'score-only' })).toBe('answers for a measure of which only totals are known');
});
