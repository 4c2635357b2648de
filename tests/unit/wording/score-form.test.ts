import { describe, expect, test } from 'vitest';
import { dayProblem } from '../../../src/app/screens/client/add-score/day-problem.ts';
import { missingNumbers, resultWords } from '../../../src/app/screens/client/add-score/result-words.ts';
import { ScoreForm } from '../../../src/app/screens/client/add-score/score-form.svelte.ts';
import { href, parseRoute } from '../../../src/app/state/route.ts';
import { parseClientId } from '../../../src/records/ids.ts';
import type { ResponseEntry } from '../../../src/records/entry.ts';
import { entryId, makeResponse } from '../records/make-entry.ts';
import { answerChoices } from '../../../src/app/wording/answer-choices.ts';
import { pcPtsd5 } from '../../../src/clinical/instruments/pc-ptsd-5/pc-ptsd-5.ts';
import { phq15 } from '../../../src/clinical/instruments/phq-15/phq-15.ts';
import { notApplicable } from '../../../src/clinical/scoring/offered-answers.ts';
import { gad7, own, phq9 } from './cases.ts';

const today = '2026-03-20';
const locale = 'en-GB';

const form = (original: ResponseEntry | null = null, instrument = phq9): ScoreForm =>
  new ScoreForm({
    instrument,
    occurredOn: today,
    respondent: original?.respondent ?? 'self',
    mode: original?.mode ?? 'read-aloud',
    original,
  });

function answerAll(filled: ScoreForm, value: number): void {
  for (const index of filled.instrument.items.keys()) filled.answer(index, value);
}

describe('the form of one response', () => {
  test('goes item by item to the summary and gives a draft with the answers', () => {
    const filled = form();
    filled.begin();
    expect(filled.step).toEqual({ kind: 'item', index: 0 });
    answerAll(filled, 1);
    expect(filled.step).toEqual({ kind: 'summary' });
    expect(filled.outcome).toMatchObject({ kind: 'scored', total: 9 });
    expect(filled.draft).toMatchObject({
      instrumentId: 'phq-9',
      coding: 'sum-0-27',
      occurredOn: today,
      mode: 'read-aloud',
      enteredTotal: null,
      answers: Array.from({ length: 10 }, () => 1),
    });
    expect(resultWords(filled.outcome, phq9, locale)).toBe('9, mild');
  });

  test('a skipped item is missing and never zero', () => {
    const filled = form();
    answerAll(filled, 0);
    filled.skip(2);
    filled.skip(8);
    expect(filled.draft?.answers?.[2]).toBeNull();
    expect(filled.outcome).toMatchObject({ kind: 'incomplete', answered: 7, of: 9 });
    expect(missingNumbers(filled.outcome, phq9, locale)).toBe('3, 9');
    expect(resultWords(filled.outcome, phq9, locale)).toBe('incomplete (7 of 9 answered)');
  });

  test('with nothing answered there is nothing to save', () => {
    expect(form().isEmpty).toBe(true);
    const filled = form();
    filled.answer(0, 0);
    expect(filled.isEmpty).toBe(false);
  });

  test('another measure begins with empty answers', () => {
    const filled = form();
    answerAll(filled, 2);
    filled.instrument = gad7;
    expect(filled.answers).toEqual(gad7.items.map(() => null));
    expect(filled.typed).toBe(0);
    filled.instrument = own();
    expect(filled.way).toBe('total');
  });

  test('a total is kept as one, with its own mode', () => {
    const filled = form();
    filled.way = 'total';
    filled.total = 12;
    filled.totalText = '12';
    expect(filled.draft).toMatchObject({ answers: null, enteredTotal: 12, mode: 'total-entered' });
    expect(filled.typed).toBe(1);
    filled.total = 31;
    expect(filled.outcome.kind).toBe('invalid');
  });

  test('a correction begins with what was answered, and says what it replaces', () => {
    const answers = [1, 1, 1, 1, 1, 1, 1, 1, 0, null];
    const filled = form(
      makeResponse(7, { answers, enteredTotal: null, mode: 'link', respondent: 'partner' }),
    );
    expect(filled.typed).toBe(0);
    filled.begin();
    expect(filled.step).toEqual({ kind: 'summary' });
    filled.answer(8, 1);
    expect(filled.typed).toBe(1);
    expect(filled.draft).toMatchObject({
      replaces: entryId(7),
      respondent: 'partner',
      mode: 'link',
      occurredOn: '2026-03-02',
    });
  });

  test('an answer changed from the summary leads back to it, not through the questions that follow', () => {
    const filled = form();
    filled.begin();
    for (let index = 0; index < phq9.items.length; index += 1) filled.answer(index, 1);
    filled.showItem(2);
    filled.answer(2, 3);
    expect(filled.step).toEqual({ kind: 'summary' });
    filled.showItem(2);
    filled.showItem(1);
    filled.skip(1);
    expect(filled.step, 'who walks back through the questions walks on through them').toEqual({
      kind: 'item',
      index: 2,
    });
  });

  test('a corrected total of a file is still one from a file', () => {
    const filled = form(makeResponse(7, { mode: 'import', enteredTotal: 12 }));
    expect(filled.way).toBe('total');
    filled.total = 13;
    filled.totalText = '13';
    expect(filled.draft).toMatchObject({ mode: 'import', enteredTotal: 13 });
  });

  test('no date is invented where only a session number was known, and none is asked for', () => {
    const filled = form(makeResponse(7, { occurredOn: null, sessionNumber: 4 }));
    filled.total = 13;
    expect(filled.isDayOptional).toBe(true);
    expect(filled.draft).toMatchObject({ occurredOn: null, enteredTotal: 13, replaces: entryId(7) });
    filled.occurredOn = today;
    expect(filled.draft).toMatchObject({ occurredOn: today });
    const dated = form(makeResponse(7));
    dated.occurredOn = null;
    expect(dated.draft).toBeNull();
  });
});

