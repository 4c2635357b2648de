import { describe, expect, test } from 'vitest';
import type { RiskConversation, SafetyLine } from '../../../../src/clinical/attention/open-safety.ts';
import { promptsOf } from '../../../../src/clinical/prompts/prompts-of.ts';
import { safetyPrompts } from '../../../../src/clinical/prompts/safety.ts';
import { aClient, answerTo, ended, safetyOf, talk, week } from './a-client.ts';

const prompts = (safety: SafetyLine, ...conversations: RiskConversation[]) =>
  safetyPrompts(aClient({ safety: [safety], conversations }));
const discussed = (answer: number) => ({ discussed: [{ measure: 'phq-9/self', answer }] });

test('any raised answer asks, of each measure and respondent by itself; a question left out says nothing', () => {
  expect(prompts(safetyOf({ 1: 0 }))).toEqual([]);
  expect(prompts(safetyOf({ 1: 1, 2: null }))).toMatchObject([
    { kind: 'safety', about: 'phq-9/self', value: 1, from: null, closedUntil: null },
  ]);
  const both = [safetyOf({ 1: 1 }), safetyOf({ 1: 2 }, { respondent: 'parent' })];
  expect(safetyPrompts(aClient({ safety: both })).map(({ about }) => about)).toEqual([
    'phq-9/self',
    'phq-9/parent',
  ]);
});

test('it is raised after the ending of a course, and cannot be switched off', () => {
  const safety = [safetyOf({ 1: 1 })];
  const switchedOff = new Set(['early-check', 'target-met'] as const);
  expect(promptsOf(aClient({ safety, courses: ended(week(1)), switchedOff }))).toHaveLength(1);
});

describe('a recorded conversation', () => {
  test('makes it silent until the day set for asking again', () => {
    const set = talk(2, { askAgainOn: week(4), ...discussed(1) });
    expect(prompts(safetyOf({ 2: 1 }), set)).toMatchObject([{ from: week(4) }]);
  });

  test('without such a day it is silent until any raised answer that comes later', () => {
    expect(prompts(safetyOf({ 2: 1 }), talk(2, discussed(1)))).toEqual([]);
    expect(prompts(safetyOf({ 2: 1, 3: 1 }), talk(2, discussed(1)))).toMatchObject([{ from: null }]);
    expect(prompts(safetyOf({ 2: 1, 3: 0 }), talk(2, discussed(1)))).toEqual([]);
  });

  test('a later answer asks at once where it is higher than the one discussed, and else on the day set', () => {
    const set = talk(2, { askAgainOn: week(9), ...discussed(1) });
    expect(prompts(safetyOf({ 2: 1, 3: 1 }), set)).toMatchObject([{ from: week(9) }]);
    expect(prompts(safetyOf({ 2: 1, 3: 2 }), set)).toMatchObject([{ from: null }]);
    // Higher in between, and lower again: nobody has talked about the higher one.
    expect(prompts(safetyOf({ 2: 1, 3: 3, 4: 1 }), set)).toMatchObject([{ from: null }]);
  });

  test('one before the answer, or about another measure, silences nothing', () => {
    expect(prompts(safetyOf({ 2: 1 }), talk(1))).toMatchObject([{ from: null }]);
    const aboutParent = talk(2, { discussed: [{ measure: 'phq-9/parent', answer: 3 }] });
    expect(prompts(safetyOf({ 2: 1 }), aboutParent)).toMatchObject([{ from: null }]);
  });

  test('what is entered afterwards for an earlier day was not talked about, unless it was named', () => {
    const late = safetyOf({ 2: 2 });
    const entered = (recordedAt: string): SafetyLine => ({
      ...late,
      responses: late.responses.map((response) => ({ ...response, recordedAt })),
    });
    const afterwards = entered(`${week(5)}T09:00:00.000Z`);
    expect(prompts(afterwards, talk(3))).toMatchObject([{ from: null }]);
    expect(prompts(afterwards, talk(3, discussed(2)))).toEqual([]);
    expect(prompts(afterwards, talk(3, discussed(1)))).toMatchObject([{ from: null }]);
  });

  test('the last one counts, whatever the order in which the devices heard of them', () => {
    const first = talk(2, { askAgainOn: week(20), ...discussed(1) });
    const second = talk(3, { askAgainOn: week(5), ...discussed(1) });
    for (const both of [
      [first, second],
      [second, first],
    ])
      expect(prompts(safetyOf({ 2: 1 }), ...both)).toMatchObject([{ from: week(5) }]);
  });

  test('that began without a raised answer silences none: another device had it, and it arrived later', () => {
    expect(prompts(safetyOf({ 2: 3 }), talk(2, { askAgainOn: week(20) }))).toMatchObject([{ from: null }]);
    // It is the last one all the same: what an earlier one set does not stand any more.
    const first = talk(2, { askAgainOn: week(20), ...discussed(2) });
    const line = safetyOf({ 2: 2, 3: 0, 5: 1 });
    expect(prompts(line, first, talk(4))).toMatchObject([{ from: null }]);
  });

  test('an answer of long ago that was ended by a zero is not the one discussed', () => {
    const line = safetyOf({ 1: 3, 2: 0, 5: 1 });
    expect(prompts(line, talk(3, { askAgainOn: week(9) }))).toMatchObject([{ from: null }]);
  });
});

test('the day to ask again comes, whatever was answered since: a zero is not safety', () => {
  const set = talk(2, { askAgainOn: week(4), ...discussed(1) });
  const again = { about: 'ask-again', from: week(4), reason: { talkedOn: week(2), askAgainOn: week(4) } };
  expect(prompts(safetyOf({ 2: 1, 3: 0 }), set)).toMatchObject([again]);
  expect(prompts(safetyOf({ 2: 0 }), set)).toMatchObject([again]);
  // A raised answer asks by then itself; another conversation answers it.
  expect(prompts(safetyOf({ 2: 1 }), set)).toMatchObject([{ about: 'phq-9/self' }]);
  expect(prompts(safetyOf({ 2: 1, 3: 0 }), set, talk(4))).toEqual([]);
});

test('no other answer silences it; later lets it stand closed until the next day', () => {
  const safety = [safetyOf({ 1: 1 })];
  const [prompt] = safetyPrompts(aClient({ safety }));
  for (const answer of ['looked', 'discussed', 'changed', 'not-relevant'] as const) {
    const decisions = [answerTo(prompt, { answer })];
    expect(safetyPrompts(aClient({ safety, decisions }))).toEqual([prompt]);
  }
  const later = answerTo(prompt, { answer: 'later', occurredOn: week(1) });
  expect(safetyPrompts(aClient({ safety, decisions: [later] }))).toEqual([
    { ...prompt, closedUntil: '2026-01-06' },
  ]);
});
