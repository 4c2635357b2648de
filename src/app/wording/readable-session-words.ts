// What was captured in sessions, in words, for the printed record.
import { builtInMarks, type BuiltInMark, type MarkId } from '../../clinical/marks/mark.ts';
import { m } from '../paraglide/messages.js';

const marks: Readonly<Record<BuiltInMark, () => string>> = {
  insight: m.export_mark_insight,
  avoidance: m.export_mark_avoidance,
  rupture: m.export_mark_rupture,
  homework: m.export_mark_homework,
  risk: m.export_mark_risk,
};

/** @param ownName of a label of the practice's own; null where it is not known here */
export function readableMarkName(id: MarkId, ownName: (id: MarkId) => string | null): string {
  const known = builtInMarks.find((mark) => mark === id);
  return known ? marks[known]() : (ownName(id) ?? m.export_mark_own());
}

const templates: Readonly<Record<string, () => string>> = {
  soap: m.export_template_soap,
  dap: m.export_template_dap,
  birp: m.export_template_birp,
  girp: m.export_template_girp,
  free: m.export_template_free,
};

/** @param ownName of a template of the practice's own; null where it is not known here */
export const readableTemplateName = (id: string, ownName: (id: string) => string | null): string =>
  templates[id]?.() ?? ownName(id) ?? m.export_template_own();

/** Kinds of entries; a field of another kind may be called the same. */
export const sessionKinds: Readonly<Record<string, () => string>> = {
  mark: m.export_kind_mark,
  distress: m.export_kind_distress,
  'technique-use': m.export_kind_technique_use,
  note: m.export_kind_note,
  addendum: m.export_kind_addendum,
};

/** The fields of their content, and of the profile; what became of a check-in. */
export const sessionWords: Readonly<Record<string, () => string>> = {
  distress: m.export_kind_distress,
  startedAt: m.export_started_at,
  endedAt: m.export_ended_at,
  place: m.export_place,
  whereToday: m.export_where_today,
  homework: m.export_homework,
  forNextTime: m.export_for_next_time,
  isShared: m.export_is_shared,
  markName: m.export_mark_name,
  minute: m.export_minute,
  techniqueName: m.export_technique_used,
  reaction: m.export_reaction,
  templateName: m.export_template,
  text: m.export_text,
  sha256: m.export_sha_256,
  ofNote: m.export_of_note,
  callBackNumber: m.export_call_back_number,
  usuallyAt: m.export_usually_at,
  emergencyContact: m.export_emergency_contact,
  localCrisisLine: m.export_local_crisis_line,
  guardian: m.export_guardian,
  'check-in-open': m.export_check_in_open,
  'check-in-used': m.export_check_in_used,
  'check-in-withdrawn': m.export_check_in_withdrawn,
  'check-in-expired': m.export_check_in_expired,
};

const attendances: Readonly<Record<string, () => string>> = {
  came: m.export_attendance_came,
  late: m.export_attendance_late,
  cancelled: m.export_attendance_cancelled,
  missed: m.export_attendance_missed,
};

/** Null where this field holds no code of a session; a code of another version stands for itself. */
export function sessionValue(field: string, code: string, locale: string): string | null {
  if (field === 'startedAt' || field === 'endedAt') return instant(code, locale);
  if (field === 'attendance') return attendances[code]?.() ?? code;
  if (field === 'isShared') return m.export_yes();
  return null;
}

/** What is no instant stands for itself. */
function instant(utc: string, locale: string): string {
  const at = new Date(utc);
  if (Number.isNaN(at.getTime())) return utc;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
