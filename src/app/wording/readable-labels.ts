// The words of an export: of the printable page, and of what must be said in every file.
import type { ReadableLabels, ReadableVerdict } from '../../exchange/readable/readable-labels.ts';
import { m } from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';
import { meetingPlaceIn } from './appointment-words.ts';
import { endingReasonIn } from './course-words.ts';
import { deleteReasonWord } from './delete-reason-word.ts';
import { formatDay } from './format-day.ts';
import { formatCoefficient } from './format-total.ts';
import { displayLocale } from './locale.ts';
import { loopValue, loopWords } from './readable-entry-words.ts';
import { sessionKinds, sessionValue, sessionWords } from './readable-session-words.ts';
import { planRows } from './readable-plan-words.ts';
import { modeWord, respondentWord } from './words.ts';

/** Which verdict belongs to which measure of which client. */
export const verdictKey = (of: {
  readonly clientId: string;
  readonly instrument: { readonly id: string; readonly version: string; readonly coding: string };
  readonly respondent: string;
}): string =>
  JSON.stringify([of.clientId, of.instrument.id, of.instrument.version, of.instrument.coding, of.respondent]);

export const exportRemarks = {
  incomplete: (): string => m.export_incomplete(),
  incompleteList: (labels: readonly string[]): string =>
    m.export_incomplete_list({ clients: labels.join(', ') }),
};

/** Codes of the record in words; a code without a word here stands for itself. */
const words: Readonly<Record<string, () => string>> = {
  ...loopWords,
  ...sessionWords,
  self: () => respondentWord('self'),
  parent: () => respondentWord('parent'),
  partner: () => respondentWord('partner'),
  clinician: () => respondentWord('clinician'),
  'read-aloud': () => modeWord('read-aloud'),
  'handed-over': () => modeWord('handed-over'),
  link: () => modeWord('link'),
  paper: () => modeWord('paper'),
  import: () => modeWord('import'),
  'total-entered': () => modeWord('total-entered'),
  session: m.export_kind_session,
  response: m.export_kind_response,
  baseline: m.export_kind_baseline,
  ending: m.export_kind_ending,
  reopening: m.export_kind_reopening,
  attendance: m.export_attendance,
  instrumentId: m.export_measure,
  respondent: m.export_respondent,
  responseId: m.export_response_id,
  reason: m.export_reason,
  status: m.export_status,
  ageInYears: m.export_age,
  sex: m.export_sex,
  sexRefused: m.export_sex_refused,
  retainUntil: m.export_retain_until,
  recordIsIncomplete: m.export_incomplete_term,
  'not-applicable': m.export_not_applicable,
  endingReason: m.export_ending_reason,
  summary: m.export_summary,
  followUpMonths: m.export_follow_up_months,
  nextAppointmentOn: m.export_next_on,
  nextAppointmentTime: m.export_next_time,
  nextAppointmentPlace: m.export_next_place,
  usualWeekday: m.export_usual_weekday,
  usualTime: m.export_usual_time,
  usualPlace: m.export_usual_place,
};

const scoreStates: Readonly<Record<string, () => string>> = {
  incomplete: m.export_incomplete_score,
  invalid: m.export_invalid_score,
  prorated: m.export_prorated_score,
  'measure-unknown': m.export_measure_unknown,
};

const sexes: Readonly<Record<string, () => string>> = {
  female: m.export_sex_female,
  male: m.export_sex_male,
  other: m.export_sex_other,
};

const statuses: Readonly<Record<string, () => string>> = {
  active: m.client_is_active,
  waiting: m.client_is_waiting,
  ended: m.client_is_ended,
};

const daysIn: ReadonlySet<string> = new Set(['retainUntil', 'nextAppointmentOn', 'ofNote']);

/** A value without a word here stands for itself. */
function valueIn(field: string, value: string | number | boolean, locale: string): string {
  const code = String(value);
  if (daysIn.has(field)) return formatDay(code, locale);
  if (field === 'endingReason') return endingReasonIn(code);
  if (field === 'respondent') return words[code]?.() ?? code;
  if (field === 'status') return statuses[code]?.() ?? code;
  if (field === 'sex') return sexes[code]?.() ?? code;
  if (field === 'nextAppointmentPlace' || field === 'usualPlace' || field === 'place')
    return meetingPlaceIn(code);
  return sessionValue(field, code, locale) ?? loopValue(field, code, locale) ?? code;
}

/**
 * @param writtenAt UTC instant
 * @param verdicts by `verdictKey`
 * @param incomplete labels of clients whose record is not whole
 */
export function readableLabels(
  writtenAt: string,
  verdicts: ReadonlyMap<string, ReadableVerdict>,
  incomplete: readonly string[],
  locale: string = displayLocale(),
): ReadableLabels {
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(writtenAt),
  );
  const written = m.export_written({ at });
  return {
    language: getLocale(),
    title: m.export_title(),
    writtenAt: incomplete.length === 0 ? written : `${written} ${exportRemarks.incompleteList(incomplete)}`,
    profile: m.export_profile(),
    scores: m.export_scores(),
    answers: m.export_answers(),
    date: m.export_date(),
    session: m.export_session(),
    total: m.export_total(),
    respondent: m.export_respondent(),
    mode: m.export_mode(),
    remark: m.export_remark(),
    item: m.export_item(),
    bands: m.export_bands(),
    direction: (better) => (better === 'lower' ? m.chart_lower_is_better() : m.chart_higher_is_better()),
    reversed: m.export_reversed(),
    unscored: m.export_unscored(),
    countsAs: (score) => m.export_counts_as({ score: formatCoefficient(score, locale) }),
    limits: m.export_limits(),
    plan: m.export_plan(),
    planRows: (plan, measureName) => planRows(plan, measureName, locale),
    otherEntries: m.export_other_entries(),
    kind: m.export_kind(),
    content: m.export_content(),
    deletions: m.export_deletions(),
    reason: m.export_reason(),
    privateNotes: m.export_private_notes(),
    privateNotesLead: m.export_private_notes_lead(),
    checkIns: m.export_check_ins(),
    asked: m.export_asked_measures(),
    state: m.export_state(),
    noScores: m.export_no_scores(),
    sources: m.export_sources(),
    day: (day) => formatDay(day, locale),
    number: (value) => formatCoefficient(value, locale),
    entryKind: (kind) => sessionKinds[kind]?.() ?? words[kind]?.() ?? kind,
    word: (code) => words[code]?.() ?? code,
    value: (field, value) => valueIn(field, value, locale),
    deletionReason: deleteReasonWord,
    remarkOn: ({ counts, score, checkIn }) =>
      [
        counts ? '' : m.export_replaced(),
        scoreStates[score.kind]?.() ?? '',
        checkIn?.keyCompared === false ? m.export_key_not_compared() : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    replaced: m.export_replaced(),
    verdict: ({ clientId }, { instrumentId, version, coding }, respondent) =>
      verdicts.get(verdictKey({ clientId, instrument: { id: instrumentId, version, coding }, respondent })) ??
      null,
  };
}
