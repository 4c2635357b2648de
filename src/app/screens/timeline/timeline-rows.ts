// Everything of one client in one readable order. Law: every entry that counts stands in it once, under exactly one kind; what was
// corrected or deleted is not among them.
import type { MarkLabel } from '../../../records/mark-labels.ts';
import type { CheckIn } from '../../../records/check-ins.ts';
import type { ClientRecord } from '../../../records/client-record.ts';
import type { Entry } from '../../../records/entry.ts';
import type { TechniqueChoice } from '../../../records/practice-settings.ts';
import type { Instrument } from '../../../clinical/instruments/instrument.ts';
import type { CalendarDay, ScorePoint } from '../../../clinical/verdict/score-point.ts';
import { m } from '../../paraglide/messages.js';
import { decisionWord } from '../../wording/change-words.ts';
import { consentWord } from '../../wording/consent-words.ts';
import { endingReasonWord } from '../../wording/course-words.ts';
import { formatTime } from '../../wording/appointment-words.ts';
import { formatNumber } from '../../wording/format-total.ts';
import { ratingWords } from '../../wording/goal-words.ts';
import { markName } from '../../wording/mark-words.ts';
import { promptAnsweredWord, promptTitle } from '../../wording/prompt-words.ts';
import { techniqueName } from '../../wording/technique-words.ts';
import { measureName, modeWord, sentenceCase } from '../../wording/words.ts';
import { resultWords } from '../client/add-score/result-words.ts';
import { attendanceWord, checkOutQuestions } from '../client/sessions/session-words.ts';

export const timelineKinds = [
  'sessions',
  'scores',
  'ratings',
  'marks',
  'changes',
  'decisions',
  'notes',
  'check-ins',
  'course',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export interface TimelineRow {
  readonly id: string;
  readonly kind: TimelineKind;
  /** Null: only a session number is known, or nothing. */
  readonly day: CalendarDay | null;
  readonly title: string;
  /** In the therapist's own words, or the numbers behind the title; may be empty. */
  readonly detail: string;
}

export interface TimelineSource {
  readonly record: Pick<ClientRecord, 'entries'>;
  readonly points: readonly ScorePoint[];
  /** Only those by link: a hand-over is seen by its answers. */
  readonly links: readonly CheckIn[];
  readonly find: (id: string, version: string) => Instrument | null;
  readonly techniques: readonly TechniqueChoice[];
  readonly marks: readonly MarkLabel[];
  readonly goalWords: (id: Extract<Entry, { kind: 'rating' }>['goalId']) => string | null;
  /** 'HH:MM' of a UTC instant, where this device is. */
  readonly timeOf: (utc: string) => string;
  readonly dayOf: (utc: string) => CalendarDay;
  readonly locale: string;
}

/** Oldest first; what has no day comes before everything that has one. */
export function timelineRows(source: TimelineSource): TimelineRow[] {
  const rows = source.record.entries.map((entry): TimelineRow => {
    const { id, occurredOn: day } = entry;
    return { id, day, ...rowOf(entry, source) };
  });
  const sent = source.links.map(({ id, createdAt, withdrawnAt }): TimelineRow => ({
    id,
    kind: 'check-ins',
    day: source.dayOf(createdAt.utc),
    title: withdrawnAt === null ? m.timeline_link_made() : m.timeline_link_withdrawn(),
    detail: '',
  }));
  // Sorting is stable: within a day the entries keep the order in which people see them.
  return [...rows, ...sent].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : a.day === b.day ? 0 : 1));
}

type Words = Pick<TimelineRow, 'kind' | 'title' | 'detail'>;

const lines = (...parts: readonly (string | undefined | null)[]): string =>
  parts.filter((part) => part !== undefined && part !== null && part !== '').join('\n');

function atMinute(what: string, minute: number | null, locale: string): string {
  return minute === null ? what : m.capture_at_minute({ what, minute: formatNumber(minute, locale) });
}

