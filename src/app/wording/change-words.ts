// What a change of course was, in words for the therapist.
import type { PivotAgreement, PivotEntry, ReviewDecision } from '../../records/entry.ts';
import type { TechniqueChoice } from '../../records/practice-settings.ts';
import { m } from '../paraglide/messages.js';
import { techniqueName } from './technique-words.ts';

const agreements: Readonly<Record<PivotAgreement, () => string>> = {
  agreed: m.phases_agreed,
  'not-agreed': m.phases_not_agreed,
  'not-asked': m.phases_not_asked,
};
export const agreementWord = (agreement: PivotAgreement): string => agreements[agreement]();

const decisions: Readonly<Record<ReviewDecision, () => string>> = {
  keep: m.phases_keep,
  'change-again': m.phases_change_again,
  stop: m.phases_stop,
};
export const decisionWord = (decision: ReviewDecision): string => decisions[decision]();

/** "Mindfulness → Exposure"; null where neither technique was put down. */
export function moveWords(
  { from, to }: Pick<PivotEntry, 'from' | 'to'>,
  techniques: readonly TechniqueChoice[],
): string | null {
  const [before, after] = [from, to].map((id) => (id === null ? null : techniqueName(id, techniques)));
  if (before && after) return m.phases_from_to({ from: before, to: after });
  if (after) return m.phases_to_only({ to: after });
  return before ? m.phases_from_only({ from: before }) : null;
}
