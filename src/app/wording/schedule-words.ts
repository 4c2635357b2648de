// How often a measure is planned, and of what.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type { Cadence, PlannedMeasure, Schedule } from '../../clinical/schedule/schedule.ts';
import { m } from '../paraglide/messages.js';
import { formatNumber } from './format-total.ts';
import { measureName } from './words.ts';

/** "every session", "every 4 weeks". */
export function cadenceWords({ kind, every }: Cadence, locale: string): string {
  const given = { count: every, number: formatNumber(every, locale) };
  return kind === 'sessions' ? m.plan_measure_every_sessions(given) : m.plan_measure_every_weeks(given);
}

type Line = Pick<PlannedMeasure, 'instrumentId' | 'respondent'>;

/** "PHQ-9", "GAD-7 (parent)": as the newest version of the measure is called. */
export function plannedName(
  { instrumentId, respondent }: Line,
  instruments: readonly Pick<Instrument, 'id' | 'shortName'>[],
): string {
  const name = instruments.find(({ id }) => id === instrumentId)?.shortName ?? m.plan_measure_unknown();
  return measureName(name, respondent);
}

/** "PHQ-9, every session (primary)". */
export function plannedWords(
  planned: PlannedMeasure,
  { primary }: Pick<Schedule, 'primary'>,
  instruments: readonly Pick<Instrument, 'id' | 'shortName'>[],
  locale: string,
): string {
  const words = {
    measure: plannedName(planned, instruments),
    cadence: cadenceWords(planned.cadence, locale),
  };
  const isPrimary =
    primary?.instrumentId === planned.instrumentId && primary.respondent === planned.respondent;
  return isPrimary ? m.plan_measure_line_primary(words) : m.plan_measure_line(words);
}
