// What is known of a measure, in words: for its line in the list, its sentences, and its figures with their sources.
import type { Instrument, ReliabilityKind } from '../../../clinical/instruments/instrument.ts';
import { m } from '../../paraglide/messages.js';
import { formatCoefficient, formatNumber } from '../../wording/format-total.ts';
import { versionNumber } from '../../wording/tell-measures-apart.ts';
import { sourceText } from './thresholds.ts';

export interface Figure {
  readonly id: string;
  readonly term: string;
  readonly text: string;
  readonly source: string;
}

export interface MeasureFacts {
  readonly sentences: readonly string[];
  readonly figures: readonly Figure[];
}

const kinds: Readonly<Record<ReliabilityKind, () => string>> = {
  alpha: m.library_alpha,
  retest: m.library_retest,
  other: m.library_other_reliability,
};

/** "9 items, and one that is not scored · 0 to 27, lower is better". */
export function measureLine({ items, range, better }: Instrument): string {
  const direction = better === 'lower' ? m.library_lower_better() : m.library_higher_better();
  const span = m.library_range({ min: formatNumber(range.min), max: formatNumber(range.max) });
  return [itemsWord(items), `${span}, ${direction}`].join(' · ');
}

function itemsWord(items: Instrument['items']): string {
  const scored = items.filter(({ unscored }) => !unscored).length;
  const unscored = items.length - scored;
  if (items.length === 0) return m.library_score_only();
  const count = { count: scored, number: formatNumber(scored) };
  return unscored === 0
    ? m.library_items(count)
    : m.library_items_unscored({ ...count, unscored: formatNumber(unscored) });
}

function sentencesOf({ measures, recall, items, missing, safetyItems }: Instrument): string[] {
  const safety = safetyItems.map(({ itemId }) =>
    formatNumber(items.findIndex(({ id }) => id === itemId) + 1),
  );
  const about = recall === undefined ? '' : ` ${m.library_recall({ period: recall })}.`;
  const rule =
    missing.kind === 'prorate'
      ? m.library_total_prorated({ number: formatNumber(missing.maxMissing) })
      : m.library_total_incomplete();
  return [
    `${m.library_measures_what({ what: measures })}${about}`,
    ...(items.length === 0 ? [] : [rule]),
    ...(safety.length === 0 ? [] : [m.library_safety({ count: safety.length, items: safety.join(', ') })]),
  ];
}

function figuresOf({ reliabilities, norms, changeRules, sources, loinc, version }: Instrument): Figure[] {
  const figures: Figure[] = reliabilities.map(({ coefficient, kind, source }, index) => ({
    id: `reliability-${index}`,
    term: m.library_reliability(),
    text: m.library_reliability_line({ coefficient: formatCoefficient(coefficient), kind: kinds[kind]() }),
    source: sourceText(source),
  }));
  const rule = changeRules.find((one) => one.kind === 'jacobson-truax');
  if (rule?.kind === 'jacobson-truax')
    figures.push({ id: 'sd', term: m.library_sd(), text: formatCoefficient(rule.sd), source: '' });
  for (const group of ['clinical', 'functional'] as const) {
    const norm = norms[group];
    if (!norm) continue;
    const term = group === 'clinical' ? m.library_norm_clinical() : m.library_norm_functional();
    const text = m.library_norm({ mean: formatCoefficient(norm.mean), sd: formatCoefficient(norm.sd) });
    figures.push({ id: group, term, text, source: sourceText(norm.source) });
  }
  for (const [index, source] of sources.entries())
    figures.push({ id: `source-${index}`, term: m.library_source(), text: sourceText(source), source: '' });
  const codes = [loinc?.panel, loinc?.total].filter((code) => code !== undefined);
  if (codes.length > 0) {
    const text = m.library_loinc({ codes: codes.join(', ') });
    figures.push({ id: 'loinc', term: m.library_codes(), text, source: m.library_loinc_note() });
  }
  figures.push({ id: 'version', term: m.library_version_term(), text: versionNumber(version), source: '' });
  return figures;
}

export const measureFacts = (instrument: Instrument): MeasureFacts => ({
  sentences: sentencesOf(instrument),
  figures: figuresOf(instrument),
});
