// The record of a conversation about risk while it is written. Every field is free text; nothing has to be filled in, but a
// record in which nothing was written would make a safety answer silent, so it is none.
import { addDays } from '../../clinical/calendar/days.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { EntryId, RiskConversationEntry } from '../../records/entry.ts';
import { dayIn, entryIdIn, fieldsOf, textIn } from './drafts.ts';

/** In the order in which they are asked for (CLINICAL 6). */
export const riskFields = [
  'asked',
  'said',
  'means',
  'protectiveFactors',
  'whereNow',
  'plan',
  'told',
] as const satisfies readonly (keyof RiskConversationEntry)[];
export type RiskField = (typeof riskFields)[number];

export interface RiskDraft extends Readonly<Record<RiskField, string>> {
  /** Null: the field is empty. */
  readonly occurredOn: CalendarDay | null;
  readonly askAgainOn: CalendarDay | null;
  /** Given: a correction of that conversation. */
  readonly replaces: EntryId | null;
}

export const newRiskDraft = (today: CalendarDay): RiskDraft => ({
  ...{ occurredOn: today, askAgainOn: null, replaces: null },
  ...{ asked: '', said: '', means: '', protectiveFactors: '', whereNow: '', plan: '', told: '' },
});

/** Begins a correction: what it said, to be put right. */
export const correctionOf = (entry: RiskConversationEntry): RiskDraft => ({
  ...readRiskDraft(entry),
  replaces: entry.id,
});

/** From what was kept, whatever wrote it. */
export function readRiskDraft(kept: object): RiskDraft {
  const { occurredOn, askAgainOn, replaces, ...fields } = fieldsOf(kept);
  return {
    occurredOn: dayIn(occurredOn),
    askAgainOn: dayIn(askAgainOn),
    replaces: entryIdIn(replaces),
    asked: textIn(fields['asked']),
    said: textIn(fields['said']),
    means: textIn(fields['means']),
    protectiveFactors: textIn(fields['protectiveFactors']),
    whereNow: textIn(fields['whereNow']),
    plan: textIn(fields['plan']),
    told: textIn(fields['told']),
  };
}

/** Nothing was written: a day alone is no conversation. */
export const isEmptyRisk = (draft: RiskDraft): boolean =>
  riskFields.every((field) => draft[field].trim() === '');

export type RiskProblem = 'empty' | 'day-missing' | 'day-future' | 'ask-again-early';

export function riskProblems(draft: RiskDraft, today: CalendarDay): RiskProblem[] {
  const { occurredOn, askAgainOn } = draft;
  const problems: RiskProblem[] = [];
  if (isEmptyRisk(draft)) problems.push('empty');
  if (occurredOn === null) problems.push('day-missing');
  else if (occurredOn > today) problems.push('day-future');
  if (askAgainOn !== null && occurredOn !== null && askAgainOn <= occurredOn)
    problems.push('ask-again-early');
  return problems;
}

export interface AskAgainChoice {
  readonly kind: 'next-appointment' | 'in-days';
  /** 0 for the next appointment. */
  readonly days: number;
  readonly on: CalendarDay;
}

/** Days to choose from: the next appointment if it lies ahead, and one, three or seven days on. */
export const askAgainChoices = (today: CalendarDay, next: CalendarDay | null): AskAgainChoice[] => [
  ...(next !== null && next > today ? [{ kind: 'next-appointment' as const, days: 0, on: next }] : []),
  ...[1, 3, 7].map((days) => ({ kind: 'in-days' as const, days, on: addDays(today, days) })),
];
