import type { DocumentNotSavedReason } from './document-status.ts';

/** A bulk write met a store that could not keep it. */
export class NotSavedError extends Error {
  override readonly name = 'NotSavedError';
  readonly reason: DocumentNotSavedReason;

  constructor(reason: DocumentNotSavedReason) {
    super(`not saved: ${reason}`);
    this.reason = reason;
  }
}
