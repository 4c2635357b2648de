// Changes of the plan, each with what takes it back: what stood before comes again, field by field, so that an undo never
// touches what somebody changed beside it.
import { attainmentLevels, type Goal, type GoalId } from '../../clinical/goals/goal.ts';
import type { SwitchablePrompt } from '../../clinical/prompts/prompt.ts';
import type { TechniqueId } from '../../clinical/techniques/technique.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { readPromptsOff, switchPrompt } from '../../records/client-choices.ts';
import {
  newGoalId,
  newProblemId,
  readPlan,
  removeGoal,
  removeProblem,
  useTechnique,
  writeGoal,
  writeProblem,
  type Problem,
} from '../../records/plan.ts';
import type { InnerDocument } from '../../sync/index.ts';
import type { ClientState } from './client.svelte.ts';
import type { UndoFor } from './entry-changes.ts';
import { random } from './random.ts';

type Editor = Pick<ClientState, 'edit'>;
type Undo = UndoFor<Editor>;

export type ProblemDraft = Partial<Pick<Problem, 'words' | 'closedOn'>>;
export type GoalDraft = Pick<Goal, 'words' | 'scale' | 'levels' | 'target'>;
export type GoalChange = Partial<GoalDraft & Pick<Goal, 'closedOn'>>;

const undoing =
  (change: (doc: InnerDocument) => void): Undo =>
  (later) =>
    later.edit(change);

export async function addProblem(client: Editor, words: string, addedOn: CalendarDay): Promise<Undo> {
  const id = newProblemId(random);
  await client.edit((doc) => writeProblem(doc, id, { words, addedOn, closedOn: null }));
  return undoing((doc) => removeProblem(doc, id));
}

/** Words, or closed and opened again. */
export async function changeProblem(client: Editor, before: Problem, draft: ProblemDraft): Promise<Undo> {
  await client.edit((doc) => writeProblem(doc, before.id, draft));
  return undoing((doc) => writeProblem(doc, before.id, sameFields(before, draft)));
}

/** Its words are kept, so that it can be put back. */
export async function takeProblemAway(client: Editor, id: string): Promise<Undo> {
  await client.edit((doc) => removeProblem(doc, id));
  return undoing((doc) => removeProblem(doc, id, false));
}

export async function addGoal(client: Editor, draft: GoalDraft, addedOn: CalendarDay): Promise<Undo> {
  const id = newGoalId(random);
  await client.edit((doc) => writeGoal(doc, id, { ...draft, addedOn, closedOn: null }));
  return undoing((doc) => removeGoal(doc, id));
}

/** Only what differs from `before` is written: a form that stood open must not take back what another device changed meanwhile. */
export async function changeGoal(client: Editor, before: Goal, change: GoalChange): Promise<Undo> {
  const { levels, ...rest } = change;
  const fields = Object.fromEntries(
    Object.entries(rest).filter(([field, value]) => before[field as keyof typeof rest] !== value),
    // Fewer of the same fields.
  ) as typeof rest;
  const changed = attainmentLevels.filter((level) => levels && levels[level] !== before.levels[level]);
  const write = (doc: InnerDocument, from: GoalChange, to: Goal['levels']): void => {
    const now = readPlan(doc).goals.find(({ id }) => id === before.id)?.levels ?? before.levels;
    const merged = { ...now, ...Object.fromEntries(changed.map((level) => [level, to[level]])) };
    writeGoal(doc, before.id, changed.length > 0 ? { ...from, levels: merged } : from);
  };
  await client.edit((doc) => write(doc, fields, levels ?? before.levels));
  return undoing((doc) => write(doc, sameFields(before, fields), before.levels));
}

/** Its words and ratings are kept. */
export async function takeGoalAway(client: Editor, id: GoalId): Promise<Undo> {
  await client.edit((doc) => removeGoal(doc, id));
  return undoing((doc) => removeGoal(doc, id, false));
}

export async function chooseTechnique(client: Editor, id: TechniqueId, isUsed: boolean): Promise<Undo> {
  let was = false;
  await client.edit((doc) => {
    was = readPlan(doc).techniques.includes(id);
    useTechnique(doc, id, isUsed);
  });
  return undoing((doc) => useTechnique(doc, id, was));
}

export async function choosePrompt(client: Editor, kind: SwitchablePrompt, isOn: boolean): Promise<Undo> {
  let was = true;
  await client.edit((doc) => {
    was = !readPromptsOff(doc).has(kind);
    switchPrompt(doc, kind, isOn);
  });
  return undoing((doc) => switchPrompt(doc, kind, was));
}

/** Of `before`, the fields that `change` names. */
function sameFields<Whole extends object, Part extends Partial<Whole>>(before: Whole, change: Part): Part {
  const named = Object.entries(before).filter(([field]) => Object.hasOwn(change, field));
  // The same fields of the same whole: their types are those of the part.
  return Object.fromEntries(named) as Part;
}
