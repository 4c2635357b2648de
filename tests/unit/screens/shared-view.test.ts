// What a client may see, from records of every kind: what is in it, what is switched off, and that nothing else gets in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNothingThere } from '../../../src/app/screens/share/share-parts.ts';
import { isEmpty } from '../../../src/app/screens/share/shared-view.ts';
import type { Entry } from '../../../src/records/entry.ts';
import { entryId } from '../records/make-entry.ts';
import { own } from '../wording/cases.ts';
import { entriesOfEveryKind, goal, goalId, phq, pivot, rating, whatIsShared } from './share-kit.ts';

const two = [phq(1, '2026-01-05', 18), phq(2, '2026-03-04', 9)];

describe('measures', () => {
  test('a chart, its sentence and the numbers; no band, no cut-off, no corridor, no way of asking', () => {
    const { view } = whatIsShared({ entries: two });
    const [measure] = view.measures;
    expect(measure).toMatchObject({
      name: 'PHQ-9',
      about: ['Asks about depression'],
      sentence: 'Your score has gone down from 18 to 9 since 5 January 2026.',
      notes: ['Lower is better here. A change this big is more than chance alone is likely to make.'],
      rows: [
        { when: '4 Mar 2026', score: '9' },
        { when: '5 Jan 2026', score: '18' },
      ],
    });
    const chart = measure?.chart;
    expect(chart?.series[0]).toMatchObject({ bands: [], cutOff: null, corridor: null });
    expect(chart?.series[0].points.map(({ spoken }) => spoken)).toEqual([
      '5 Jan 2026 · PHQ-9 18 · We count from here',
      '4 Mar 2026 · PHQ-9 9 · −9 since 5 Jan 2026',
    ]);
    expect(view.day).toBe('20 March 2026');
  });

  test('switched off, and without its sentence the picture is still described', () => {
    expect(whatIsShared({ entries: two, choices: { 'measure/phq-9/self': false } }).view.measures).toEqual(
      [],
    );
    const { view } = whatIsShared({ entries: two, choices: { 'sentence/phq-9/self': false } });
    expect(view.measures[0]).toMatchObject({ sentence: null, notes: [] });
    expect(view.measures[0]?.chart?.sentence).toBe('PHQ-9: The last score is 9.');
  });

  test('what a parent or partner answered is off until chosen; what the therapist rated is no part at all', () => {
    const entries = [
      ...two,
      phq(3, '2026-03-04', 7, { respondent: 'parent' }),
      phq(4, '2026-03-04', 7, { respondent: 'clinician' }),
    ];
    const { parts, view } = whatIsShared({ entries });
    expect(parts.measures.map(({ key, isOn }) => [key, isOn])).toEqual([
      ['measure/phq-9/self', true],
      ['measure/phq-9/parent', false],
    ]);
    expect(view.measures).toHaveLength(1);
    const chosen = { 'measure/phq-9/parent': true, 'measure/phq-9/clinician': true };
    expect(whatIsShared({ entries, choices: chosen }).view.measures.map(({ about }) => about)).toEqual([
      ['Asks about depression'],
      ['Asks about depression', 'Filled in by a parent'],
    ]);
  });

  test('only incomplete answers: it says so and draws nothing', () => {
    const blank = Array<null>(10).fill(null);
    const { view } = whatIsShared({
      entries: [phq(1, '2026-03-04', 0, { enteredTotal: null, answers: blank })],
    });
    expect(view.measures[0]).toMatchObject({
      sentence: 'There is no full score yet.',
      chart: null,
      rows: [{ when: '4 Mar 2026', score: 'no score' }],
    });
  });

  test('scores without a day stand with the numbers', () => {
    const { view } = whatIsShared({ entries: [...two, phq(3, null, 12)] });
    expect(view.measures[0]?.rows.at(-1)).toEqual({ when: 'No date', score: '12' });
    expect(view.measures[0]?.chart?.unplaced).toHaveLength(1);
    const numbered = whatIsShared({
      entries: [phq(1, null, 18, { sessionNumber: 1 }), phq(2, null, 9, { sessionNumber: 4 })],
    });
    expect(numbered.view.measures[0]?.sentence).toContain('since session 1');
    expect(numbered.view.measures[0]?.rows[0]).toEqual({ when: 'Session 4', score: '9' });
  });

  test('higher is better, in a measure of one’s own that has no rule', () => {
    const wellbeing = own();
    const of = { instrumentId: wellbeing.id, instrumentVersion: wellbeing.version, coding: wellbeing.coding };
    const entries = [phq(1, '2026-01-05', 30, of), phq(2, '2026-03-04', 60, of)];
    const { view } = whatIsShared({ entries, own: [wellbeing] });
    expect(view.measures[0]).toMatchObject({ name: 'Wellbeing', about: [] });
    expect(view.measures[0]?.notes[0]).toContain('Higher is better here.');
  });

  test('a name that clients are not shown becomes a number, and the preview says why', () => {
    const named = own({ name: 'Clinical wellbeing' });
    const of = { instrumentId: named.id, instrumentVersion: named.version, coding: named.coding };
    const entries = [phq(3, '2026-03-05', 30, of), ...two];
    const { parts, view } = whatIsShared({ entries, own: [named] });
    expect(view.measures.map(({ name }) => name)).toEqual(['Measure 1', 'PHQ-9']);
    expect(parts.measures[0]?.renamed).toEqual({ kind: 'word', word: 'clinical' });
    expect(JSON.stringify(view)).not.toMatch(/clinical/i);
    const mine = whatIsShared({ entries, own: [named], label: 'Wellbeing' });
    expect(mine.view.measures[0]?.name).toBe('Measure 1');
  });

  test('only the current course of therapy', () => {
    const entries: Entry[] = [
      ...two,
      {
        ...pivot(9, '2026-03-10', ''),
        ...{ id: entryId(9), kind: 'reopening', occurredOn: '2026-03-10', episode: 2 },
      },
      phq(3, '2026-03-12', 14, { episode: 2 }),
      rating(4, 'bus', '2026-03-02', 2),
      rating(5, 'bus', '2026-03-12', 7, { episode: 2 }),
    ];
    const { view } = whatIsShared({ entries, goals: [goal('bus', 'Ride the bus')] });
    expect(view.goals[0]?.values).toEqual([7]);
    expect(view.measures[0]?.rows).toEqual([{ when: '12 Mar 2026', score: '14' }]);
    expect(view.measures[0]?.chart?.columns).toEqual([]);
  });

  test('five hundred scores are one chart and one list', () => {
    const day = (index: number): string =>
      new Date(Date.UTC(2016, 0, 5) + index * 7 * 86_400_000).toISOString().slice(0, 10);
    const entries = Array.from({ length: 500 }, (_, index) => phq(index + 1, day(index), index % 28));
    const { view } = whatIsShared({ entries });
    expect(view.measures[0]?.rows).toHaveLength(500);
    expect(view.measures[0]?.chart?.series[0].points).toHaveLength(500);
  });
});

