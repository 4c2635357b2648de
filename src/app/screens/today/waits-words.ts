// What waits with a client, in a line.
import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import { m } from '../../paraglide/messages.js';
import { waitingPrompts, type Waits } from '../../state/today.ts';
import type { PivotUpForReview } from '../../state/today-facts.ts';
import { formatShortDay } from '../../wording/format-day.ts';
import { formatNumber } from '../../wording/format-total.ts';
import { promptTitle } from '../../wording/prompt-words.ts';

export interface PromptLine {
  /** Null: one was answered today, and the others stay folded. */
  readonly title: string | null;
  readonly more: string | null;
  readonly isUrgent: boolean;
}

/** Null where no prompt waits. */
export function promptLine(waits: Waits, locale: string): PromptLine | null {
  const waiting = waitingPrompts(waits);
  const [shown] = waiting;
  if (!shown) return null;
  if (waits.safety.length === 0 && !waits.first) {
    const words = { count: waiting.length, number: formatNumber(waiting.length, locale) };
    return { title: null, more: m.today_prompts(words), isUrgent: false };
  }
  const count = waiting.length - 1;
  return {
    title: promptTitle(shown.kind),
    more: count === 0 ? null : m.today_more_prompts({ count, number: formatNumber(count, locale) }),
    isUrgent: shown.kind === 'safety' || shown.kind === 'worse',
  };
}

export const reviewLine = (
  { label, reviewDueOn }: PivotUpForReview,
  today: CalendarDay,
  locale: string,
): string =>
  reviewDueOn === today
    ? m.today_review_today({ label })
    : m.today_review_since({ label, day: formatShortDay(reviewDueOn, locale) });
