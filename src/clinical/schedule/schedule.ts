// When a measure is asked for. Law: what is due on a day follows from the plan and the record alone.
import type { CalendarDay, Respondent } from '../verdict/score-point.ts';

export type Cadence =
  { readonly kind: 'sessions'; readonly every: number } | { readonly kind: 'weeks'; readonly every: number };

export interface PlannedMeasure {
  readonly instrumentId: string;
  readonly respondent: Respondent;
  readonly cadence: Cadence;
  /** Planned from this day on: what lies before was not missed. */
  readonly since: CalendarDay;
}

export interface Schedule {
  readonly measures: readonly PlannedMeasure[];
  /** The one that the others stand behind; null: none is. */
  readonly primary: Pick<PlannedMeasure, 'instrumentId' | 'respondent'> | null;
}

export const emptySchedule: Schedule = { measures: [], primary: null };

export const stepInDays = ({ every }: Pick<Cadence, 'every'>): number => 7 * Math.max(1, every);