describe('goals', () => {
  test('with what the client rated, on the goal’s own scale', () => {
    const { view } = whatIsShared({
      goals: [goal('g1', ' Go to the shop alone ')],
      entries: [
        rating(1, 'g1', '2026-01-05', 3),
        rating(2, 'g1', '2026-02-02', 1, { scale: 'attainment' }),
        rating(3, 'g2', '2026-02-02', 9),
        rating(4, 'g1', '2026-03-04', 6),
      ],
    });
    expect(view.goals).toEqual([
      {
        words: 'Go to the shop alone',
        rating: 'You gave it 3 out of 10 on 5 January 2026, and 6 on 4 March 2026. You aim for 8.',
        values: [3, 6],
        range: { min: 0, max: 10 },
        numbers: 'All ratings: 3, 6',
      },
    ]);
  });

  test('a closed one is off until chosen; one with a word that clients never read is held back', () => {
    const goals = [
      goal('open', 'Sleep'),
      goal('closed', 'Eat', { closedOn: '2026-03-01' }),
      goal('held', 'Stop thinking I failed'),
    ];
    const { parts, view } = whatIsShared({ goals, choices: { 'goals/held': true } });
    expect(view.goals.map(({ words }) => words)).toEqual(['Sleep']);
    expect(parts.goals.map(({ heldBack }) => heldBack)).toEqual([
      null,
      null,
      { kind: 'word', word: 'failed' },
    ]);
    expect(whatIsShared({ goals, choices: { 'goals/closed': true } }).view.goals).toHaveLength(2);
  });
});

