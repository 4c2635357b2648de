// What the practice's outcomes are counted from, of one client.
import type { FindInstrument } from '../../records/score-points.ts';
import type { PromptsFrom } from './prompt-source.ts';

export interface OutcomeFacts {
  readonly courses: readonly never[];
}

export const outcomeFacts = (_source: PromptsFrom, _find: FindInstrument): OutcomeFacts => ({ courses: [] });
