// The 19 series of expected/phases.json, in the words of the project.
import type { Better } from '../../src/clinical/instruments/instrument.ts';
import { readOracle } from './oracles.ts';

/** R writes a figure that does not exist as one of these. */
export type Figure = number | 'NA' | 'NaN' | 'Inf' | '-Inf';

export interface ExpectedEstimate {
  readonly Est: Figure;
  readonly SE?: Figure;
  readonly CI_lower?: Figure;
  readonly CI_upper?: Figure;
}

export interface ExpectedTrend extends ExpectedEstimate {
  readonly slope?: number;
  readonly intercept?: number;
}

export interface PhaseCase {
  readonly id: string;
  readonly improvement: 'increase' | 'decrease';
  readonly A: readonly number[];
  readonly B: readonly number[];
  readonly published?: Readonly<Record<string, string>>;
  readonly expected: {
    readonly [
      Index in
        | 'NAP'
        | 'Tau'
        | 'Tau_U'
        | 'PND'
        | 'PEM'
        | 'PAND'
        | 'IRD'
        | `SMD_${'baseline' | 'pooled'}_${'corrected' | 'uncorrected'}`
        | `LRR${'i' | 'd'}_other_${'corrected' | 'uncorrected'}`
        | `LRR${'i' | 'd'}_count_corrected`
    ]: ExpectedEstimate;
  } & { readonly Tau_BC: ExpectedTrend; readonly Tau_BC_Kendall: ExpectedTrend };
}

export const phasesFile = 'expected/phases.json';

export const readPhaseCases = (): readonly PhaseCase[] | null =>
  readOracle<{ readonly cases: readonly PhaseCase[] }>(phasesFile)?.cases ?? null;

export const betterOf = (improvement: PhaseCase['improvement']): Better =>
  improvement === 'increase' ? 'higher' : 'lower';
