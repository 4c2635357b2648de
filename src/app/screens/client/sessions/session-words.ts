// Sessions in words.
import type { SessionEntry } from '../../../../records/entry.ts';
import { checkOutParts, type CheckOutPart } from '../../../../clinical/prompts/prompt.ts';
import { m } from '../../../paraglide/messages.js';
import { earliestDay, type Attendance, type SessionProblem } from '../../../state/session-changes.ts';
import { formatDay, formatShortDay } from '../../../wording/format-day.ts';
import { formatNumber } from '../../../wording/format-total.ts';

const words: Readonly<Record<Attendance, () => string>> = {
  came: m.sessions_came,
  late: m.sessions_late,
  cancelled: m.sessions_cancelled,
  missed: m.sessions_missed,
};

export const attendanceWord = (attendance: Attendance): string => words[attendance]();

/** "session 5, 4 Mar 2026"; "cancelled, 4 Mar 2026". */
export function sessionName({ sessionNumber, occurredOn, attendance }: SessionEntry, locale: string): string {
  const day = occurredOn === null ? '' : formatShortDay(occurredOn, locale);
  return sessionNumber === null
    ? m.sessions_unnumbered({ attendance: attendanceWord(attendance), day })
    : m.sessions_named({ number: formatNumber(sessionNumber, locale), day });
}

export const isAboutNumber = ({ kind }: SessionProblem): boolean =>
  kind === 'number-wrong' || kind === 'number-taken';

export function sessionProblemWords(problem: SessionProblem, number: number | null, locale: string): string {
  switch (problem.kind) {
    case 'day-missing':
      return m.sessions_day_missing();
    case 'day-future':
      return m.sessions_day_future();
    case 'day-long-ago':
      return m.sessions_day_long_ago({ year: earliestDay.slice(0, 4) });
    case 'number-wrong':
      return m.sessions_number_wrong();
    case 'number-taken': {
      const taken = formatNumber(number ?? 0, locale);
      return problem.on === null
        ? m.sessions_number_taken_undated({ number: taken })
        : m.sessions_number_taken({ number: taken, day: formatDay(problem.on, locale) });
    }
    case 'course-ended':
      return m.sessions_course_ended({ day: formatDay(problem.on, locale) });
    case 'before-course':
      return m.sessions_before_course({ day: formatDay(problem.startedOn, locale) });
  }
}

const short: Readonly<Record<CheckOutPart, () => string>> = {
  heard: m.sessions_heard,
  topics: m.sessions_topics,
  way: m.sessions_way,
  overall: m.sessions_overall,
};

const questions: Readonly<Record<CheckOutPart, () => string>> = {
  heard: m.sessions_heard_question,
  topics: m.sessions_topics_question,
  way: m.sessions_way_question,
  overall: m.sessions_overall_question,
};

/** The four parts with their short names and our own questions. */
export const checkOutQuestions = (): { part: CheckOutPart; name: string; question: string }[] =>
  checkOutParts.map((part) => ({ part, name: short[part](), question: questions[part]() }));
