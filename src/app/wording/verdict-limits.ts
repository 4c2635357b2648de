import type { ChangeStatus } from '../../clinical/change/classify-change.ts';
import { meaningOf } from '../../clinical/change/reliable-change.ts';
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type { Judged, Verdict } from '../../clinical/verdict/verdict.ts';
import { m } from '../paraglide/messages.js';
import { itemNumber } from './safety.ts';

const byStatus: Readonly<Record<ChangeStatus, () => string>> = {
  recovered: m.wording_limit_recovered,
  improved: m.wording_limit_improved,
  unchanged: m.wording_limit_unchanged,
  deteriorated: m.wording_limit_deteriorated,
};

/** By a rule that knows nothing of the measure's error; "recovered" is never said by it. */
const byMeaningfulStatus: typeof byStatus = {
  ...byStatus,
  improved: m.wording_limit_meaningful_improved,
  unchanged: m.wording_limit_meaningful_unchanged,
  deteriorated: m.wording_limit_meaningful_deteriorated,
};

const statusLimit = ({ rule, status }: Judged): string =>
  (meaningOf(rule) === 'meaningful' ? byMeaningfulStatus : byStatus)[status]();

/** What a verdict does not mean: its own limits first, then what holds for every verdict of its kind. */
export function verdictLimits(verdict: Verdict, instrument: Instrument, locale: string): string[] {
  return [...limitsOf(verdict), ...safetyLimits(verdict, instrument, locale)];
}

function limitsOf(verdict: Verdict): string[] {
  switch (verdict.kind) {
    case 'no-scores':
      return [];
    case 'too-few-points':
      return [m.wording_limit_one_point(), ...(verdict.cutOff?.limits ?? [])];
    case 'no-rule':
      return [m.wording_limit_no_rule(), ...verdict.limits];
    case 'judged':
      return [statusLimit(verdict), m.wording_limit_two_points(), ...verdict.limits];
  }
}

function safetyLimits({ kind }: Verdict, instrument: Instrument, locale: string): string[] {
  if (kind === 'no-scores') return [];
  return instrument.safetyItems.flatMap(({ itemId }) => {
    const item = instrument.items.find(({ id }) => id === itemId);
    return item ? [m.wording_limit_safety({ item: itemNumber(instrument, item, locale) })] : [];
  });
}
