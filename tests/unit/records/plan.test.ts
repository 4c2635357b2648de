import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  newGoalId,
  newProblemId,
  readGoals,
  readPlan,
  removeGoal,
  removeProblem,
  useTechnique,
  wordsOfGoal,
  writeGoal,
  writeProblem,
} from '../../../src/records/plan.ts';
import { countedRandom, exchange, twoDevices } from './two-devices.ts';

const random = countedRandom();
const goal = newGoalId(random);
const levels = { '-2': 'a', '-1': 'b', 0: 'c', 1: 'd', 2: 'e' } as const;
const whole = {
  words: 'Open my letters',
  scale: 'attainment',
  levels,
  target: 0,
  addedOn: '2026-03-02',
  closedOn: null,
} as const;

describe('problems', () => {
  test('stand in the order in which they were added, also those of one day', () => {
    const doc = new Y.Doc();
    for (const [id, words, addedOn] of [
      ['c', 'first', '2026-03-02'],
      ['b', 'second', '2026-03-02'],
      ['a', 'earlier', '2026-03-01'],
    ] as const)
      writeProblem(doc, id, { words, addedOn, closedOn: null });
    expect(readPlan(doc).problems.map(({ words }) => words)).toEqual(['earlier', 'first', 'second']);
    writeProblem(doc, 'c', { words: 'still first' });
    expect(readPlan(doc).problems.map(({ words }) => words)).toEqual(['earlier', 'still first', 'second']);
  });

  test('one that is removed keeps its words and can be put back', () => {
    const doc = new Y.Doc();
    const id = newProblemId(random);
    writeProblem(doc, id, { words: 'I lie awake', addedOn: '2026-03-02', closedOn: null });
    removeProblem(doc, id);
    expect(readPlan(doc).problems).toEqual([]);
    removeProblem(doc, id, false);
    expect(readPlan(doc).problems).toEqual([
      { id, words: 'I lie awake', addedOn: '2026-03-02', closedOn: null },
    ]);
  });

  test('closed on one device and put in other words on another: both are kept', () => {
    const [office, tablet] = twoDevices((doc) =>
      writeProblem(doc, 'p', { words: 'I lie awake', addedOn: '2026-03-02', closedOn: null }),
    );
    writeProblem(office, 'p', { closedOn: '2026-03-09' });
    writeProblem(tablet, 'p', { words: 'I lie awake until three' });
    exchange(office, tablet);
    for (const doc of [office, tablet])
      expect(readPlan(doc).problems).toMatchObject([
        { words: 'I lie awake until three', closedOn: '2026-03-09' },
      ]);
  });

  test('one of which only a part has arrived is not shown', () => {
    const doc = new Y.Doc();
    doc.getMap('problems').set('p/closedOn', '2026-03-09');
    expect(readPlan(doc).problems).toEqual([]);
  });
});

describe('goals', () => {
  test('are read as they were written', () => {
    const doc = new Y.Doc();
    writeGoal(doc, goal, whole);
    expect(readGoals(doc)).toEqual([{ id: goal, ...whole }]);
  });

  test('two devices change two fields, or two levels, of one goal: everything is kept', () => {
    const [office, tablet] = twoDevices((doc) => writeGoal(doc, goal, whole));
    writeGoal(office, goal, { words: 'Open every letter', levels: { ...levels, 1: 'each on its day' } });
    writeGoal(tablet, goal, { closedOn: '2026-03-09', levels: { ...levels, '-2': 'none' } });
    exchange(office, tablet);
    for (const doc of [office, tablet])
      expect(readGoals(doc)).toEqual([
        {
          ...whole,
          id: goal,
          words: 'Open every letter',
          closedOn: '2026-03-09',
          levels: { ...levels, '-2': 'none', 1: 'each on its day' },
        },
      ]);
  });

  test('by attainment the target is what is expected, whatever it was on 0–10', () => {
    const doc = new Y.Doc();
    writeGoal(doc, goal, { ...whole, scale: 'zero-to-ten', target: 7 });
    expect(readGoals(doc)[0]?.target).toBe(7);
    writeGoal(doc, goal, { scale: 'attainment' });
    expect(readGoals(doc)[0]?.target).toBe(0);
  });

  test('the words of one that is removed are still known; of one that never was, nothing is', () => {
    const doc = new Y.Doc();
    writeGoal(doc, goal, whole);
    removeGoal(doc, goal);
    expect(readGoals(doc)).toEqual([]);
    expect(wordsOfGoal(doc, goal)).toBe('Open my letters');
    expect(wordsOfGoal(doc, newGoalId(random))).toBeNull();
  });

  test('removed on one device and changed on another: it stays away with the change, and comes back with it', () => {
    const [office, tablet] = twoDevices((doc) => writeGoal(doc, goal, whole));
    removeGoal(office, goal);
    writeGoal(tablet, goal, { words: 'Open every letter' });
    exchange(office, tablet);
    expect(readGoals(office)).toEqual([]);
    removeGoal(tablet, goal, false);
    exchange(office, tablet);
    expect(readGoals(office)).toMatchObject([{ words: 'Open every letter' }]);
  });
});

test('techniques are in use until they are not; the same again is no change', () => {
  const doc = new Y.Doc();
  useTechnique(doc, 'exposure', true);
  useTechnique(doc, 'cbt', true);
  useTechnique(doc, 'cbt', false);
  expect(readPlan(doc).techniques).toEqual(['exposure']);
  const before = Y.encodeStateVector(doc);
  useTechnique(doc, 'exposure', true);
  useTechnique(doc, 'act', false);
  expect(Y.encodeStateVector(doc)).toEqual(before);
});
