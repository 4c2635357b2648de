import { m } from '../../paraglide/messages.js';
import { displayLocale } from '../../wording/locale.ts';

export interface RestoreParts {
  readonly hasFile: boolean;
  readonly hasWords: boolean;
  readonly hasPassphrase: boolean;
}

/** "the backup file and the 24 words": what is still needed; null when nothing is. */
export function whatIsMissing(parts: RestoreParts): string | null {
  const missing = [
    parts.hasFile ? null : m.vault_restore_need_file(),
    parts.hasWords ? null : m.vault_restore_need_words(),
    parts.hasPassphrase ? null : m.vault_restore_need_passphrase(),
  ].filter((part) => part !== null);
  return missing.length === 0 ? null : new Intl.ListFormat(displayLocale()).format(missing);
}
