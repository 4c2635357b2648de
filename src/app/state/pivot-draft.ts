// A change of course while it is written down: what a new one begins with, what is missing, and what was kept of one.
import { obstacles as allObstacles, type Obstacle } from '../../clinical/change-of-course/obstacles.ts';
import type { ChangeTarget } from '../../clinical/change-of-course/change-target.ts';
import { addDays } from '../../clinical/calendar/days.ts';
import type { Course } from '../../clinical/episodes/course.ts';
import { promptKinds } from '../../clinical/prompts/prompt.ts';
import type { TechniqueId } from '../../clinical/techniques/technique.ts';
import type { CalendarDay, Respondent } from '../../clinical/verdict/score-point.ts';
import { pivotAgreements, type EntryId, type PivotAgreement, type PivotEntry } from '../../records/entry.ts';
import type { Answering } from './decide.ts';
import { dayIn, entryIdIn as idIn, fieldsOf, oneOf, textIn } from './drafts.ts';

export interface PivotDraft {
  readonly obstacles: readonly Obstacle[];
  readonly inTheWay: string;
  readonly from: TechniqueId | null;
  readonly to: TechniqueId | null;
  readonly target: ChangeTarget | null;
  readonly direction: 'down' | 'up';
  /** Null: the field is empty. */
  readonly reviewOn: CalendarDay | null;
  readonly agreement: PivotAgreement;
  /** Null: as the technique is called; a text, even an empty one, was typed. */
  readonly label: string | null;
  readonly clientWording: string;
  /** The day of the change; not asked for where the scores have no days. */
  readonly occurredOn: CalendarDay | null;
  /** After which session it begins, where the scores have no days. */
  readonly afterSession: number | null;
  /** The prompt that it answers: that answer is written together with it. */
  readonly answering: Answering | null;
  /** The change that was decided to change again: that decision is written together with this one. */
  readonly reviewing: { readonly pivotId: EntryId; readonly words: string } | null;
  /** Given: a correction of that change. */
  readonly replaces: EntryId | null;
}

export const reviewAfterDays = 28;
export const longestLabel = 40;

export const newPivotDraft = (today: CalendarDay): PivotDraft => ({
  ...{ obstacles: [], inTheWay: '', from: null, to: null, target: null, direction: 'down' },
  ...{ reviewOn: addDays(today, reviewAfterDays), agreement: 'not-asked', label: null, clientWording: '' },
  ...{ occurredOn: today, afterSession: null, answering: null, reviewing: null },
  replaces: null,
});

/** Begins a correction: what it said, to be put right. */
export const draftOfPivot = (entry: PivotEntry): PivotDraft => ({
  ...{ obstacles: entry.obstacles, inTheWay: entry.inTheWay, from: entry.from, to: entry.to },
  ...{ target: entry.target, direction: entry.direction, reviewOn: entry.reviewOn },
  ...{ agreement: entry.agreement, label: entry.label, clientWording: entry.clientWording },
  occurredOn: entry.occurredOn,
  afterSession: entry.occurredOn === null ? entry.sessionNumber : null,
  ...{ answering: null, reviewing: null },
  replaces: entry.id,
});

/** What comes after a change that is changed again: the same aim, from where we are. */
export const draftAfter = (entry: PivotEntry, words: string, today: CalendarDay): PivotDraft => ({
  ...newPivotDraft(today),
  ...{ from: entry.to, target: entry.target, direction: entry.direction },
  reviewing: { pivotId: entry.id, words },
});

/** From what was kept, whatever wrote it. */
export function readPivotDraft(kept: object): PivotDraft {
  const fields = fieldsOf(kept);
  const chosen: readonly unknown[] = Array.isArray(fields['obstacles']) ? fields['obstacles'] : [];
  return {
    obstacles: allObstacles.filter((obstacle) => chosen.includes(obstacle)),
    inTheWay: textIn(fields['inTheWay']),
    from: textIn(fields['from']) || null,
    to: textIn(fields['to']) || null,
    target: targetIn(fields['target']),
    direction: oneOf(['down', 'up'] as const, fields['direction']) ?? 'down',
    reviewOn: dayIn(fields['reviewOn']),
    agreement: oneOf(pivotAgreements, fields['agreement']) ?? 'not-asked',
    label: typeof fields['label'] === 'string' ? fields['label'] : null,
    clientWording: textIn(fields['clientWording']),
    occurredOn: dayIn(fields['occurredOn']),
    afterSession: numberIn(fields['afterSession']),
    answering: answeringIn(fields['answering']),
    reviewing: reviewingIn(fields['reviewing']),
    replaces: idIn(fields['replaces']),
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const respondents: readonly Respondent[] = ['self', 'parent', 'partner', 'clinician'];

function targetIn(value: unknown): ChangeTarget | null {
  if (!isObject(value)) return null;
  const { kind, instrumentId, respondent, goalId } = fieldsOf(value);
  // A goal's id is any text: where none is known by it, the form says so.
  if (kind === 'goal' && typeof goalId === 'string')
    return { kind, goalId: goalId as Extract<ChangeTarget, { kind: 'goal' }>['goalId'] };
  const by = oneOf(respondents, respondent);
  return kind === 'measure' && typeof instrumentId === 'string' && by
    ? { kind, instrumentId, respondent: by }
    : null;
}

function answeringIn(value: unknown): Answering | null {
  if (!isObject(value)) return null;
  const { prompt, about, seen, value: score } = fieldsOf(value);
  const kind = oneOf(promptKinds, prompt);
  return kind && typeof about === 'string'
    ? { prompt: kind, about, seen: textIn(seen), value: numberIn(score) }
    : null;
}

function reviewingIn(value: unknown): PivotDraft['reviewing'] {
  if (!isObject(value)) return null;
  const { pivotId, words } = fieldsOf(value);
  const id = idIn(pivotId);
  return id && { pivotId: id, words: textIn(words) };
}

export type PivotProblem =
  | 'day-missing'
  | 'day-future'
  | 'day-early'
  | 'day-after-ending'
  | 'session-missing'
  | 'label-missing'
  | 'review-missing'
  | 'review-early';

export interface PivotFrame {
  readonly today: CalendarDay;
  /** The course that it belongs to. */
  readonly course: Pick<Course, 'startedOn' | 'ending'> | undefined;
  /** It is placed by a session's number. */
  readonly isBySession: boolean;
  /** As the chart will call it. */
  readonly label: string;
  /** Of a correction: the day of review that stands, which may have passed. */
  readonly reviewOnBefore: CalendarDay | null;
}

export function pivotProblems(
  { occurredOn, afterSession, reviewOn }: PivotDraft,
  { today, course, isBySession, label, reviewOnBefore }: PivotFrame,
): PivotProblem[] {
  const problems: PivotProblem[] = [];
  const startedOn = course?.startedOn ?? null;
  const endedOn = course?.ending?.occurredOn ?? null;
  if (isBySession) {
    if (afterSession === null || !Number.isInteger(afterSession) || afterSession < 1)
      problems.push('session-missing');
  } else if (occurredOn === null) problems.push('day-missing');
  else if (occurredOn > today) problems.push('day-future');
  else if (startedOn !== null && occurredOn < startedOn) problems.push('day-early');
  // It would begin no phase, and would never come back: a course that is over asks for nothing.
  else if (endedOn !== null && occurredOn > endedOn) problems.push('day-after-ending');
  if (reviewOn === null) problems.push('review-missing');
  else if (reviewOn <= today && reviewOn !== reviewOnBefore) problems.push('review-early');
  if (label.trim() === '') problems.push('label-missing');
  return problems;
}