function rowOf(entry: Entry, source: TimelineSource): Words {
  const { locale } = source;
  switch (entry.kind) {
    case 'session': {
      const attendance = sentenceCase(attendanceWord(entry.attendance), locale);
      const number = entry.sessionNumber;
      const title =
        number === null
          ? m.timeline_no_session({ attendance })
          : m.timeline_session({ number: formatNumber(number, locale), attendance });
      const { startedAt, endedAt } = entry;
      const times =
        startedAt && endedAt
          ? m.timeline_from_to({
              from: formatTime(source.timeOf(startedAt), locale),
              to: formatTime(source.timeOf(endedAt), locale),
            })
          : '';
      const place =
        entry.place === 'video' ? m.timeline_video() : entry.place === 'room' ? m.timeline_room() : '';
      return {
        kind: 'sessions',
        title,
        detail: lines(
          [times, place].filter((part) => part !== '').join(' · '),
          entry.homework && m.timeline_homework({ words: entry.homework }),
          entry.forNextTime && m.timeline_next_time({ words: entry.forNextTime }),
        ),
      };
    }
    case 'response': {
      const instrument = source.find(entry.instrumentId, entry.instrumentVersion);
      const point = source.points.find(({ entryId }) => entryId === entry.id);
      const measure = measureName(instrument?.shortName ?? entry.instrumentId, entry.respondent);
      const result =
        instrument && point ? resultWords(point.outcome, instrument, locale) : m.timeline_unknown();
      return {
        kind: 'scores',
        title: m.timeline_score({ measure, result }),
        detail: sentenceCase(modeWord(entry.mode), locale),
      };
    }
    case 'baseline': {
      const instrument = source.record.entries.find(({ id }) => id === entry.responseId);
      const version = instrument?.kind === 'response' ? instrument.instrumentVersion : '';
      const name = source.find(entry.instrumentId, version)?.shortName ?? entry.instrumentId;
      return { kind: 'scores', title: m.timeline_baseline({ measure: name }), detail: entry.reason };
    }
    case 'rating':
      return {
        kind: 'ratings',
        title: m.capture_goal_is({
          goal: source.goalWords(entry.goalId) ?? m.capture_goal_unknown(),
          value: ratingWords(entry.value, entry.scale, locale),
        }),
        detail: '',
      };
    case 'distress': {
      const what = m.capture_distress_is({ value: formatNumber(entry.value, locale) });
      return { kind: 'ratings', title: atMinute(what, entry.minute, locale), detail: '' };
    }
    case 'check-out': {
      const given = checkOutQuestions().flatMap(({ part, name }) => {
        const value = entry[part];
        return value === null ? [] : [m.timeline_value({ what: name, value: formatNumber(value, locale) })];
      });
      return { kind: 'ratings', title: m.timeline_check_out(), detail: given.join(' · ') };
    }
    case 'mark':
      return {
        kind: 'marks',
        title: atMinute(markName(entry.mark, source.marks), entry.minute, locale),
        detail: entry.words,
      };
    case 'technique-use':
      return {
        kind: 'marks',
        title: atMinute(techniqueName(entry.technique, source.techniques), entry.minute, locale),
        detail: entry.response,
      };
    case 'pivot':
      return {
        kind: 'changes',
        title: m.timeline_pivot({ label: entry.label }),
        detail: lines(entry.inTheWay, entry.clientWording),
      };
    case 'review':
      return {
        kind: 'changes',
        title: m.timeline_review({ decision: decisionWord(entry.decision) }),
        detail: entry.words,
      };
    case 'decision':
      return {
        kind: 'decisions',
        title: m.timeline_value({
          what: promptTitle(entry.prompt),
          value: promptAnsweredWord(entry.answer),
        }),
        detail: lines(entry.seen, entry.reason),
      };
    case 'risk-conversation': {
      const { asked, said, means, protectiveFactors, whereNow, plan, told } = entry;
      return {
        kind: 'decisions',
        title: m.timeline_risk(),
        detail: lines(asked, said, means, protectiveFactors, whereNow, plan, told),
      };
    }
    case 'note': {
      const first = entry.sections.find(({ text }) => text.trim() !== '')?.text ?? '';
      return { kind: 'notes', title: m.timeline_note(), detail: firstWords(first) };
    }
    case 'addendum':
      return { kind: 'notes', title: m.timeline_addendum(), detail: firstWords(entry.text) };
    case 'consent':
      return {
        kind: 'course',
        title: m.timeline_consent({ state: consentWord(entry.state) }),
        detail: entry.note,
      };
    case 'life-event':
      return { kind: 'course', title: m.timeline_life_event(), detail: entry.words };
    case 'ending':
      return {
        kind: 'course',
        title: m.timeline_ending({ reason: endingReasonWord(entry.reason) }),
        detail: entry.summary,
      };
    case 'reopening':
      return { kind: 'course', title: m.timeline_reopening(), detail: '' };
  }
}

const longestPiece = 160;

/** The beginning of a text, cut between words. */
export function firstWords(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= longestPiece) return line;
  const cut = line.slice(0, longestPiece);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestPiece / 2))}…`;
}

export interface TimelineDay {
  readonly day: CalendarDay | null;
  readonly rows: readonly TimelineRow[];
}

/** Days with something of these kinds; within a day always in the order in which it happened. */
export function timelineDays(
  rows: readonly TimelineRow[],
  shown: ReadonlySet<TimelineKind>,
  newestFirst: boolean,
): TimelineDay[] {
  const days: { day: CalendarDay | null; rows: TimelineRow[] }[] = [];
  for (const row of rows) {
    if (!shown.has(row.kind)) continue;
    const last = days.at(-1);
    if (last && last.day === row.day) last.rows.push(row);
    else days.push({ day: row.day, rows: [row] });
  }
  return newestFirst ? days.reverse() : days;
}
