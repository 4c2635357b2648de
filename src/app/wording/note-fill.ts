// A note out of what a session holds: plain sentences and lists, each made of one fact, without any AI. What is not there is left
// out. The same facts make the same words, so that a section can be seen to be untouched.
import type { GoalScale } from '../../clinical/goals/goal.ts';
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { isBuiltInMark, type BuiltInMark, type MarkId } from '../../clinical/marks/mark.ts';
import type { NoteFact } from '../../clinical/notes/templates.ts';
import type { TechniqueId } from '../../clinical/techniques/technique.ts';
import type { Respondent } from '../../clinical/verdict/score-point.ts';
import type { Verdict } from '../../clinical/verdict/verdict.ts';
import type { NextAppointment } from '../../records/appointment.ts';
import type {
  CheckOutEntry,
  DecisionEntry,
  DistressEntry,
  MarkEntry,
  PivotEntry,
  RiskConversationEntry,
  SessionEntry,
  TechniqueUseEntry,
} from '../../records/entry.ts';
import type { TechniqueChoice } from '../../records/practice-settings.ts';
import { m } from '../paraglide/messages.js';
import { formatTime, meetingPlaceWord } from './appointment-words.ts';
import { agreementWord, moveWords } from './change-words.ts';
import { formatDay } from './format-day.ts';
import { formatNumber, formatTotal } from './format-total.ts';
import { ratingWords } from './goal-words.ts';
import { promptAnsweredWord } from './prompt-words.ts';
import { techniqueName } from './technique-words.ts';
import { verdictSentence } from './verdict-sentence.ts';
import { measureName } from './words.ts';

export interface MeasureFact {
  readonly instrument: Instrument;
  readonly respondent: Respondent;
  readonly baseline: number | null;
  readonly last: number | null;
  readonly now: number;
  /** As of that day. */
  readonly verdict: Verdict;
}

export interface GoalFact {
  readonly words: string;
  readonly scale: GoalScale;
  readonly from: number | null;
  readonly to: number;
}

export interface NoteMaterial {
  readonly session: SessionEntry | null;
  readonly jotted: string;
  readonly measures: readonly MeasureFact[];
  readonly distress: readonly DistressEntry[];
  readonly marks: readonly MarkEntry[];
  readonly goals: readonly GoalFact[];
  readonly checkOut: CheckOutEntry | null;
  readonly techniqueUses: readonly TechniqueUseEntry[];
  readonly decisions: readonly DecisionEntry[];
  readonly risk: readonly RiskConversationEntry[];
  readonly pivots: readonly PivotEntry[];
  readonly inUse: readonly TechniqueId[];
  readonly next: NextAppointment | null;
}

export interface NoteNames {
  readonly techniques: readonly TechniqueChoice[];
  readonly marks: readonly { readonly id: MarkId; readonly label: string }[];
}

type Lines = (material: NoteMaterial, names: NoteNames, locale: string) => string[];

const markWords: Readonly<Record<BuiltInMark, () => string>> = {
  insight: m.notes_mark_insight,
  avoidance: m.notes_mark_avoidance,
  rupture: m.notes_mark_rupture,
  homework: m.notes_mark_homework,
  risk: m.notes_mark_risk,
};

const markName = (id: MarkId, { marks }: NoteNames): string =>
  marks.find((mark) => mark.id === id)?.label ?? (isBuiltInMark(id) ? markWords[id]() : m.notes_mark_own());

const attendances: Readonly<Record<SessionEntry['attendance'], () => string>> = {
  came: m.notes_came,
  late: m.notes_late,
  cancelled: m.notes_cancelled,
  missed: m.notes_missed,
};

/** "minute 12: …"; without the clock only the words. */
const atMinute = (minute: number | null, words: string, locale: string): string =>
  minute === null ? words : m.notes_at_minute({ minute: formatNumber(minute, locale), words });

const withWords = (head: string, words: string): string =>
  words.trim() === '' ? head : m.notes_with_words({ head, words: words.trim() });

/** The wall clock of this device. */
function timeOf(utc: string, locale: string): string {
  const date = new Date(utc);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return formatTime(`${pad(date.getHours())}:${pad(date.getMinutes())}`, locale);
}

function attendance({ session }: NoteMaterial, locale: string): string[] {
  if (session === null) return [];
  const { startedAt, endedAt, place, whereToday } = session;
  const when =
    startedAt && endedAt
      ? [m.notes_times({ from: timeOf(startedAt, locale), to: timeOf(endedAt, locale) })]
      : startedAt
        ? [m.notes_began({ from: timeOf(startedAt, locale) })]
        : [];
  const parts = [attendances[session.attendance](), ...when, ...(place ? [meetingPlaceWord(place)] : [])];
  const line = m.notes_attendance({
    attendance: parts.join(', '),
    number: session.sessionNumber === null ? '' : formatNumber(session.sessionNumber, locale),
  });
  const unnumbered = m.notes_attendance_plain({ attendance: parts.join(', ') });
  return [
    session.sessionNumber === null ? unnumbered : line,
    ...(whereToday?.trim() ? [m.notes_where({ where: whereToday.trim() })] : []),
  ];
}

