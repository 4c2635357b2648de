import { m } from '../../paraglide/messages.js';
import { displayLocale } from '../../wording/locale.ts';

/** Whose records are in a file only as far as they can be read. */
export const incompleteSentence = (labels: readonly string[]): string =>
  m.settings_readable_incomplete({ who: new Intl.ListFormat(displayLocale()).format(labels) });
