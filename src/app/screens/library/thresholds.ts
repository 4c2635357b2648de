// Cut-offs and rules of reliable change as rows that can be compared.
import type { Instrument, Source } from '../../../clinical/instruments/instrument.ts';
import { m } from '../../paraglide/messages.js';
import { formatNumber } from '../../wording/format-total.ts';
import { neededWord } from '../../wording/rule-name.ts';

export interface Threshold {
  readonly id: string;
  readonly name: string;
  /** How it is applied, in full. */
  readonly rule: string;
  readonly source: string;
  readonly limits: readonly string[];
}

/** "Kroenke et al. 2001, doi 10.1046/…". */
export const sourceText = ({ label, doi, pmid, url }: Source): string =>
  [label, doi && `doi ${doi}`, pmid && `PMID ${pmid}`, url].filter((part) => !!part).join(', ');

export function cutOffThresholds({ cutOffs, better }: Instrument): Threshold[] {
  return cutOffs.map(({ id, value, inclusive, label, source, limits = [] }) => {
    const at = { value: formatNumber(value) };
    const rule =
      better === 'lower'
        ? inclusive
          ? m.library_cut_off_at(at)
          : m.library_cut_off_above(at)
        : inclusive
          ? m.library_cut_off_at_less(at)
          : m.library_cut_off_below(at);
    return { id, name: label, rule, source: sourceText(source), limits };
  });
}

export function ruleThresholds(instrument: Instrument): Threshold[] {
  return instrument.changeRules.map((rule) => ({
    id: rule.id,
    name: rule.label,
    rule: neededWord(rule),
    source: sourceText(rule.source),
    limits: rule.limits ?? [],
  }));
}
