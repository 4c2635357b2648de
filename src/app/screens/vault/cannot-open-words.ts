import { m } from '../../paraglide/messages.js';

interface CannotOpenWords {
  readonly title: string;
  readonly text: string;
  /** Said only where the browser's own word for it may help somebody who is asked. */
  readonly reason: string | null;
}

/** What keeps the browser's storage shut, and what helps; for an unknown reason the browser's own word is passed on. */
export function cannotOpenWords(reason: string): CannotOpenWords {
  const title = m.vault_cannot_open_title();
  if (reason === 'newer-version')
    return { title: m.vault_cannot_open_newer_title(), text: m.vault_cannot_open_newer(), reason: null };
  if (reason === 'quota') return { title, text: m.vault_cannot_open_quota(), reason: null };
  if (reason === 'blocked') return { title, text: m.vault_cannot_open_blocked(), reason: null };
  return { title, text: m.vault_cannot_open_text(), reason };
}
