import type { Course } from '../../clinical/episodes/course.ts';
import type { EndingReason } from '../../clinical/episodes/ending.ts';
import type { PlannedFollowUp } from '../../clinical/episodes/follow-ups.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { m } from '../paraglide/messages.js';
import { formatDay } from './format-day.ts';
import { formatNumber } from './format-total.ts';
import { displayLocale } from './locale.ts';

const endings: Readonly<Record<EndingReason, () => string>> = {
  'as-planned': m.wording_ending_as_planned,
  'agreed-early': m.wording_ending_agreed_early,
  'client-stopped': m.wording_ending_client_stopped,
  'lost-contact': m.wording_ending_lost_contact,
  'referred-on': m.wording_ending_referred_on,
  circumstances: m.wording_ending_circumstances,
  other: m.wording_ending_other,
};

export const endingReasonWord = (reason: EndingReason): string => endings[reason]();

/** One of another version is shown as it was written. */
export const endingReasonIn = (text: string): string =>
  Object.hasOwn(endings, text) ? endings[text as EndingReason]() : text;

/** "Course 1: 8 January 2024 to 3 June 2024". */
export function courseTitle(
  { episode, startedOn, ending }: Course,
  locale: string = displayLocale(),
): string {
  const number = formatNumber(episode, locale);
  const from = startedOn === null ? null : formatDay(startedOn, locale);
  const to = ending ? formatDay(ending.occurredOn, locale) : null;
  if (from !== null && to !== null) return m.wording_course_from_to({ number, from, to });
  if (from !== null) return m.wording_course_from({ number, from });
  return to === null ? m.wording_course({ number }) : m.wording_course_to({ number, to });
}

/** "After 3 months, on 3 September 2024: done". */
export function followUpWords(
  { months, dueOn, isDone }: PlannedFollowUp,
  today: CalendarDay,
  locale: string = displayLocale(),
): string {
  const words = { months: formatNumber(months, locale), day: formatDay(dueOn, locale) };
  if (isDone) return m.wording_follow_up_done(words);
  return dueOn <= today ? m.wording_follow_up_due(words) : m.wording_follow_up_planned(words);
}
