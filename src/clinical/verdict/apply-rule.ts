import { classifyChange } from '../change/classify-change.ts';
import { meaningOf, neededChange, reliableDirection } from '../change/reliable-change.ts';
import { sideOfCutOff } from '../change/side-of-cut-off.ts';
import type { ChangeRule, CutOff, Instrument } from '../instruments/instrument.ts';
import type { Judgement } from './verdict.ts';

/** Two totals of one line under one rule and, where known, one cut-off. */
export function applyRule(
  { better }: Pick<Instrument, 'better'>,
  { start, latest }: { readonly start: number; readonly latest: number },
  rule: ChangeRule,
  cutOff: CutOff | null,
): Judgement {
  const direction = reliableDirection(start, latest, rule, better);
  const sideAtStart = cutOff && sideOfCutOff(start, cutOff, better);
  const sideNow = cutOff && sideOfCutOff(latest, cutOff, better);
  return {
    status: classifyChange({ direction, meaning: meaningOf(rule), sideAtStart, sideNow }),
    direction,
    rule,
    needed: neededChange(rule),
    cutOff,
    clinicalAtStart: sideAtStart && sideAtStart === 'clinical',
    functionalNow: sideNow && sideNow === 'functional',
    limits: [...(rule.limits ?? []), ...(cutOff?.limits ?? [])],
  };
}