describe('changes of course', () => {
  const wording = 'We go out step by step';

  test('with a wording for the client: its month, its words, its column on the chart, and nothing of the inside', () => {
    const { view } = whatIsShared({
      entries: [...two, pivot(3, '2026-02-02', wording), pivot(4, '2026-02-09', ' ')],
    });
    expect(view.changes).toEqual([{ when: 'February 2026', words: wording }]);
    expect(view.measures[0]?.chart?.columns.map(({ title }) => title)).toEqual([wording]);
    expect(JSON.stringify(view)).not.toMatch(/inner|motivation|exposure|mindfulness/);
  });

  test('switched off it is gone from the chart too, and a correction keeps the choice', () => {
    const choices = { [`change/${entryId(3)}`]: false };
    const entries = [
      ...two,
      pivot(3, '2026-02-02', wording),
      pivot(4, '2026-02-02', 'Said better', { replaces: entryId(3) }),
    ];
    const { parts, view } = whatIsShared({ entries, choices });
    expect(parts.changes).toHaveLength(1);
    expect(view.changes).toEqual([]);
    expect(view.measures[0]?.chart?.columns).toEqual([]);
  });

  test('a wording with a word or a name that is not for clients is held back, whatever was chosen', () => {
    const entries = [
      ...two,
      pivot(3, '2026-02-02', 'The clinical way'),
      pivot(4, '2026-02-09', 'Anna goes out'),
    ];
    const choices = { [`change/${entryId(3)}`]: true, [`change/${entryId(4)}`]: true };
    const { parts, view } = whatIsShared({ entries, choices, label: 'Anna K.' });
    expect(parts.changes.map(({ heldBack }) => heldBack?.kind)).toEqual(['word', 'name']);
    expect(JSON.stringify(view)).not.toMatch(/clinical|Anna/i);
  });

  test('two on one day, thirty in a row, one without a day', () => {
    const thirty = Array.from({ length: 30 }, (_, index) => pivot(index + 10, '2026-02-02', `Step ${index}`));
    const { view } = whatIsShared({ entries: [...two, ...thirty, pivot(50, null, 'Some day')] });
    expect(view.changes).toHaveLength(31);
    expect(view.changes.find(({ words }) => words === 'Some day')?.when).toBeNull();
  });
});

test('a client of whom there is nothing, and one of whom everything is off', () => {
  const nothing = whatIsShared({});
  expect(isNothingThere(nothing.parts)).toBe(true);
  expect(isEmpty(nothing.view)).toBe(true);
  const off = whatIsShared({ entries: two, choices: { 'measure/phq-9/self': false } });
  expect(isNothingThere(off.parts)).toBe(false);
  expect(isEmpty(off.view)).toBe(true);
});

/** Stands in every field that no client may see. */
const marked = fc.nat().map((n) => `canary${n}word`);
const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-02-${String(d).padStart(2, '0')}`);
const anyEntry = fc.tuple(marked, day, fc.integer({ min: 0, max: 27 }), fc.nat(11));

test('of any record nothing stands in the view but what may', () => {
  fc.assert(
    fc.property(
      fc.array(anyEntry, { maxLength: 40 }),
      marked,
      fc.dictionary(fc.constantFrom('measure/phq-9/self', 'sentence/phq-9/self', 'goals/goal'), fc.boolean()),
      (facts, label, choices) => {
        const entries = facts.flatMap(([words, occurredOn, value, kind], index) =>
          entriesOfEveryKind(1000 + index, occurredOn, value, words).slice(kind, kind + 1),
        );
        const levels = { [-2]: label, [-1]: label, 0: label, 1: label, 2: label };
        const goals = [goal('goal', 'Shown words', { levels }), goal('other', label)];
        const { view } = whatIsShared({ label, entries, goals, choices });
        const text = JSON.stringify(view);
        expect(text).not.toContain('canary');
        // Ids of the record, codes of what was chosen in it, ratings that are the therapist's or about the session.
        expect(text).not.toMatch(
          /[0-9a-f]{32}|3\.25|client-stopped|missed|withdrawn|exposure|mindful|motivation|read-aloud|total-entered/,
        );
        expect(text).not.toMatch(/Deteriorat|recovered|clinical|abnormal|failed|severe|moderate|minimal/i);
      },
    ),
    { numRuns: 300 },
  );
});

test('the words of a goal that was removed are not there: only goals of the plan are', () => {
  const { view } = whatIsShared({ entries: [rating(1, String(goalId('gone')), '2026-03-04', 4)] });
  expect(view.goals).toEqual([]);
});
