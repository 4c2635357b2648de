// What a client reads: held to the letter, to a reading age of about twelve, and to the words that they never meet (CLINICAL 1.9).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clientGoalWords } from '../../../src/app/wording/client-goal-words.ts';
import { clientText, clientWords } from '../../../src/app/wording/client-words.ts';
import { wordsNotForClients } from '../../../src/app/wording/not-for-clients.ts';
import { m } from '../../../src/app/paraglide/messages.js';
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import type { ScorePoint } from '../../../src/clinical/verdict/score-point.ts';
import { incomplete, scorePoint } from '../clinical/score-points.ts';
import { gad7, locale, on, own, phq9, verdictOn } from './cases.ts';
import { readingGrade, syllablesIn } from './reading-grade.ts';

const said = (instrument: Instrument, points: readonly ScorePoint[]): string => {
  const respondent = points[0]?.respondent ?? 'self';
  return clientText(clientWords(verdictOn(instrument, points), instrument, respondent, locale));
};
const change = (instrument: Instrument, start: number, latest: number): string =>
  said(instrument, [on(4, start), on(20, latest)]);
const who5 = publishedInstruments.find(({ id }) => id === 'who-5');

describe('the sentence for the client', () => {
  test('before there is a score, and with one', () => {
    expect(said(phq9, [])).toBe('There is no full score yet.');
    expect(said(phq9, [incomplete()])).toBe('There is no full score yet.');
    expect(said(phq9, [on(4, 18)])).toBe(
      'Your score was 18 on 4 March 2026. One score cannot show a change yet.',
    );
    expect(said(phq9, [on(4, 18, { occurredOn: null, sessionNumber: 4 })])).toBe(
      'Your score was 18 in session 4. One score cannot show a change yet.',
    );
  });

  test('better by more than the error, whether or not a cut-off was crossed', () => {
    const sentence = (from: number, to: number): string =>
      `Your score has gone down from ${from} to ${to} since 4 March 2026. Lower is better here. A change this big is more than chance alone is likely to make.`;
    expect(change(phq9, 18, 9)).toBe(sentence(18, 9));
    expect(change(phq9, 27, 18)).toBe(sentence(27, 18));
  });

  test('worse by more than the error: said plainly, blaming nobody', () => {
    expect(change(phq9, 9, 18)).toBe(
      'Your score has gone up from 9 to 18 since 4 March 2026. Lower is better here. A change this big is more than chance alone is likely to make. There can be many reasons. We can look at them together.',
    );
  });

  test('within the error, and no move at all', () => {
    expect(change(phq9, 18, 15)).toBe(
      'Your score has gone down from 18 to 15 since 4 March 2026. Lower is better here. A score can move this much by chance, so it is too little to be sure.',
    );
    expect(change(gad7, 12, 12)).toBe('Your score is 12, the same as on 4 March 2026. Lower is better here.');
  });

  test.runIf(who5)('a change that its source calls meaningful says nothing about chance', () => {
    if (!who5) return;
    expect(change(who5, 40, 60)).toBe(
      'Your score has gone up from 40 to 60 since 4 March 2026. Higher is better here. A change this big is thought to matter.',
    );
    expect(change(who5, 40, 44)).toContain('It is less than the change that is thought to matter.');
    expect(change(who5, 60, 40)).toContain('There can be many reasons.');
  });

  test('without a rule nobody says how sure it is', () => {
    expect(change(own(), 30, 60)).toBe(
      'Your score has gone up from 30 to 60 since 4 March 2026. Higher is better here. We do not know how much this score moves by chance. So we cannot say how sure this change is.',
    );
  });

  test('what somebody else filled in is not “your score”', () => {
    const parent = { respondent: 'parent' } as const;
    expect(said(phq9, [on(4, 18, parent), on(20, 9, parent)])).toMatch(/^The score has gone down/);
  });

  test('what must be known beside it', () => {
    const prorated = scorePoint(
      { kind: 'prorated', total: 20, subscales: {}, answered: 8, of: 9 },
      { occurredOn: '2026-03-01', mode: 'link' },
    );
    expect(said(phq9, [prorated, on(4, 10), incomplete({ occurredOn: '2026-03-20' })])).toContain(
      'The two scores were taken in different ways. That can move a score too. Some answers were left out. The score was worked out from the rest. There are newer answers that have no score yet.',
    );
  });
});

describe('a goal in words', () => {
  const goal = { scale: 'zero-to-ten', target: 8 } as const;
  const rated = (occurredOn: string, value: number) => ({ occurredOn, value });

  test('not rated, once, and first and last', () => {
    expect(clientGoalWords(goal, [], locale)).toBe('You have not rated this yet.');
    expect(clientGoalWords(goal, [rated('2026-03-04', 3)], locale)).toBe(
      'You gave it 3 out of 10 on 4 March 2026. You aim for 8.',
    );
    expect(
      clientGoalWords(goal, [rated('2026-03-04', 3), rated('2026-03-11', 9), rated('2026-03-18', 6)], locale),
    ).toBe('You gave it 3 out of 10 on 4 March 2026, and 6 on 18 March 2026. You aim for 8.');
  });

  test('levels are words, not signed numbers', () => {
    const levels = { scale: 'attainment', target: 0 } as const;
    expect(clientGoalWords(levels, [rated('2026-03-04', -1)], locale)).toBe(
      'On 4 March 2026 it was less than hoped.',
    );
    expect(clientGoalWords(levels, [rated('2026-03-04', -1), rated('2026-03-18', 1)], locale)).toBe(
      'On 4 March 2026 it was less than hoped. On 18 March 2026 it was more than hoped.',
    );
  });
});

