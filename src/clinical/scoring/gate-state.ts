import type { Instrument } from '../instruments/instrument.ts';

/** 'none': the instrument has no gate. 'closed': the other questions are not asked. */
export type GateState = 'none' | 'open' | 'closed' | 'unanswered';

/** What the first question's answer means for the others. */
export function gateState(
  { gate, items }: Pick<Instrument, 'gate' | 'items'>,
  answers: readonly (number | null)[],
): GateState {
  if (!gate) return 'none';
  const answer = answers[items.findIndex(({ id }) => id === gate.itemId)] ?? null;
  if (answer === null) return 'unanswered';
  return gate.opensOn.includes(answer) ? 'open' : 'closed';
}
