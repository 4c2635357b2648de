import { m } from '../../paraglide/messages.js';
import type { RestoreOutcome } from '../../state/restore.ts';

/** Why a backup was not taken in; nothing was changed. */
export type Refusal = Pick<Extract<RestoreOutcome, { readonly kind: 'refused' }>, 'reason' | 'where'>;

const sentences: Readonly<Record<Refusal['reason'], () => string>> = {
  'not-a-backup': m.vault_restore_not_a_backup,
  'cut-short': m.vault_restore_cut_short,
  damaged: m.vault_restore_damaged,
  'newer-version': m.vault_restore_newer_version,
  'other-vault': m.vault_restore_other_vault,
  'bad-signature': m.vault_restore_bad_signature,
  'wrong-sheet': m.vault_restore_wrong_sheet,
  'replaced-sheet': m.vault_restore_replaced_sheet,
  words: m.vault_restore_words_refused,
  'not-saved': m.vault_restore_not_saved,
};

export const refusalSentence = ({ reason }: Refusal): string => sentences[reason]();
