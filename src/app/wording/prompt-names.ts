// What prompts name their measures with.
import type { NeededPoints, PromptLine } from '../../clinical/prompts/prompt.ts';
import type { ChangeRule, Instrument } from '../../clinical/instruments/instrument.ts';
import { m } from '../paraglide/messages.js';
import { formatNumber, formatPoints, formatTotal } from './format-total.ts';
import { ruleName } from './rule-name.ts';
import { measureName } from './words.ts';

export interface PromptNames {
  /** `version` null: the newest. Null: it is not known here. */
  readonly findInstrument: (id: string, version: string | null) => Instrument | null;
}

type AnyLine = Pick<PromptLine, 'instrumentId' | 'respondent'> &
  Partial<Pick<PromptLine, 'instrumentVersion'>>;

/** A measure as a prompt speaks of it. */
export interface NamedLine {
  readonly name: string;
  readonly instrument: Instrument | null;
  readonly total: (value: number) => string;
  readonly rule: (id: string) => ChangeRule | null;
}

export function namedLine(line: AnyLine, { findInstrument }: PromptNames, locale: string): NamedLine {
  const instrument = findInstrument(line.instrumentId, line.instrumentVersion ?? null);
  return {
    name: instrument ? measureName(instrument.shortName, line.respondent) : m.prompts_unknown_measure(),
    instrument,
    total: (value) => (instrument ? formatTotal(value, instrument, locale) : formatNumber(value, locale)),
    rule: (id) => instrument?.changeRules.find((rule) => rule.id === id) ?? null,
  };
}

/** "more than the measure’s error going by Delgadillo et al. 2014 (6 points)". */
export function amountWords(
  { rule, instrument }: NamedLine,
  { ruleId, meaning, needed }: Amount,
  locale: string,
): string {
  const used = rule(ruleId);
  if (!used || !instrument) {
    const points = formatPoints(needed.points, locale);
    return m.prompts_by_points({
      needed: needed.inclusive ? m.wording_or_more({ points }) : m.wording_more_than({ points }),
    });
  }
  const words = { rule: ruleName(used, instrument, locale) };
  return meaning === 'meaningful' ? m.prompts_by_meaning(words) : m.prompts_by_error(words);
}

export interface Amount {
  readonly ruleId: string;
  readonly meaning: 'reliable' | 'meaningful';
  readonly needed: NeededPoints;
}
