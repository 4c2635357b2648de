import { deleteReasonWord, type DeleteReason } from '../../wording/delete-reason-word.ts';

/** What can be chosen; one more where two corrections disagree. */
export function deleteReasons(
  isDispute: boolean,
): { readonly value: DeleteReason; readonly label: string }[] {
  const offered: DeleteReason[] = ['entered-twice', 'other-client', 'not-valid', 'client-asked'];
  if (isDispute) offered.unshift('other-correction');
  return offered.map((value) => ({ value, label: deleteReasonWord(value) }));
}
