import { describe, expect, test } from 'vitest';
import type { Prompt } from '../../../src/clinical/prompts/prompt.ts';
import { splitSafety } from '../../../src/app/screens/client/safety-silence.ts';
import type { SafetyNote } from '../../../src/app/screens/client/safety-notes.ts';

const today = '2026-03-12';
const note = (over: Partial<SafetyNote> = {}): SafetyNote => ({
  ...{ id: 'a', measure: 'PHQ-9', line: 'phq-9/self', isRaised: true },
  ...{ lines: ['Item 9 was answered: talk about it.'], facts: ['Item 9 was answered.'] },
  ...over,
});
const place = { occurredOn: today, sessionNumber: null };
const prompt = (from: string | null, measure = 'PHQ-9') =>
  ({
    ...{ kind: 'safety', about: 'phq-9/self', value: 1, from, closedUntil: null },
    reason: {
      ...{ kind: 'safety', respondent: 'self' },
      standing: { measure, above: 0, answer: 1, latest: place, since: place },
    },
  }) as Prompt;

describe('a raised answer asks for a conversation', () => {
  test('while none is recorded, whatever the prompts say', () => {
    expect(splitSafety([note()], [], false, today)).toMatchObject({ asking: [note()], talkedAbout: [] });
  });

  test('on the day on which to ask again, and not before', () => {
    const on = (from: string) => splitSafety([note()], [prompt(from)], true, today);
    expect(on(today)).toMatchObject({ asking: [note()], talkedAbout: [], others: [] });
    expect(on('2026-03-13')).toMatchObject({ asking: [], talkedAbout: [note()], others: [] });
  });

  test('once talked about it is still said, without asking', () => {
    expect(splitSafety([note()], [], true, today)).toMatchObject({ asking: [], talkedAbout: [note()] });
  });

  test('when it was just added to an earlier day it is said as it is', () => {
    const added = note({ id: 'b', facts: [] });
    expect(splitSafety([added], [], true, today)).toMatchObject({ asking: [added], talkedAbout: [] });
  });
});

test('a prompt that no answer on the page says is put beside them; what is said is not said twice', () => {
  const past = note({ id: 'c', isRaised: false, facts: [] });
  const other = prompt(null, 'CORE-10');
  const split = splitSafety([note(), past], [prompt(null), other], true, today);
  expect(split).toEqual({ asking: [note()], talkedAbout: [], known: [past], others: [other] });
});
