import type { PivotEntry } from '../../../records/entry.ts';
import { m } from '../../paraglide/messages.js';
import type { ClientState } from '../../state/client.svelte.ts';
import { goalWordsOf } from '../../state/goal-words.ts';
import { formatDay } from '../../wording/format-day.ts';
import { whenPhrase } from '../../wording/place-word.ts';
import { targetName } from './target-options.ts';

/** "“Exposure” began on 12 March 2026. You wanted to see GAD-7 lower by 9 April 2026." */
export function hopeWords(client: ClientState, entry: PivotEntry, locale: string): string {
  const { label, target, direction, reviewOn } = entry;
  const began = m.change_review_began({ label, when: whenPhrase(entry, locale) });
  const day = formatDay(reviewOn, locale);
  if (!target) return `${began} ${m.change_review_hope_none({ day })}`;
  const words = { target: targetName(target, client.measures, goalWordsOf(client)), day };
  const hope = direction === 'down' ? m.change_review_hope_down(words) : m.change_review_hope_up(words);
  return `${began} ${hope}`;
}
