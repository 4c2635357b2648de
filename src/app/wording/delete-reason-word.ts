import { m } from '../paraglide/messages.js';

/** Why an entry was deleted, as the record keeps it; words are made when it is shown. */
export type DeleteReason =
  | 'entered-twice'
  | 'other-client'
  | 'not-valid'
  | 'client-asked'
  | 'mistake'
  | 'other-correction'
  | 'not-ended'
  | 'from-first'
  | 'other-reply'
  | 'undone';

const words: Readonly<Record<DeleteReason, () => string>> = {
  'entered-twice': m.client_delete_reason_twice,
  'other-client': m.client_delete_reason_other_client,
  'not-valid': m.client_delete_reason_not_valid,
  'client-asked': m.client_delete_reason_asked,
  mistake: m.plan_delete_reason_mistake,
  'other-correction': m.client_delete_reason_conflict,
  'not-ended': m.client_delete_reason_not_ended,
  'from-first': m.client_delete_reason_from_first,
  'other-reply': m.links_delete_reason_other_reply,
  undone: m.client_delete_reason_undone,
};

const isReason = (text: string): text is DeleteReason => Object.hasOwn(words, text);

/** A reason of another version is shown as it was written. */
export const deleteReasonWord = (reason: string): string => (isReason(reason) ? words[reason]() : reason);
