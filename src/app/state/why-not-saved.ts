// What an error of the store means for the person who waits. Our own mistakes are not answered here: they go on being thrown.
import { NotSavedError } from '../../sync/index.ts';
import type { Practice } from './practice.svelte.ts';

export type NotSavedBecause = 'quota' | 'aborted' | 'closed' | 'cannot-open' | 'elsewhere' | 'sealing-failed';

const reasons: readonly string[] = [
  'quota',
  'aborted',
  'closed',
  'cannot-open',
  'elsewhere',
  'sealing-failed',
] satisfies NotSavedBecause[];

const isReason = (text: string): text is NotSavedBecause => reasons.includes(text);

const byName: Readonly<Record<string, NotSavedBecause>> = {
  QuotaExceededError: 'quota',
  AbortError: 'aborted',
  TransactionInactiveError: 'aborted',
  InvalidStateError: 'closed',
  DatabaseClosedError: 'closed',
};

/** Dexie wraps what the browser threw; the name inside says more than the one outside. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return '';
  const inner: unknown = 'inner' in error ? error.inner : null;
  return byName[nameOf(inner)] === undefined ? error.name : nameOf(inner);
}

/** Null: no failure of the store, so it is ours. */
export async function whyNotSaved(error: unknown, practice: Practice): Promise<NotSavedBecause | null> {
  if (error instanceof NotSavedError) return isReason(error.reason) ? error.reason : 'aborted';
  const reason: unknown = error instanceof Error && 'reason' in error ? error.reason : null;
  if (typeof reason === 'string' && isReason(reason)) return reason;
  const known = byName[nameOf(error)];
  if (known !== undefined) return known;
  return (await practice.session.deps.isStillWriter()) ? null : 'elsewhere';
}
