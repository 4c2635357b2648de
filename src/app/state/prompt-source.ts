// From a client's record to what the prompts are worked out from.
import type { Prompt } from '../../clinical/prompts/prompt.ts';
import type { ClientRecord } from '../../records/client-record.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import type { CarePlan } from './care-plan.ts';
import type { ClientChart, MeasureView } from './client-chart.ts';

export interface PromptsFrom {
  readonly record: Pick<ClientRecord, 'entries' | 'firstWritten'>;
  readonly chart: ClientChart;
  readonly views: readonly MeasureView[];
  readonly carePlan: CarePlan;
}

/** Every prompt that waits or will, in the order in which they are put forward. */
export const promptsOfClient = (_from: PromptsFrom, _find: FindInstrument): readonly Prompt[] => [];
