import { describe, expect, test } from 'vitest';
import { promptAnsweredWord, promptTitle, promptWords } from '../../../src/app/wording/prompt-words.ts';
import type { PromptNames } from '../../../src/app/wording/prompt-names.ts';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { promptAnswers, promptKinds, type Prompt } from '../../../src/clinical/prompts/prompt.ts';
import { promptsOf } from '../../../src/clinical/prompts/prompts-of.ts';
import type { PromptSource } from '../../../src/clinical/prompts/prompt-source.ts';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import prompts from '../../../src/app/messages/en/prompts.json';
import {
  aClient,
  gad7,
  goalId,
  lineOf,
  phq9,
  phqLine,
  safetyOf,
  sessions,
  talk,
  week,
  weekly,
} from '../clinical/prompts/a-client.ts';
import { own } from './cases.ts';

const locale = 'en-GB';
const wellbeing = { ...own({ reliableChange: { points: 12 } }), id: 'own-1' };
const meaningful: Instrument = {
  ...wellbeing,
  id: 'meaningful',
  changeRules: [
    {
      kind: 'published',
      id: 'm',
      label: 'm',
      points: 10,
      meaning: 'meaningful',
      source: { label: 'Somebody 1999' },
    },
  ],
};
const names: PromptNames = {
  findInstrument: (id) => [phq9, gad7, wellbeing, meaningful].find((each) => each.id === id) ?? null,
};
const words = (prompt: Prompt | undefined) => {
  if (!prompt) throw new Error('no prompt');
  return promptWords(prompt, names, locale);
};
const wordsOf = (over: Partial<PromptSource>) => words(promptsOf(aClient(over))[0]);

const planned = {
  sessionDays: [week(1), week(2), week(3)],
  ...{ answered: [], countsFrom: null, isStopped: false },
};
const plan = (instrumentId: string): PromptSource['schedule'] => ({
  measures: [{ instrumentId, respondent: 'self', cadence: { kind: 'sessions', every: 1 }, since: week(1) }],
  primary: null,
});
const goal = {
  ...({ id: goalId('g1'), words: 'Ride the bus', scale: 'attainment', target: 0 } as const),
  levels: { [-2]: '', [-1]: '', 0: '', 1: '', 2: '' },
  ...{ addedOn: week(1), closedOn: null },
};
const rated = (...values: number[]): PromptSource['ratings'] =>
  values.map((value, index) => ({
    ...{
      entryId: `g${String(index)}`,
      goalId: goal.id,
      scale: goal.scale,
      value,
      occurredOn: week(index + 1),
    },
  }));
const checkOut = (number: number, heard: number) => ({
  ...{
    entryId: `c${String(number)}`,
    occurredOn: week(number),
    heard,
    topics: 8,
    way: 8,
    overall: 8 - number,
  },
});

const everyOne: Readonly<Record<string, Partial<PromptSource>>> = {
  worse: { lines: [phqLine([10, 17])] },
  meaningful: { lines: [lineOf(meaningful, weekly([60, 40]))] },
  lostGain: { lines: [phqLine([18, 6, 13, 14])] },
  early: { lines: [phqLine([16, 16, 16, 14])], sessions: sessions(4) },
  missed: { schedule: plan('gad-7'), planned },
  safety: { safety: [safetyOf({ 1: 1, 2: 2 })] },
  askAgain: { safety: [safetyOf({ 1: 0 })], conversations: [talk(1, { askAgainOn: week(3) })] },
  checkOut: { checkOuts: [checkOut(1, 8), { ...checkOut(2, 5), overall: 4 }] },
  goalFlat: { goals: [goal], ratings: rated(-1, -1, -1) },
  targetMeasure: { lines: [phqLine([16, 9, 8, 9])] },
  targetGoal: { goals: [goal], ratings: rated(0, 1, 0) },
};

