import { isFollowUp, type Course } from '../../../clinical/episodes/course.ts';
import type { Verdict } from '../../../clinical/verdict/verdict.ts';
import { m } from '../../paraglide/messages.js';
import { formatDay } from '../../wording/format-day.ts';

/** That the latest score was answered after the ending of its course; null where it was not. */
export function followUpNote(verdict: Verdict, courses: readonly Course[], locale: string): string | null {
  if (verdict.kind === 'no-scores') return null;
  const { point } = verdict.kind === 'too-few-points' ? verdict.only : verdict.latest;
  const ending = courses.find(({ episode }) => episode === point.episode)?.ending;
  if (!ending || !isFollowUp(point, courses)) return null;
  return m.client_latest_follow_up({ day: formatDay(ending.occurredOn, locale) });
}
