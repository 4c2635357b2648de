import { expect, test } from 'vitest';
import { earlyCheckPrompts } from '../../../../src/clinical/prompts/early-check.ts';
import type { PromptSource } from '../../../../src/clinical/prompts/prompt-source.ts';
import { own } from '../../wording/cases.ts';
import { aClient, answerTo, gad7, lineOf, phq9, phqLine, sessions, week, weekly } from './a-client.ts';

const early = (over: Partial<PromptSource>) =>
  earlyCheckPrompts(aClient({ sessions: sessions(12), ...over }));
const phq = (...totals: (number | null)[]) => early({ lines: [phqLine(totals)] });

test('at session 4: beyond the cut-off and not reliably better', () => {
  expect(phq(16, 15, 14)).toEqual([]);
  expect(phq(16, 15, 14, 14)).toMatchObject([
    {
      about: 'phq-9/self/1/4',
      value: 14,
      reason: { checkpoint: 4, sessionNumber: 4, cutOffValue: 10, latest: { total: 14 } },
    },
  ]);
  expect(phq(16, 15, 14, 10)).toEqual([]);
  expect(phq(12, 11, 10, 9)).toEqual([]);
  expect(phq(12, 11, 10, 10)).toHaveLength(1);
});

test('a response at session 5 is checked as one of session 4, from session 6 on there is one check alone', () => {
  expect(phq(16, null, null, null, 15)).toMatchObject([{ about: 'phq-9/self/1/4' }]);
  expect(phq(16, 16, 16, 16, 16, 15)).toMatchObject([{ about: 'phq-9/self/1/6' }]);
  expect(phq(16, ...Array.from({ length: 10 }, () => 15))).toMatchObject([{ about: 'phq-9/self/1/6' }]);
});

test('what was answered at session 4 is asked again at session 6, and not after that', () => {
  const decisions = [answerTo(phq(16, 15, 14, 14)[0], { answer: 'looked' })];
  const now = (...totals: number[]) => early({ lines: [phqLine(totals)], decisions });
  expect(now(16, 15, 14, 14)).toEqual([]);
  expect(now(16, 15, 14, 14, 14)).toEqual([]);
  const [six] = now(16, 15, 14, 14, 14, 14);
  expect(six).toMatchObject({ about: 'phq-9/self/1/6' });
  const both = [...decisions, answerTo(six)];
  expect(early({ lines: [phqLine([16, 15, 14, 14, 14, 14, 13])], decisions: both })).toEqual([]);
});

test('the number written with the response goes before the session of its day; without either there is no session', () => {
  const numbered = (sessionNumber: number) =>
    lineOf(
      phq9,
      weekly([16, 15], (number) => (number === 2 ? { sessionNumber } : { sessionNumber: 1 })),
    );
  expect(earlyCheckPrompts(aClient({ lines: [numbered(4)] }))).toHaveLength(1);
  expect(earlyCheckPrompts(aClient({ lines: [numbered(3)] }))).toEqual([]);
  expect(earlyCheckPrompts(aClient({ lines: [phqLine([16, 15, 15, 15, 15])] }))).toEqual([]);
});

test('a measure that began at session 4 or later is not early', () => {
  expect(phq(null, null, null, 16, 16, 16)).toEqual([]);
  expect(phq(null, null, 16, 16)).toHaveLength(1);
});

test('the primary measure alone, where one was chosen', () => {
  const lines = [
    phqLine([16, 16, 16, 16]),
    lineOf(
      gad7,
      weekly([12, 12, 12, 12], (number) => ({ entryId: `g${String(number)}` })),
    ),
  ];
  expect(early({ lines })).toHaveLength(2);
  const primary = { instrumentId: 'gad-7', respondent: 'self' } as const;
  expect(early({ lines, schedule: { measures: [], primary } })).toMatchObject([{ about: 'gad-7/self/1/4' }]);
});

test('without a cut-off or a rule nothing is asked', () => {
  const at = (over: Parameters<typeof own>[0]) =>
    early({ lines: [lineOf(own(over), weekly([30, 30, 30, 30]))] });
  expect(at({ cutOff: { value: 50, inclusive: true } })).toEqual([]);
  expect(at({ reliableChange: { points: 12 } })).toEqual([]);
  expect(at({ cutOff: { value: 50, inclusive: true }, reliableChange: { points: 12 } })).toHaveLength(1);
});

test('later waits for the next day', () => {
  const decisions = [answerTo(phq(16, 15, 14, 14)[0], { answer: 'later', occurredOn: week(4) })];
  expect(early({ lines: [phqLine([16, 15, 14, 14])], decisions })).toMatchObject([{ from: '2026-01-27' }]);
});