function measureLine({ instrument, respondent, baseline, last, now }: MeasureFact, locale: string): string {
  const total = (value: number): string => formatTotal(value, instrument, locale);
  const parts = [
    ...(baseline === null ? [] : [m.notes_baseline({ total: total(baseline) })]),
    ...(last === null ? [] : [m.notes_last({ total: total(last) })]),
    m.notes_now({ total: total(now) }),
  ];
  return withWords(measureName(instrument.shortName, respondent), parts.join(', '));
}

function checkOutLine({ checkOut }: NoteMaterial, locale: string): string[] {
  if (checkOut === null) return [];
  const parts = [
    [m.notes_heard, checkOut.heard],
    [m.notes_topics, checkOut.topics],
    [m.notes_way, checkOut.way],
    [m.notes_overall, checkOut.overall],
  ] as const;
  const said = parts.flatMap(([words, value]) =>
    value === null ? [] : [words({ value: formatNumber(value, locale) })],
  );
  return said.length === 0 ? [] : [m.notes_check_out({ said: said.join(', ') })];
}

/** Every field that something was written in, one a line. */
export function riskLines(entry: RiskConversationEntry, locale: string): string[] {
  const fields = [
    [m.risk_asked(), entry.asked],
    [m.risk_said(), entry.said],
    [m.risk_means(), entry.means],
    [m.risk_protective(), entry.protectiveFactors],
    [m.risk_where(), entry.whereNow],
    [m.risk_plan(), entry.plan],
    [m.risk_told(), entry.told],
  ] as const;
  return [
    m.notes_risk(),
    ...fields.filter(([, text]) => text !== '').map(([label, text]) => withWords(label, text)),
    ...(entry.askAgainOn === null ? [] : [m.risk_ask_again_on({ day: formatDay(entry.askAgainOn, locale) })]),
  ];
}

const pivotLines = (pivot: PivotEntry, { techniques }: NoteNames, locale: string): string[] => [
  withWords(m.notes_change(), [pivot.label, moveWords(pivot, techniques) ?? ''].filter(Boolean).join('; ')),
  ...(pivot.inTheWay === '' ? [] : [withWords(m.notes_in_the_way(), pivot.inTheWay)]),
  m.notes_review({
    agreement: agreementWord(pivot.agreement),
    day: formatDay(pivot.reviewOn, locale),
  }),
];

const lines: Readonly<Record<NoteFact, Lines>> = {
  attendance: (material, _names, locale) => attendance(material, locale),
  jotted: ({ jotted }) => (jotted.trim() === '' ? [] : [jotted.trim()]),
  measures: ({ measures }, _names, locale) => measures.map((measure) => measureLine(measure, locale)),
  verdicts: ({ measures }, _names, locale) =>
    measures.map(({ verdict, instrument }) => verdictSentence(verdict, instrument, locale)),
  distress: ({ distress }, _names, locale) =>
    distress.length === 0
      ? []
      : [
          m.notes_distress({
            values: distress
              .map(({ value, minute }) =>
                minute === null
                  ? formatNumber(value, locale)
                  : m.notes_value_at({
                      value: formatNumber(value, locale),
                      minute: formatNumber(minute, locale),
                    }),
              )
              .join(', '),
          }),
        ],
  marks: ({ marks }, names, locale) =>
    marks.map(({ mark, minute, words }) => atMinute(minute, withWords(markName(mark, names), words), locale)),
  goals: ({ goals }, _names, locale) =>
    goals.map(({ words, scale, from, to }) =>
      from === null
        ? m.notes_goal({ goal: words, to: ratingWords(to, scale, locale) })
        : m.notes_goal_from({
            goal: words,
            from: ratingWords(from, scale, locale),
            to: ratingWords(to, scale, locale),
          }),
    ),
  'check-out': (material, _names, locale) => checkOutLine(material, locale),
  techniques: ({ techniqueUses }, { techniques }, locale) =>
    techniqueUses.map(({ technique, response, minute }) =>
      atMinute(minute, withWords(techniqueName(technique, techniques), response), locale),
    ),
  answered: ({ decisions }) =>
    decisions.map(({ seen, answer, reason }) =>
      withWords(m.notes_answered({ seen, answer: promptAnsweredWord(answer) }), reason),
    ),
  risk: ({ risk }, _names, locale) => risk.flatMap((entry) => riskLines(entry, locale)),
  change: ({ pivots }, names, locale) => pivots.flatMap((pivot) => pivotLines(pivot, names, locale)),
  homework: ({ session }) =>
    session?.homework?.trim() ? [withWords(m.notes_homework(), session.homework)] : [],
  next: ({ session }) =>
    session?.forNextTime?.trim() ? [withWords(m.notes_for_next_time(), session.forNextTime)] : [],
  plan: ({ inUse, next }, { techniques }, locale) => [
    ...(inUse.length === 0
      ? []
      : [withWords(m.notes_in_use(), inUse.map((id) => techniqueName(id, techniques)).join(', '))]),
    ...(next === null ? [] : [withWords(m.notes_next_appointment(), formatDay(next.on, locale))]),
  ],
};

/** What a section of these facts says; empty where there is nothing to say. */
export const fillSection = (
  facts: readonly NoteFact[],
  material: NoteMaterial,
  names: NoteNames,
  locale: string,
): string => facts.flatMap((fact) => lines[fact](material, names, locale)).join('\n');

/** The lines that the facts have now and did not have when the section was filled. */
export function linesSince(filled: string, now: string): string {
  const known = new Set(filled.split('\n'));
  return now
    .split('\n')
    .filter((line) => line !== '' && !known.has(line))
    .join('\n');
}
