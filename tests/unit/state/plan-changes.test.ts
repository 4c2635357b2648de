// What a therapist changes in a plan, and what its undo leaves.
import { beforeEach, expect, test } from 'vitest';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import {
  addGoal,
  addProblem,
  changeGoal,
  changeProblem,
  choosePrompt,
  chooseTechnique,
  takeGoalAway,
  takeProblemAway,
} from '../../../src/app/state/plan-changes.ts';
import { planMeasure, plannedInOrder, stopPlanning } from '../../../src/app/state/schedule-changes.ts';
import { techniquesInUse } from '../../../src/app/state/techniques-in-use.ts';
import type { PlannedMeasure } from '../../../src/clinical/schedule/schedule.ts';
import type { Pivot } from '../../../src/records/pivots.ts';
import { aClient, first } from './a-client.ts';

let client: ClientState;
const plan = () => client.carePlan.plan;
const schedule = () => client.carePlan.schedule;
const day = '2026-03-02';
const levels = { '-2': '', '-1': 'one a week', 0: 'all in a week', 1: '', 2: '' } as const;
const letters = { words: 'Open my letters', scale: 'attainment', target: 0, levels } as const;
const phq: PlannedMeasure = {
  ...{ instrumentId: 'phq-9', respondent: 'self', since: day },
  cadence: { kind: 'sessions', every: 1 },
};

beforeEach(async () => {
  ({ client } = await aClient());
});

test('a problem is added, put in other words, closed and removed; each can be taken back', async () => {
  const undoAdding = await addProblem(client, 'I lie awake', day);
  const undoWords = await changeProblem(client, first(plan().problems), { words: 'I lie awake until three' });
  expect(plan().problems).toMatchObject([{ words: 'I lie awake until three', closedOn: null }]);
  const undoClosing = await changeProblem(client, first(plan().problems), { closedOn: '2026-03-09' });
  expect(plan().problems).toMatchObject([{ closedOn: '2026-03-09' }]);
  const undoRemoving = await takeProblemAway(client, first(plan().problems).id);
  expect(plan().problems).toEqual([]);
  await undoRemoving(client);
  await undoClosing(client);
  await undoWords(client);
  expect(plan().problems).toMatchObject([{ words: 'I lie awake', closedOn: null }]);
  await undoAdding(client);
  expect(plan().problems).toEqual([]);
});

test('an undo takes back its own field and leaves what was changed beside it', async () => {
  await addProblem(client, 'I lie awake', day);
  const undo = await changeProblem(client, first(plan().problems), { words: 'I lie awake until three' });
  await changeProblem(client, first(plan().problems), { closedOn: '2026-03-09' });
  await undo(client);
  expect(plan().problems).toMatchObject([{ words: 'I lie awake', closedOn: '2026-03-09' }]);
});

test('a form of a goal that stood open writes only what was changed in it', async () => {
  await addGoal(client, letters, day);
  const asOpened = first(plan().goals);
  await changeGoal(client, asOpened, { ...letters, levels: { ...levels, 1: 'each on its day' } });
  const undo = await changeGoal(client, asOpened, {
    ...letters,
    words: 'Open every letter',
    levels: { ...levels, '-2': 'none' },
  });
  expect(plan().goals).toMatchObject([
    { words: 'Open every letter', levels: { ...levels, '-2': 'none', 1: 'each on its day' } },
  ]);
  await undo(client);
  expect(plan().goals).toMatchObject([
    { words: 'Open my letters', levels: { ...levels, 1: 'each on its day' } },
  ]);
});

test('a goal is closed, removed and put back', async () => {
  const undoAdding = await addGoal(client, letters, day);
  await changeGoal(client, first(plan().goals), { closedOn: '2026-03-09' });
  const undo = await takeGoalAway(client, first(plan().goals).id);
  expect(plan().goals).toEqual([]);
  await undo(client);
  expect(plan().goals).toMatchObject([{ words: 'Open my letters', closedOn: '2026-03-09' }]);
  await undoAdding(client);
  expect(plan().goals).toEqual([]);
});

test('techniques and prompts are switched, and back as they were', async () => {
  const undoTechnique = await chooseTechnique(client, 'exposure', true);
  const undoPrompt = await choosePrompt(client, 'goal-flat', false);
  expect(plan().techniques).toEqual(['exposure']);
  expect([...client.carePlan.promptsOff]).toEqual(['goal-flat']);
  await undoTechnique(client);
  await undoPrompt(client);
  expect(plan().techniques).toEqual([]);
  expect([...client.carePlan.promptsOff]).toEqual([]);
});

test('a measure is planned, is the primary, is stopped; the undo brings the line and the primary back', async () => {
  await planMeasure(client, phq, true);
  const gad: PlannedMeasure = { ...phq, instrumentId: 'gad-7', cadence: { kind: 'weeks', every: 4 } };
  const undoPrimary = await planMeasure(client, gad, true);
  expect(plannedInOrder(schedule()).map(({ instrumentId }) => instrumentId)).toEqual(['gad-7', 'phq-9']);
  const undoStop = await stopPlanning(client, gad);
  expect(schedule()).toEqual({ measures: [phq], primary: null });
  await undoStop(client);
  expect(schedule().primary).toEqual({ instrumentId: 'gad-7', respondent: 'self' });
  await undoPrimary(client);
  expect(schedule()).toEqual({ measures: [phq], primary: { instrumentId: 'phq-9', respondent: 'self' } });
});

test('the primary that is planned again as an ordinary one leaves none', async () => {
  await planMeasure(client, phq, true);
  await planMeasure(client, { ...phq, cadence: { kind: 'sessions', every: 2 } }, false);
  expect(schedule()).toMatchObject({ measures: [{ cadence: { every: 2 } }], primary: null });
});

test('the last change of course adds its technique until it is stopped', () => {
  const pivot = (to: string | null, decisions: readonly string[], episode = 1): Pivot =>
    // Only what is read of it.
    ({ entry: { to, episode }, reviews: decisions.map((decision) => ({ decision })) }) as unknown as Pivot;
  const inUse = (...pivots: readonly Pivot[]) => techniquesInUse({ techniques: ['act'] }, pivots, 1);
  const taken = techniquesInUse({ techniques: ['act'] }, [pivot('exposure', [])], 2);
  expect(taken, 'taken up again: what was done before the ending is not done now').toEqual(['act']);
  expect(inUse()).toEqual(['act']);
  expect(inUse(pivot('exposure', []))).toEqual(['act', 'exposure']);
  expect(inUse(pivot('exposure', ['keep']))).toEqual(['act', 'exposure']);
  expect(inUse(pivot('exposure', ['keep', 'stop']))).toEqual(['act']);
  expect(inUse(pivot('exposure', []), pivot('act', []))).toEqual(['act']);
  expect(inUse(pivot(null, []))).toEqual(['act']);
});
