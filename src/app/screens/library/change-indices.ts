// From which total on somebody is reliably better, by each method: the tested formulas, solved for the second score. They
// are all linear in it, so two values give the line.
import { oneSidedCriticalValue, twoSidedCriticalValue } from '../../../clinical/change/critical-value.ts';
import { edwardsNunnally } from '../../../clinical/change/edwards-nunnally.ts';
import { gulliksenLordNovick } from '../../../clinical/change/gulliksen-lord-novick.ts';
import { jacobsonTruax } from '../../../clinical/change/jacobson-truax.ts';
import { nunnallyKotsch } from '../../../clinical/change/nunnally-kotsch.ts';
import type { Instrument } from '../../../clinical/instruments/instrument.ts';

export type IndexId = 'jt' | 'gln' | 'en' | 'nk' | 'hll' | 'ha';

export interface IndexRow {
  readonly id: IndexId;
  readonly sides: 'two-sided' | 'one-sided';
  /** Better only strictly beyond this total, not rounded; null: it cannot be computed from what is known. */
  readonly betterBeyond: number | null;
  /** Points from the start to there, in the direction of better; null as above. */
  readonly points: number | null;
  readonly isWithinRange: boolean;
  readonly critical: number;
}

export interface KnownError {
  readonly mean: number;
  readonly sd: number;
  readonly reliability: number;
}

/** What the methods need of a measure; null where SD, reliability or the clinical mean is not known. */
export function knownErrorOf({ changeRules, norms, reliabilities }: Instrument): KnownError | null {
  const rule = changeRules.find((one) => one.kind === 'jacobson-truax');
  const sd = rule?.kind === 'jacobson-truax' ? rule.sd : norms.clinical?.sd;
  const reliability = reliabilities[0]?.coefficient;
  if (sd === undefined || reliability === undefined || !norms.clinical) return null;
  return { mean: norms.clinical.mean, sd, reliability };
}

/** `index(0)` and `index(1)` give the line; the second score at which it reaches the critical value. */
function solve(index: (post: number) => number, target: number): number {
  const atZero = index(0);
  return (target - atZero) / (index(1) - atZero);
}

export function changeIndices(
  { better, range }: Pick<Instrument, 'better' | 'range'>,
  { mean, sd, reliability }: KnownError,
  start: number,
): readonly IndexRow[] {
  const group = { pre: start, meanPre: mean, sdPre: sd, reliability };
  const sign = better === 'higher' ? 1 : -1;
  const critical = twoSidedCriticalValue(0.95);
  const row = (id: IndexId, index: (post: number) => number): IndexRow => {
    const betterBeyond = solve(index, sign * critical);
    return {
      id,
      sides: 'two-sided',
      betterBeyond,
      points: sign * (betterBeyond - start),
      isWithinRange: better === 'higher' ? betterBeyond < range.max : betterBeyond > range.min,
      critical,
    };
  };
  const unknown = { betterBeyond: null, points: null, isWithinRange: false };
  return [
    row('jt', (post) => jacobsonTruax({ pre: start, post, sd, reliability })),
    row('gln', (post) => gulliksenLordNovick({ ...group, post })),
    row('en', (post) => edwardsNunnally({ ...group, post })),
    row('nk', (post) => nunnallyKotsch({ ...group, post, reliabilityPost: reliability })),
    { id: 'hll', sides: 'two-sided', critical, ...unknown },
    { id: 'ha', sides: 'one-sided', critical: oneSidedCriticalValue(0.95), ...unknown },
  ];
}
