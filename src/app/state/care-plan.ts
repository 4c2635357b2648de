// What is planned with a client, beside the dated entries: read as one, because prompts, what is due and the list all need it.
import type { SwitchablePrompt } from '../../clinical/prompts/prompt.ts';
import { emptySchedule, type Schedule } from '../../clinical/schedule/schedule.ts';
import { readPromptsOff } from '../../records/client-choices.ts';
import { emptyPlan, readPlan, useTechnique, writeGoal, writeProblem, type Plan } from '../../records/plan.ts';
import { readSchedule, writePlannedMeasure, writePrimary } from '../../records/schedule.ts';
import type { InnerDocument } from '../../sync/index.ts';

export interface CarePlan {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly promptsOff: ReadonlySet<SwitchablePrompt>;
}

export const emptyCarePlan: CarePlan = { plan: emptyPlan, schedule: emptySchedule, promptsOff: new Set() };

export const readCarePlan = (doc: InnerDocument): CarePlan => ({
  plan: readPlan(doc),
  schedule: readSchedule(doc),
  promptsOff: readPromptsOff(doc),
});

/** Writes a whole plan into a client's new document. */
export function writeCarePlan(
  doc: InnerDocument,
  { plan, schedule }: Pick<CarePlan, 'plan' | 'schedule'>,
): void {
  for (const { id, ...problem } of plan.problems) writeProblem(doc, id, problem);
  for (const { id, ...goal } of plan.goals) writeGoal(doc, id, goal);
  for (const id of plan.techniques) useTechnique(doc, id, true);
  for (const planned of schedule.measures) writePlannedMeasure(doc, planned);
  writePrimary(doc, schedule.primary);
}
