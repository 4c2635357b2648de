// One place makes the sentence about two phases: what the scores did around a change of course, how many there were, and how
// far it can be trusted. It never says that the change did it.
import type { Interval } from '../../clinical/phases/estimate.ts';
import type { ComparedPhases, PhaseComparison } from '../../clinical/phases/compare-phases.ts';
import { m } from '../paraglide/messages.js';
import { formatNumber } from './format-total.ts';
import { displayLocale } from './locale.ts';

export interface PhaseSubject {
  /** "PHQ-9 (parent)", "the goal “…”". */
  readonly name: string;
  readonly isGoal: boolean;
}

/** What was found, in one or two sentences. The notes belong to it. */
export function phaseSentence(
  comparison: PhaseComparison,
  { name, isGoal }: PhaseSubject,
  locale: string = displayLocale(),
): string {
  const subject = name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  const many = (count: number): string => {
    const number = formatNumber(count, locale);
    return isGoal ? m.phases_ratings({ count, number }) : m.phases_scores({ count, number });
  };
  const counts = { before: many(comparison.nBefore), after: many(comparison.nAfter) };
  if (comparison.kind === 'too-few') {
    return m.phases_too_few({ subject, ...counts, needed: formatNumber(comparison.needed, locale) });
  }
  const words = {
    ...{ subject, ...counts },
    medianBefore: formatNumber(comparison.medianBefore, locale),
    medianAfter: formatNumber(comparison.medianAfter, locale),
  };
  switch (comparison.outcome.kind) {
    case 'better':
      return m.phases_better(words);
    case 'worse':
      return m.phases_worse(words);
    case 'no-clear-difference':
      return m.phases_no_difference(words);
  }
}

/** What must be read with the sentence; that it is no proof comes last and always. */
export function phaseNotes(comparison: PhaseComparison): string[] {
  if (comparison.kind === 'too-few') return [];
  const { isFew, outcome } = comparison;
  return [
    ...(isFew ? [m.phases_few()] : []),
    ...('caution' in outcome && outcome.caution === 'trend-before' ? [m.phases_trend()] : []),
    m.phases_pattern(),
  ];
}

/** "NAP 0.94 (95% interval 0.70 to 0.99); baseline-corrected Tau 0.80 (0.41 to 0.95)." */
export function phaseFigureLine({ nap, tauBc }: ComparedPhases, locale: string = displayLocale()): string {
  const figure = (value: number): string => formatIndex(value, locale);
  return m.phases_nap_and_tau({
    ...{ nap: figure(nap.estimate), napLow: figure(nap.interval.lower), napHigh: figure(nap.interval.upper) },
    ...{ tau: figure(tauBc.estimate), tauLow: figure(tauBc.interval.lower) },
    tauHigh: figure(tauBc.interval.upper),
  });
}

export interface PhaseFigure {
  readonly id: string;
  readonly name: string;
  /** In words where there is none. */
  readonly value: string;
  readonly interval: string;
}

/** Every index, for the details. */
export function phaseFigures(
  { nap, tauBc, details }: ComparedPhases,
  locale: string = displayLocale(),
): PhaseFigure[] {
  const row = (id: string, name: string, value: number | null, interval: Interval | null): PhaseFigure => ({
    ...{ id, name },
    value: value === null ? m.phases_no_figure() : formatIndex(value, locale),
    interval: interval
      ? m.phases_interval_words({
          low: formatIndex(interval.lower, locale),
          high: formatIndex(interval.upper, locale),
        })
      : m.phases_no_interval(),
  });
  const estimate = (
    id: string,
    name: string,
    of: { readonly estimate: number; readonly interval: Interval | null } | null,
  ): PhaseFigure => row(id, name, of?.estimate ?? null, of?.interval ?? null);
  return [
    estimate('nap', m.phases_index_nap(), nap),
    estimate('tau-bc', m.phases_index_tau_bc(), tauBc),
    estimate('tau-b', m.phases_index_tau_b(), details.tauBcTauB),
    estimate('tau', m.phases_index_tau(), details.tau),
    row('tau-u', m.phases_index_tau_u(), details.tauU, null),
    row('trend', m.phases_index_trend(), details.trendBefore?.slope ?? null, null),
    row('pnd', m.phases_index_pnd(), details.pnd, null),
    row('pem', m.phases_index_pem(), details.pem, null),
    row('pand', m.phases_index_pand(), details.pand, null),
    row('ird', m.phases_index_ird(), details.ird, null),
    estimate('smd-before', m.phases_index_smd_before(), details.smdBefore),
    estimate('smd-pooled', m.phases_index_smd_pooled(), details.smdPooled),
    estimate('lrr', m.phases_index_lrr(), details.logResponseRatio),
    estimate('lrr-counts', m.phases_index_lrr_counts(), details.logResponseRatioOfCounts),
  ];
}

const formats = new Map<string, Intl.NumberFormat>();

/** Two decimals always, so that figures stand under each other; a true minus. */
function formatIndex(value: number, locale: string): string {
  const known =
    formats.get(locale) ??
    new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  formats.set(locale, known);
  const size = known.format(Math.abs(value));
  return value < 0 && Math.abs(value) >= 0.005 ? `−${size}` : size;
}
