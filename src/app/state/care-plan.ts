// What is planned with a client, beside the dated entries: read as one, because prompts, what is due and the list all need it.
import type { SwitchablePrompt } from '../../clinical/prompts/prompt.ts';
import { emptySchedule, type Schedule } from '../../clinical/schedule/schedule.ts';
import { readPromptsOff } from '../../records/client-choices.ts';
import { emptyPlan, readPlan, type Plan } from '../../records/plan.ts';
import { readSchedule } from '../../records/schedule.ts';
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
