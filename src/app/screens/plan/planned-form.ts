// What was typed about a planned measure → the plan for it, or what is missing.
import { addDays } from '../../../clinical/calendar/days.ts';
import type { Cadence, PlannedMeasure, Schedule } from '../../../clinical/schedule/schedule.ts';
import type { CalendarDay, Respondent } from '../../../clinical/verdict/score-point.ts';
import { m } from '../../paraglide/messages.js';
import { isSameLine, plannedAs } from '../../state/schedule-changes.ts';
import { earliestDay } from '../../state/session-changes.ts';
import { formatNumber } from '../../wording/format-total.ts';
import { isWholeBetween } from './field-problems.ts';

export type CadenceChoice = 'every-session' | 'sessions' | 'weeks';

export interface PlannedFields {
  readonly instrumentId: string | null;
  readonly respondent: Respondent;
  readonly cadence: CadenceChoice;
  readonly every: number | null;
  readonly since: CalendarDay | null;
  readonly isPrimary: boolean;
}

/** A year of weekly sessions: more is a slip of the finger. */
export const mostEvery = 52;

/** @param planned null: a new line; the first one is the primary unless that is taken back */
export const plannedFieldsOf = (
  planned: PlannedMeasure | null,
  { primary }: Schedule,
  today: CalendarDay,
): PlannedFields => ({
  instrumentId: planned?.instrumentId ?? null,
  respondent: planned?.respondent ?? 'self',
  cadence: choiceOf(planned?.cadence ?? null),
  every: planned && choiceOf(planned.cadence) !== 'every-session' ? planned.cadence.every : 4,
  since: planned?.since ?? today,
  isPrimary: planned ? isSameLine(primary, planned) : primary === null,
});

const choiceOf = (cadence: Cadence | null): CadenceChoice => {
  if (cadence === null || (cadence.kind === 'sessions' && cadence.every === 1)) return 'every-session';
  return cadence.kind;
};

export interface PlannedProblems {
  readonly measure?: string | undefined;
  readonly every?: string | undefined;
  readonly since?: string | undefined;
}

/**
 * Sentences; null where nothing is wrong.
 * @param planned the line that is changed; null: a new one
 * @param nameOf what a line is called
 */
export function plannedProblems(
  fields: PlannedFields,
  planned: PlannedMeasure | null,
  schedule: Schedule,
  nameOf: (line: Pick<PlannedMeasure, 'instrumentId' | 'respondent'>) => string,
  today: CalendarDay,
  locale: string,
): PlannedProblems | null {
  const measure = planned ? undefined : measureProblem(fields, schedule, nameOf);
  const every =
    fields.cadence === 'every-session' || isWholeBetween(fields.every, 1, mostEvery)
      ? undefined
      : m.plan_measure_number_wrong({ most: formatNumber(mostEvery, locale) });
  const since = sinceProblem(fields.since, today);
  return measure || every || since ? { measure, every, since } : null;
}

function measureProblem(
  { instrumentId, respondent }: PlannedFields,
  schedule: Schedule,
  nameOf: (line: Pick<PlannedMeasure, 'instrumentId' | 'respondent'>) => string,
): string | undefined {
  if (instrumentId === null) return m.plan_measure_missing();
  const line = { instrumentId, respondent };
  return plannedAs(schedule, line) ? m.plan_measure_twin({ measure: nameOf(line) }) : undefined;
}

/** It may begin later, but not in another year by a slip. */
function sinceProblem(since: CalendarDay | null, today: CalendarDay): string | undefined {
  if (since === null) return m.plan_day_missing();
  if (since < earliestDay) return m.plan_day_early({ year: earliestDay.slice(0, 4) });
  return since > addDays(today, 366) ? m.plan_measure_since_far() : undefined;
}

/** @param fields without problems */
export function plannedIn({
  instrumentId,
  respondent,
  cadence,
  every,
  since,
}: PlannedFields): PlannedMeasure {
  if (instrumentId === null || since === null) throw new Error('a planned measure needs a measure and a day');
  return {
    ...{ instrumentId, respondent, since },
    cadence:
      cadence === 'every-session' ? { kind: 'sessions', every: 1 } : { kind: cadence, every: every ?? 1 },
  };
}
