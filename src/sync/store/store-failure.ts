import type { NotSavedReason } from './document-store.ts';

/** Thrown inside the store when a database does not open, answer or stay open. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly reason: NotSavedReason;
  constructor(reason: NotSavedReason, options?: ErrorOptions) {
    super(`document store: ${reason}`, options);
    this.reason = reason;
  }
}

/** The name of whatever was thrown, without its message: messages may carry paths. */
export const errorName = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string'
    ? error.name
    : typeof error;

/**
 * What an IndexedDB error means for the person: by its name, which is all that browsers agree on.
 * @param error of a transaction, a request or a throw; null when the browser gave none.
 */
export const notSavedReasonOf = (error: unknown): NotSavedReason => storeReasonOf(error) ?? 'aborted';

const reasonsByName: Readonly<Record<string, NotSavedReason>> = {
  QuotaExceededError: 'quota',
  InvalidStateError: 'closed',
  DatabaseClosedError: 'closed',
  OpenFailedError: 'cannot-open',
  AbortError: 'aborted',
  TransactionInactiveError: 'aborted',
  TimeoutError: 'aborted',
  UnknownError: 'aborted',
};

/** The same, or null for an error that no database throws. Dexie wraps what the browser said: the inner name says more. */
export function storeReasonOf(error: unknown): NotSavedReason | null {
  if (error instanceof StoreFailure) return error.reason;
  const inner = error instanceof Error && 'inner' in error ? storeReasonOf(error.inner) : null;
  return inner ?? reasonsByName[errorName(error)] ?? null;
}

/** Null once the store has done it; else why it could not. Rejects with what no database throws. */
export async function storeTrouble(work: Promise<unknown>): Promise<NotSavedReason | null> {
  try {
    await work;
    return null;
  } catch (error) {
    const reason = storeReasonOf(error);
    if (reason === null) throw error;
    return reason;
  }
}
