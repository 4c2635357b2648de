import { neededChange } from '../../clinical/change/reliable-change.ts';
import type { ChangeRule, Instrument } from '../../clinical/instruments/instrument.ts';
import { m } from '../paraglide/messages.js';
import { formatPoints } from './format-total.ts';
import { displayLocale } from './locale.ts';

/** "Delgadillo et al. 2014 (6 points)", "Jacobson–Truax (more than 6.75 points)": a rule is never named without its size. */
export function ruleName(
  rule: ChangeRule,
  { origin }: Pick<Instrument, 'origin'>,
  locale: string = displayLocale(),
): string {
  const points = formatPoints(neededChange(rule).points, locale);
  if (rule.kind === 'jacobson-truax') return m.wording_rule_computed({ method: rule.label, points });
  if (origin === 'own') return m.wording_rule_entered({ points });
  return m.wording_rule_published({ source: rule.source.label, points });
}

/** "6 points or more" (published, inclusive), "more than 6.75 points" (computed, strict). */
export function neededWord(rule: ChangeRule, locale: string = displayLocale()): string {
  const { points, inclusive } = neededChange(rule);
  const text = formatPoints(points, locale);
  return inclusive ? m.wording_or_more({ points: text }) : m.wording_more_than({ points: text });
}