/** Every message with values that stand there on a usual day. */
function everyMessage(): { readonly key: string; readonly text: string }[] {
  const typical: Readonly<Record<string, string | number>> = {
    ...{ total: '18', start: '18', latest: '9', when: 'on 4 March 2026', place: '4 March 2026' },
    ...{ day: '4 March 2026', value: '6', first: '3', target: '8', level: 'less than hoped', count: 2 },
    ...{ number: '2', name: 'PHQ-9', about: 'worry', change: '−9', numbers: '3, 4, 6', word: '', why: '' },
    sentence: 'Your score is 9.',
  };
  const path = new URL('../../../src/app/messages/en/share.json', import.meta.url);
  const keys = Object.keys(JSON.parse(readFileSync(path, 'utf8')) as object);
  const messages = m as unknown as Readonly<Record<string, (values: typeof typical) => string>>;
  return keys.map((key) => ({ key, text: messages[key]?.(typical) ?? '' }));
}

/** Each kind of verdict that the scale of a measure allows. */
function everyVerdict(instrument: Instrument): string[] {
  const { min, max } = instrument.range;
  const middle = min + Math.round((max - min) / 2);
  const pairs = [
    [min, max],
    [max, min],
    [middle, middle],
    [middle, Math.min(max, middle + 1)],
    [middle, middle - 1],
  ] as const;
  const respondents = ['self', 'parent'] as const;
  return [
    said(instrument, []),
    said(instrument, [on(4, middle)]),
    ...respondents.flatMap((respondent) =>
      pairs.map(([start, latest]) =>
        said(instrument, [on(4, start, { respondent }), on(20, latest, { respondent, mode: 'link' })]),
      ),
    ),
    said({ ...instrument, changeRules: [] }, [on(4, min), on(20, max)]),
  ];
}

describe('what clients never read', () => {
  const texts = [
    ...everyMessage().map(({ text }) => text),
    ...publishedInstruments.flatMap(everyVerdict),
    ...publishedInstruments.flatMap(({ shortName, measures }) => [shortName, measures]),
  ];

  test('none of the words of CLINICAL 1.9, in any verdict of any measure', () => {
    const found = texts.filter((text) =>
      wordsNotForClients.some((word) => text.toLowerCase().includes(word)),
    );
    expect(found).toEqual([]);
  });

  test('no name of a severity, no risk, no promise of safety, none of our own trade words', () => {
    const bands = publishedInstruments.flatMap((instrument) => instrument.bands.map(({ label }) => label));
    const words = [...new Set(bands.flatMap((label) => label.split(/[^\p{L}]+/u)))].filter(
      // "likely" is a word of everyday speech too.
      (word) => word.length > 4 && !['above', 'below', 'likely'].includes(word),
    );
    expect(words).toContain('severe');
    const trade = ['baseline', 'cut-off', 'reliabl', 'significan', 'threshold', 'norm', 'symptom', 'relapse'];
    const risk = ['suicid', 'risk', 'self-harm', 'danger', 'safe', 'crisis'];
    const unwanted = new RegExp([...words, ...trade, ...risk].join('|'), 'i');
    // What a questionnaire is about is its own name for it, not a word about the person.
    const own = new Set(publishedInstruments.map(({ measures }) => measures));
    expect(texts.filter((text) => unwanted.test(text) && !own.has(text))).toEqual([]);
  });
});

describe('reading age', () => {
  test('the grade is the formula’s: a plain sentence, a heavy one', () => {
    expect(
      ['score', 'chance', 'alone', 'likely', 'together', 'answered', 'changes'].map(syllablesIn),
    ).toEqual([1, 1, 2, 2, 3, 2, 2]);
    // 6 words, 6 syllables, 1 sentence: 0.39·6 + 11.8·1 − 15.59.
    expect(readingGrade('The cat sat on the mat.')).toBeCloseTo(-1.45, 10);
    expect(
      readingGrade('Statistically reliable deterioration necessitates multidisciplinary reconsideration.'),
    ).toBeGreaterThan(20);
  });

  test('every sentence of the share view is read at grade 7 or below', () => {
    const sentences = everyMessage().filter(({ text }) => text.endsWith('.'));
    expect(sentences.length).toBeGreaterThan(20);
    const hard = sentences.filter(({ text }) => readingGrade(text) > 7);
    expect(hard.map(({ key, text }) => `${key} ${readingGrade(text).toFixed(1)} ${text}`)).toEqual([]);
  });

  test('so is what is put together of them, for every verdict', () => {
    const hard = publishedInstruments.flatMap(everyVerdict).filter((text) => readingGrade(text) > 7);
    expect([...new Set(hard)]).toEqual([]);
  });
});