test('a day must be in the calendar, not in the future, and not a slip of the year', () => {
  expect(dayProblem(null, today, locale)).toBe('Choose a day that is in the calendar.');
  expect(dayProblem(null, today, locale, true)).toBeUndefined();
  expect(dayProblem('2026-03-21', today, locale)).toBe(
    'This day has not come yet. The answers need the day on which they were given.',
  );
  expect(dayProblem('0026-03-04', today, locale)).toBe('Check the year: the day lies before 1950.');
  expect(dayProblem(today, today, locale)).toBeUndefined();
});

test('the address of a correction names what it replaces and survives the way through the address bar', () => {
  const clientId = parseClientId('a'.repeat(32));
  const route = { kind: 'add-score', clientId, instrumentId: 'phq-9', replaces: entryId(7) } as const;
  expect(parseRoute(href(route))).toEqual(route);
  expect(parseRoute(`#/client/${clientId}/add/phq-9?replaces=nonsense`)).toEqual({
    kind: 'add-score',
    clientId,
    instrumentId: 'phq-9',
  });
  expect(parseRoute(`#/client/${clientId}/add/%E0`)).toMatchObject({ kind: 'add-score', instrumentId: null });
});

describe('a first question that ends the questionnaire', () => {
  test('goes straight to the summary, which is a whole response of 0', () => {
    const filled = form(null, pcPtsd5);
    filled.begin();
    filled.answer(0, 0);
    expect(filled.step).toEqual({ kind: 'summary' });
    expect(filled.isClosed).toBe(true);
    expect(filled.outcome).toMatchObject({ kind: 'scored', total: 0 });
  });

  test('changed to "no" later it takes back the answers that are no longer asked for', () => {
    const filled = form(null, pcPtsd5);
    answerAll(filled, 1);
    expect(filled.outcome).toMatchObject({ kind: 'scored', total: 5 });
    filled.showItem(0);
    filled.answer(0, 0);
    expect(filled.answers).toEqual([0, null, null, null, null, null]);
    expect(filled.outcome).toMatchObject({ kind: 'scored', total: 0 });
  });

  test('changed to "yes" from the summary it goes on to the second question', () => {
    const filled = form(null, pcPtsd5);
    filled.answer(0, 0);
    filled.showItem(0);
    filled.answer(0, 1);
    expect(filled.step).toEqual({ kind: 'item', index: 1 });
  });
});

test('"not applicable" is offered where it may be answered, and nowhere else', () => {
  const offered = phq15.items.filter((item) =>
    answerChoices(item).some(({ value }) => value === notApplicable),
  );
  expect(offered.map(({ id }) => id)).toEqual(['phq-15-4']);
  const filled = form(null, phq15);
  answerAll(filled, 2);
  filled.answer(3, notApplicable);
  expect(resultWords(filled.outcome, phq15, locale)).toBe('28, high');
});
