import type { DocumentStatus } from '../../../sync/index.ts';
import { m } from '../../paraglide/messages.js';

export type NotSavedReason = Extract<DocumentStatus, { readonly kind: 'not-saved' }>['reason'];

const sentences: Readonly<Record<NotSavedReason, () => string>> = {
  quota: m.common_not_saved_quota,
  aborted: m.common_not_saved_aborted,
  closed: m.common_not_saved_closed,
  'cannot-open': m.common_not_saved_cannot_open,
  elsewhere: m.common_not_saved_elsewhere,
  'sealing-failed': m.common_not_saved_sealing_failed,
};

/** Why something is not saved, and what helps. */
export const notSavedSentence = (reason: NotSavedReason): string => sentences[reason]();
