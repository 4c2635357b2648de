import { m } from '../paraglide/messages.js';

/** What has to be said of edits that an earlier lock could not save; null: nothing. */
export function keepsakeRemark(outcome: {
  readonly kind: 'nothing-kept' | 'unreadable' | 'taken-in';
  readonly waiting?: number;
}): string | null {
  if (outcome.kind === 'unreadable') return m.wording_keepsake_unreadable();
  return outcome.waiting ? m.wording_keepsake_waiting() : null;
}
