// Why somebody stands where they stand in the list, in words. Nothing here ever says that somebody is safe, or needs
// nothing (CLINICAL 1.3): who has no reason has no sentence.
import type { Need, NeedKind } from '../../clinical/attention/need.ts';
import { daysBetween } from '../../clinical/calendar/days.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { m } from '../paraglide/messages.js';
import { formatShortDay } from './format-day.ts';
import { formatNumber } from './format-total.ts';
import { shortPlace } from './place-word.ts';

export type Reason = Exclude<NeedKind, 'rest'>;

const reasons: Readonly<Record<Reason, () => string>> = {
  'safety-answer': m.clients_reason_safety,
  'ask-again': m.clients_reason_ask_again,
  'reliably-worse': m.clients_reason_worse,
  'no-measure': m.clients_reason_no_measure,
  unchanged: m.clients_reason_unchanged,
  'follow-up-due': m.clients_reason_follow_up,
};

export const allReasons = Object.keys(reasons) as readonly Reason[];

/** In two or three words, for a choice. */
export const reasonName = (reason: Reason): string => reasons[reason]();

/** Null where there is no reason. */
export function needSentence(need: Need, today: CalendarDay, locale: string): string | null {
  switch (need.kind) {
    case 'safety-answer':
      return safetySentence(need, locale);
    case 'ask-again':
      return m.clients_need_ask_again({ since: formatShortDay(need.since, locale) });
    case 'reliably-worse':
      return worseSentence(need, locale);
    case 'follow-up-due': {
      const months = formatNumber(need.months, locale);
      return need.since === today
        ? m.clients_need_follow_up_today({ months })
        : m.clients_need_follow_up({ months, since: formatShortDay(need.since, locale) });
    }
    case 'no-measure': {
      const number = formatNumber(daysBetween(need.since, today), locale);
      return need.isFirst
        ? m.clients_need_no_first_measure({ number })
        : m.clients_need_no_measure({ number });
    }
    case 'unchanged':
      return unchangedSentence(need, locale);
    case 'rest':
      return null;
  }
}

function safetySentence({ standing }: Need & { readonly kind: 'safety-answer' }, locale: string): string {
  const { measure, above, latest, since } = standing;
  const words = { measure, above: formatNumber(above, locale), when: placePhrase(latest, locale) };
  const isOne = latest.occurredOn === since.occurredOn && latest.sessionNumber === since.sessionNumber;
  return isOne
    ? m.clients_need_safety(words)
    : m.clients_need_safety_since({ ...words, since: shortPlace(since, locale) });
}

/** Not every rule was worked out from the measure's error: then the change is not called reliable. */
function worseSentence(
  { measure, since, meaning }: Need & { readonly kind: 'reliably-worse' },
  locale: string,
): string {
  const isReliable = meaning === 'reliable';
  if (since === null)
    return isReliable
      ? m.clients_need_worse_undated({ measure })
      : m.clients_need_meaningful_undated({ measure });
  const words = { measure, since: formatShortDay(since, locale) };
  return isReliable ? m.clients_need_worse(words) : m.clients_need_meaningful(words);
}

/** "on 3 Mar 2026", "in session 4". */
function placePhrase(place: Parameters<typeof shortPlace>[0], locale: string): string {
  const words = shortPlace(place, locale);
  if (place.occurredOn !== null) return m.wording_on_day({ day: words });
  return place.sessionNumber === null
    ? m.wording_at_no_date()
    : m.wording_in_session({ number: formatNumber(place.sessionNumber, locale) });
}

function unchangedSentence(
  { measure, since, position }: Need & { readonly kind: 'unchanged' },
  locale: string,
): string {
  if (since === null) {
    if (position === 'at') return m.clients_need_unchanged_at_undated({ measure });
    return position === 'above'
      ? m.clients_need_unchanged_above_undated({ measure })
      : m.clients_need_unchanged_below_undated({ measure });
  }
  const words = { measure, since: formatShortDay(since, locale) };
  if (position === 'at') return m.clients_need_unchanged_at(words);
  return position === 'above' ? m.clients_need_unchanged_above(words) : m.clients_need_unchanged_below(words);
}
