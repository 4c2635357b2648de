import type { Entry } from '../../../records/entry.ts';
import { m } from '../../paraglide/messages.js';
import type { Practice } from '../../state/practice.svelte.ts';
import { resultWords } from './add-score/result-words.ts';
import { outcomeOf } from './history-rows.ts';

/** "PHQ-8: 12, moderate; GAD-7: 9, mild": what several responses came to, in one line. */
export const responseResults = (
  entries: readonly Entry[],
  find: Practice['findInstrument'],
  locale: string,
): string =>
  entries
    .flatMap((entry) => {
      if (entry.kind !== 'response') return [];
      const instrument = find(entry.instrumentId, entry.instrumentVersion);
      if (!instrument) return [entry.instrumentId];
      const result = resultWords(outcomeOf(entry, instrument), instrument, locale);
      return [m.links_result({ measure: instrument.shortName, result })];
    })
    .join('; ');
