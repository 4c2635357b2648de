// The prompts of a record, whatever is in it and in whatever order its entries arrived.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveChart, viewMeasures } from '../../../src/app/state/client-chart.ts';
import { needFacts } from '../../../src/app/state/need-facts.ts';
import { promptsOfClient } from '../../../src/app/state/prompt-source.ts';
import { needsOf } from '../../../src/clinical/attention/need.ts';
import { addDays } from '../../../src/clinical/calendar/days.ts';
import type { Goal, GoalId } from '../../../src/clinical/goals/goal.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { promptAnswers, type Prompt } from '../../../src/clinical/prompts/prompt.ts';
import { putForward, waitsOn } from '../../../src/clinical/prompts/put-forward.ts';
import { effectiveEntries } from '../../../src/records/effective-entries.ts';
import type { Entry } from '../../../src/records/entry.ts';
import { entryId, makeResponse } from '../../unit/records/make-entry.ts';

const day = fc.integer({ min: 0, max: 60 }).map((back) => addDays('2026-03-01', -back));
// A clock that is wrong: when something was written down has nothing to do with its day.
const written = fc
  .integer({ min: 0, max: 100_000 })
  .map((seconds) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString());
const goalId = 'g1' as GoalId;
const goal: Goal = {
  ...{ id: goalId, words: 'Ride the bus', scale: 'zero-to-ten', target: 8 },
  levels: { [-2]: '', [-1]: '', 0: '', 1: '', 2: '' },
  ...{ addedOn: '2026-01-01', closedOn: null },
};

const kind = fc.constantFrom(
  'response',
  'response',
  'response',
  'session',
  'rating',
  'check-out',
  'talk',
  'decision',
);
const entry = fc
  .record({
    kind,
    on: day,
    utc: written,
    value: fc.integer({ min: 0, max: 3 }),
    seconds: fc.integer({ min: 0, max: 10 }),
    respondent: fc.constantFrom('self' as const, 'parent' as const),
    answer: fc.constantFrom(...promptAnswers),
    about: fc.constantFrom('phq-9/self', 'phq-9/self/1/4', 'phq-9/self/1/6', 'check-out/x', 'g1/x', 'gone'),
    prompt: fc.constantFrom(
      'worse' as const,
      'early-check' as const,
      'safety' as const,
      'goal-flat' as const,
    ),
    replaces: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
  })
  .map((drawn) => (number: number): Entry => {
    const { kind: what, on, utc, value, seconds, respondent, answer, about, prompt, replaces } = drawn;
    const { id, v, episode, sessionNumber } = makeResponse(number);
    const base = { id, v, episode, sessionNumber, occurredOn: on, recordedAt: { utc, offsetMinutes: 0 } };
    switch (what) {
      case 'session':
        return { ...base, kind: 'session', attendance: 'came' };
      case 'rating':
        return { ...base, kind: 'rating', goalId, scale: 'zero-to-ten', value: seconds };
      case 'check-out':
        return { ...base, kind: 'check-out', heard: seconds, topics: 8, way: null, overall: 7 };
      case 'talk':
        return {
          ...{ ...base, kind: 'risk-conversation', asked: '', said: '', means: '', protectiveFactors: '' },
          ...{ whereNow: '', plan: '', told: '', askAgainOn: value === 0 ? null : addDays(on, 7 * value) },
          discussed: value === 1 ? [] : [{ measure: `phq-9/${respondent}`, answer: value }],
        };
      case 'decision':
        return {
          ...{ ...base, kind: 'decision', prompt, about, answer, value: seconds },
          ...{ reason: '', obstacles: [], seen: '' },
        };
      default:
        return makeResponse(number, {
          ...base,
          respondent,
          ...{ instrumentVersion: phq9.version, coding: phq9.coding, enteredTotal: null },
          answers: [...Array.from({ length: 8 }, (_, item) => (item + seconds) % 4), value, null],
          ...(replaces !== null && replaces < number ? { replaces: entryId(replaces) } : {}),
        });
    }
  });
const record = fc.array(entry, { maxLength: 40 }).map((makers) => makers.map((make, index) => make(index)));
const shuffled = record.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
);

const find = (id: string) => (id === phq9.id ? phq9 : null);

function seen(entries: readonly Entry[]) {
  const effective = effectiveEntries(entries, new Map());
  const chart = deriveChart({ ...effective, unreadable: 0 }, find);
  const views = viewMeasures(chart, find, () => ({}));
  const schedule = {
    measures: [
      {
        instrumentId: 'phq-9',
        respondent: 'self',
        cadence: { kind: 'sessions', every: 2 },
        since: '2026-01-05',
      },
      {
        instrumentId: 'phq-9',
        respondent: 'parent',
        cadence: { kind: 'weeks', every: 2 },
        since: '2026-01-05',
      },
    ],
    primary: null,
  } as const;
  const carePlan = {
    plan: { problems: [], goals: [goal], techniques: [] },
    ...{ schedule, promptsOff: new Set<never>() },
  };
  const from = { record: effective, chart, views, carePlan };
  return { prompts: promptsOfClient(from, find), needs: needFacts({ ...from, addedOn: '2026-01-01' }, find) };
}

test('the order in which entries arrived does not matter', () => {
  fc.assert(
    fc.property(shuffled, ([entries, other]) => {
      expect(seen(other)).toEqual(seen(entries));
    }),
  );
});

test('at most one is put forward, every safety prompt that waits is shown, and none is lost', () => {
  fc.assert(
    fc.property(record, day, fc.option(day, { nil: null }), (entries, today, answeredOn) => {
      const { prompts } = seen(entries);
      const { safety, first, folded } = putForward(prompts, answeredOn, today);
      const waiting = prompts.filter((prompt) => waitsOn(prompt, today));
      expect(safety).toHaveLength(waiting.filter((prompt) => prompt.kind === 'safety').length);
      expect(safety.length + folded.length + (first ? 1 : 0)).toBe(waiting.length);
      expect(first?.kind).not.toBe('safety');
      if (answeredOn === today) expect(first).toBeNull();
    }),
  );
});

test('no two prompts of one kind are about the same thing', () => {
  fc.assert(
    fc.property(record, (entries) => {
      const names = seen(entries).prompts.map((prompt: Prompt) => `${prompt.kind} ${prompt.about}`);
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});

test('the list and the prompts agree on every day about whom to talk to about safety', () => {
  fc.assert(
    fc.property(record, fc.integer({ min: -60, max: 40 }), (entries, shift) => {
      const today = addDays('2026-03-01', shift);
      const { prompts, needs } = seen(entries);
      const shown = putForward(prompts, null, today).safety.length;
      const listed = needsOf('active', needs, today).filter(
        (need) => need.kind === 'safety-answer' || need.kind === 'ask-again',
      );
      expect(listed).toHaveLength(shown);
    }),
  );
});
