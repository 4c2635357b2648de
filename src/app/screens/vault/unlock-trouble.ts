import type { AccessTrouble, UnlockTrouble } from '../../../sync/index.ts';
import { m } from '../../paraglide/messages.js';

/** The vault's keys cannot be used: met at the door, or inside when they are about to be changed. */
export type KeyTrouble = UnlockTrouble | Extract<AccessTrouble, { readonly kind: 'unusable' }>;

/** What is wrong with the vault's keys, in a sentence for the person in front of it. */
export function troubleSentence(trouble: KeyTrouble): string {
  if (trouble.kind === 'refused') return m.vault_trouble_refused();
  if (trouble.kind === 'newer-version') return m.vault_trouble_newer();
  if (trouble.kind === 'unusable') return m.vault_trouble_unusable();
  switch (trouble.what) {
    case 'passphrase-wrap':
      return m.vault_trouble_wrapped_key();
    case 'passkey-wrap':
      return m.vault_trouble_passkey_wrap();
    case 'keyring':
      return m.vault_trouble_keyring();
    case 'statements':
      return m.vault_trouble_statements();
  }
}

/** The machine's own word for it, to be passed on when asking for help; null when there is none. */
export const troubleReason = (trouble: KeyTrouble): string | null =>
  trouble.kind === 'newer-version' ? null : trouble.reason;

/** Only a sheet and a backup help; a locked vault with another way in, or an open one, has better ones. */
export function needsRestore(trouble: KeyTrouble): boolean {
  if (trouble.kind === 'newer-version' || trouble.kind === 'unusable') return false;
  return trouble.kind === 'refused' || trouble.what !== 'passkey-wrap';
}
