import { describe, expect, test } from 'vitest';
import type { Prompt, PromptKind } from '../../../../src/clinical/prompts/prompt.ts';
import { promptsOf } from '../../../../src/clinical/prompts/prompts-of.ts';
import { lastAnswered, putForward } from '../../../../src/clinical/prompts/put-forward.ts';
import { aClient, gad7, lineOf, phqLine, safetyOf, sessions, week, weekly } from './a-client.ts';

const today = week(5);
const prompt = (kind: PromptKind, over: Partial<Prompt> = {}): Prompt => ({
  ...{ kind, about: kind, value: null, from: null, closedUntil: null },
  reason: { kind: 'ask-again', talkedOn: week(1), askAgainOn: week(2) },
  ...over,
});

describe('what is put forward', () => {
  const all = [prompt('safety'), prompt('worse'), prompt('early-check'), prompt('goal-flat')];
  const kinds = (prompts: readonly Prompt[]) => prompts.map(({ kind }) => kind);

  test('P4 always, one of the others, and the rest is folded', () => {
    const { safety, first, folded } = putForward(all, null, today);
    expect([kinds(safety), first?.kind, kinds(folded)]).toEqual([
      ['safety'],
      'worse',
      ['early-check', 'goal-flat'],
    ]);
  });

  test('none of the others once one was answered on that day', () => {
    const { safety, first, folded } = putForward(all, today, today);
    expect([safety.length, first, folded.length]).toEqual([1, null, 3]);
    expect(putForward(all, week(4), today).first?.kind).toBe('worse');
  });

  test('what waits for another day is not there yet', () => {
    const { first, folded } = putForward(
      [prompt('worse', { from: '2026-02-03' }), prompt('goal-flat', { from: today })],
      null,
      today,
    );
    expect([first?.kind, folded]).toEqual(['goal-flat', []]);
  });

  test('a safety prompt that stands closed is there all the same, behind the others of its kind', () => {
    const closed = prompt('safety', { about: 'closed', closedUntil: week(6) });
    const { safety } = putForward([closed, prompt('safety')], null, today);
    expect(safety.map(({ about }) => about)).toEqual(['safety', 'closed']);
  });

  test('an answer about safety does not use up the day’s one prompt; a later does', () => {
    expect(lastAnswered([{ on: today, prompt: 'safety', answer: 'later' }], today)).toBeNull();
    const both = [
      { on: today, prompt: 'worse', answer: 'later' },
      { on: week(2), prompt: 'worse', answer: 'looked' },
    ] as const;
    expect(lastAnswered(both, today)).toBe(today);
  });

  test('what was answered while the clock was years ahead says nothing of today, and puts nothing off', () => {
    const ahead = { on: '2031-01-01', prompt: 'goal-flat', answer: 'looked' } as const;
    expect(lastAnswered([ahead, { ...ahead, on: today }], today)).toBe(today);
    expect(lastAnswered([ahead], today)).toBeNull();
    const put = putForward([prompt('worse', { from: '2031-01-02' })], null, today);
    expect(put.first?.kind).toBe('worse');
    // A day to ask again, or a planned one, is meant.
    const planned = [prompt('safety', { from: week(9) }), prompt('missed-measures', { from: week(9) })];
    expect(putForward(planned, null, today)).toEqual({ safety: [], first: null, folded: [] });
  });
});

describe('the order', () => {
  const lines = [
    phqLine([10, 11, 12, 17]),
    lineOf(
      gad7,
      weekly([8, 8, 8, 14], (number) => ({ entryId: `g${String(number)}` })),
    ),
  ];
  const safety = [safetyOf({ 4: 1 })];

  test('P4, P1, P2; the primary measure before the others, which go by name', () => {
    const said = (over: Parameters<typeof aClient>[0]) =>
      promptsOf(aClient({ lines, safety, sessions: sessions(4), ...over })).map(
        ({ kind, about }) => `${kind} ${about}`,
      );
    expect(said({})).toEqual([
      'safety phq-9/self',
      'worse gad-7/self/g4',
      'worse phq-9/self/r4',
      'early-check gad-7/self/1/4',
      'early-check phq-9/self/1/4',
    ]);
    const primary = { instrumentId: 'phq-9', respondent: 'self' } as const;
    expect(said({ schedule: { measures: [], primary } })).toEqual([
      'safety phq-9/self',
      'worse phq-9/self/r4',
      'worse gad-7/self/g4',
      'early-check phq-9/self/1/4',
    ]);
  });

  test('what was switched off is not raised', () => {
    const switchedOff = new Set(['early-check'] as const);
    expect(promptsOf(aClient({ lines, sessions: sessions(4), switchedOff })).map(({ kind }) => kind)).toEqual(
      ['worse', 'worse'],
    );
  });
});