describe('one plain sentence, with numbers and days', () => {
  const sentence = (name: keyof typeof everyOne): string => wordsOf(everyOne[name] ?? {}).sentence;

  test('worse, by which rule; not every rule was worked out from the error', () => {
    expect(sentence('worse')).toBe(
      'PHQ-9 is worse than at the baseline on 5 January 2026 by 7 points (10 → 17), the latest on 12 January 2026: more than the measure’s error going by Delgadillo et al. 2014 (6 points).',
    );
    expect(sentence('meaningful')).toMatch(/\(60 → 40; higher is better\).*: a meaningful amount going by/);
    expect(sentence('meaningful')).not.toContain('error');
    expect(sentence('lostGain')).toBe(
      'PHQ-9 has lost some of the gain. Twice in a row it was worse than the best score before, which was on 12 January 2026; the latest, on 26 January 2026, by 8 points (6 → 14). Each time that is more than the measure’s error going by Delgadillo et al. 2014 (6 points).',
    );
  });

  test('the early check, what was missed, the check-out and goals', () => {
    expect(sentence('early')).toBe(
      'Session 4: PHQ-9 is above the cut-off of 10 (16 → 14, the baseline on 5 January 2026, the latest on 26 January 2026), and not better than at the baseline by more than the measure’s error going by Delgadillo et al. 2014 (6 points).',
    );
    expect(sentence('missed')).toBe(
      'GAD-7 was due on 5 January 2026 and on 12 January 2026 and was not answered. In this course of therapy none with a date is known.',
    );
    expect(sentence('checkOut')).toBe(
      'At the check-out on 12 January 2026 the client rated lower than on 5 January 2026: feeling heard (8 → 5) and the session overall (7 → 4).',
    );
    expect(sentence('goalFlat')).toBe(
      '“Ride the bus” was rated −1, −1 and −1 between 5 January 2026 and 19 January 2026.',
    );
    expect(sentence('targetMeasure')).toContain('PHQ-9 was 9, 8 and 9 in the last three responses');
    expect(sentence('targetGoal')).toContain('0, +1 and 0 the last three times');
  });

  test('safety, and the day to ask again', () => {
    expect(sentence('safety')).toBe(
      'A safety question of PHQ-9 was answered with 2 on 12 January 2026, and has been above 0 since 5 January 2026. That asks for a conversation.',
    );
    expect(sentence('askAgain')).toBe(
      'The conversation about risk on 5 January 2026 set 19 January 2026 as the day to ask again.',
    );
  });

  test('a measure that is not known here has no name, and its prompt is still said', () => {
    const unknown: PromptNames = { findInstrument: () => null };
    const [prompt] = promptsOf(aClient(everyOne['worse']));
    if (!prompt) throw new Error('no prompt');
    expect(promptWords(prompt, unknown, locale).sentence).toMatch(
      /^A measure that is not known here .*by 7 points \(10 → 17\).*6 points or more\.$/,
    );
  });
});

describe('what stands behind it', () => {
  test('every prompt has a title, a rule, limits and what to do; a source or the word that the rule is our own', () => {
    for (const source of Object.values(everyOne)) {
      const { title, rule, limits, next, sources } = wordsOf(source);
      for (const text of [title, rule, next, ...limits]) expect(text).not.toBe('');
      expect(limits.length).toBeGreaterThan(0);
      if (sources.length === 0 && title !== 'Ask again') expect(rule).toContain('our own');
    }
  });

  test('the rule in use brings its own source, the early check its limits', () => {
    expect(wordsOf(everyOne['worse'] ?? {}).sources.map(({ label }) => label)).toEqual([
      'Delgadillo et al. 2014',
    ]);
    const early = wordsOf(everyOne['early'] ?? {});
    expect(early.sources.map(({ label }) => label)).toEqual([
      'Delgadillo et al. 2014',
      'Beard & Delgadillo 2019',
      'Saunders et al. 2019',
    ]);
    expect(early.limits.join(' ')).toContain('only after session 6');
    expect(wordsOf(everyOne['lostGain'] ?? {}).limits.join(' ')).toContain('partly luck');
  });

  test('a paper that has both the rule and the cut-off stands once', () => {
    const sources = wordsOf({ lines: [lineOf(gad7, weekly([15, 6, 5, 6]))] }).sources;
    expect(sources.map(({ label }) => label)).toEqual(['NHS Talking Therapies manual']);
  });

  test('every kind and every answer has a word', () => {
    for (const kind of promptKinds) expect(promptTitle(kind)).not.toBe('');
    expect(promptAnswers.map(promptAnsweredWord)).toEqual([
      'Looked at',
      'Discussed with the client',
      'Plan changed',
      'Put off',
      'Not relevant',
    ]);
  });

  test('nobody is ever called safe, out of danger, or in need of nothing', () => {
    const all = Object.values(prompts).join('\n');
    expect(all).not.toMatch(
      /\b(is|are|be|seems?|now) safe\b|no risk|low risk|not at risk|out of danger|nothing to worry/i,
    );
    expect(all).not.toMatch(/diagnos|predicts\b/i);
    expect(all.match(/\bsafe\b/gi)).toBeNull();
  });
});

test('a source of both the rule and the cut-off is named once', () => {
  const twice = publishedInstruments.flatMap((instrument) =>
    instrument.changeRules.flatMap((rule) =>
      instrument.cutOffs.flatMap(({ value }): string[] => {
        const line = { instrumentId: instrument.id, instrumentVersion: instrument.version } as const;
        const prompt: Prompt = {
          ...{ kind: 'target-met', about: 'x', value: 1, from: null, closedUntil: null },
          reason: {
            ...{ kind: 'target-met', values: [1, 1, 1] },
            of: {
              kind: 'measure',
              line: { ...line, respondent: 'self' },
              cutOffValue: value,
              ruleId: rule.id,
            },
            latest: { occurredOn: week(3), sessionNumber: null },
          },
        };
        const all = { findInstrument: () => instrument };
        const labels = promptWords(prompt, all, locale).sources.map(({ label }) => label);
        return new Set(labels).size < labels.length ? [`${instrument.id}: ${labels.join(', ')}`] : [];
      }),
    ),
  );
  expect(twice).toEqual([]);
});
