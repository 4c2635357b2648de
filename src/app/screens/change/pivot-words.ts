import type { Course } from '../../../clinical/episodes/course.ts';
import type { Obstacle } from '../../../clinical/change-of-course/obstacles.ts';
import type { PivotAgreement, PivotEntry, ReviewDecision } from '../../../records/entry.ts';
import type { TechniqueChoice } from '../../../records/practice-settings.ts';
import { m } from '../../paraglide/messages.js';
import type { PivotProblem } from '../../state/pivot-draft.ts';
import { formatDay } from '../../wording/format-day.ts';
import { formatNumber } from '../../wording/format-total.ts';
import { whenPhrase } from '../../wording/place-word.ts';
import { techniqueName } from '../../wording/technique-words.ts';

const questions: Readonly<Record<Obstacle, () => string>> = {
  relationship: m.change_obstacle_relationship,
  motivation: m.change_obstacle_motivation,
  'life-events': m.change_obstacle_life_events,
  risk: m.change_obstacle_risk,
  technique: m.change_obstacle_technique,
  'other-care': m.change_obstacle_other_care,
  homework: m.change_obstacle_homework,
  attendance: m.change_obstacle_attendance,
};

/** What to ask oneself about it. */
export const obstacleQuestion = (obstacle: Obstacle): string => questions[obstacle]();

const agreements: Readonly<Record<PivotAgreement, () => string>> = {
  agreed: m.change_agreed,
  'not-agreed': m.change_not_agreed,
  'not-asked': m.change_not_asked,
};

export const agreementWord = (agreement: PivotAgreement): string => agreements[agreement]();

/** "Mindfulness → Exposure"; null where it names no technique. */
export function fromToWords(
  { from, to }: Pick<PivotEntry, 'from' | 'to'>,
  choices: readonly TechniqueChoice[],
): string | null {
  const name = (id: string | null): string =>
    id === null ? m.change_no_technique() : techniqueName(id, choices);
  return from === null && to === null ? null : m.change_from_to({ from: name(from), to: name(to) });
}

/** "Began on 12 March 2026", "Began after session 4". */
export const beganWords = ({ occurredOn, sessionNumber }: PivotEntry, locale: string): string =>
  occurredOn === null && sessionNumber !== null
    ? m.change_began_after({ number: formatNumber(sessionNumber, locale) })
    : m.change_began_on({ when: whenPhrase({ occurredOn, sessionNumber }, locale) });

/** What was said when it was saved. */
export const savedWords = ({ occurredOn, sessionNumber, label }: PivotEntry, locale: string): string =>
  occurredOn === null
    ? m.change_saved_session({ label, number: formatNumber(sessionNumber ?? 0, locale) })
    : m.change_saved({ label, day: formatDay(occurredOn, locale) });

const decided: Readonly<Record<ReviewDecision, (words: { day: string }) => string>> = {
  keep: m.change_decided_keep,
  'change-again': m.change_decided_again,
  stop: m.change_decided_stop,
};

/** "Kept on 9 April 2026". */
export const decidedWords = (decision: ReviewDecision, day: string, locale: string): string =>
  decided[decision]({ day: formatDay(day, locale) });

/** @param course that it belongs to */
export function pivotProblemText(
  problem: PivotProblem,
  course: Pick<Course, 'startedOn' | 'ending'> | undefined,
  locale: string,
): string {
  const dayIn = (day: string | null | undefined): { day: string } => ({
    day: day ? formatDay(day, locale) : '',
  });
  switch (problem) {
    case 'day-missing':
      return m.change_day_missing();
    case 'day-future':
      return m.change_day_future();
    case 'day-early':
      return m.change_day_early(dayIn(course?.startedOn));
    case 'day-after-ending':
      return m.change_day_after_ending(dayIn(course?.ending?.occurredOn));
    case 'session-missing':
      return m.change_session_missing();
    case 'label-missing':
      return m.change_label_missing();
    case 'review-missing':
      return m.change_review_day_missing();
    case 'review-early':
      return m.change_review_early();
  }
}
