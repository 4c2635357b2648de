// Two phases of one client's scores, before and after a change of course. What comes out is a pattern, not proof of cause:
// nobody was allotted by chance to the change, and the published errors and intervals take the scores as independent of
// each other, which one person's scores in a row are not; those of Tau-BC leave out, too, how sure the trend itself is.
// Law: nothing here throws or is not a number, whatever the scores (finite, of a size that a measure can have).
import type { Better } from '../instruments/instrument.ts';
import { baselineCorrectedTauB } from './baseline-corrected-tau-b.ts';
import { baselineCorrectedTau } from './baseline-corrected-tau.ts';
import type { Estimate, EstimateWithInterval } from './estimate.ts';
import { ird } from './ird.ts';
import { logResponseRatio } from './log-response-ratio.ts';
import { median } from './median.ts';
import { nap } from './nap.ts';
import { pand } from './pand.ts';
import { pem } from './pem.ts';
import { phaseOutcome, type PhaseOutcome } from './phase-outcome.ts';
import { pnd } from './pnd.ts';
import { standardizedMeanDifference } from './standardized-mean-difference.ts';
import { tauU } from './tau-u.ts';
import { tau } from './tau.ts';
import { theilSen, type Trend } from './theil-sen.ts';

/**
 * Scores that each phase must have to be compared at all, and to be compared without reservations: the single-case design
 * standards of the What Works Clearinghouse (Kratochwill et al. 2010; 2013, Remedial and Special Education 34, 26–38,
 * doi 10.1177/0741932512452794).
 */
export const scoresNeeded = 3;
export const scoresWithoutReservations = 5;

export type PhaseComparison = TooFewScores | ComparedPhases;

export interface TooFewScores {
  readonly kind: 'too-few';
  readonly nBefore: number;
  readonly nAfter: number;
  /** In each phase. */
  readonly needed: number;
}

export interface ComparedPhases {
  readonly kind: 'compared';
  readonly nBefore: number;
  readonly nAfter: number;
  /** Fewer than five in a phase: to be read with reservations. */
  readonly isFew: boolean;
  readonly medianBefore: number;
  readonly medianAfter: number;
  readonly nap: EstimateWithInterval;
  /**
   * The tau-a variant: it has the scale, the error and the kind of interval of the NAP beside it. Tarlow's own tau-b, in the
   * details, cannot reach 1 where nothing overlaps, has intervals beyond 1, and does not exist where all residuals are tied.
   */
  readonly tauBc: EstimateWithInterval;
  readonly outcome: PhaseOutcome;
  readonly details: PhaseDetails;
}

/** Every other index, for the measure's details. Null: it does not exist for these scores (each file says when). */
export interface PhaseDetails {
  readonly tau: EstimateWithInterval | null;
  readonly tauBcTauB: Estimate | null;
  readonly trendBefore: Trend | null;
  /** Can exceed 1. */
  readonly tauU: number | null;
  readonly pnd: number | null;
  readonly pem: number | null;
  readonly pand: number | null;
  readonly ird: number | null;
  /** Hedges-corrected. */
  readonly smdBefore: Estimate | null;
  readonly smdPooled: Estimate | null;
  /** Corrected for few scores; of scores as they are, and as counts of events. */
  readonly logResponseRatio: Estimate | null;
  readonly logResponseRatioOfCounts: Estimate | null;
}

/** @param before totals of one line and one episode, in order of time; @param after those that came after the change. */
export function comparePhases(
  before: readonly number[],
  after: readonly number[],
  better: Better,
): PhaseComparison {
  const [nBefore, nAfter] = [before.length, after.length];
  const figures = { nap: nap(before, after, better), tauBc: baselineCorrectedTau(before, after, better) };
  const medians = { before: median(before), after: median(after) };
  if (
    Math.min(nBefore, nAfter) < scoresNeeded ||
    // Of three scores each there always are these four; the types cannot know.
    figures.nap === null ||
    figures.tauBc === null ||
    medians.before === null ||
    medians.after === null
  ) {
    return { kind: 'too-few', nBefore, nAfter, needed: scoresNeeded };
  }
  return {
    kind: 'compared',
    nBefore,
    nAfter,
    isFew: Math.min(nBefore, nAfter) < scoresWithoutReservations,
    medianBefore: medians.before,
    medianAfter: medians.after,
    nap: figures.nap,
    tauBc: figures.tauBc,
    outcome: phaseOutcome(figures.nap.interval, figures.tauBc.interval),
    details: detailsOf(before, after, better),
  };
}

function detailsOf(before: readonly number[], after: readonly number[], better: Better): PhaseDetails {
  const smd = (spread: 'before' | 'pooled') =>
    standardizedMeanDifference(before, after, better, { spread, isCorrected: true });
  const responseRatio = (scale: 'count' | 'other') =>
    logResponseRatio(before, after, better, { scale, isCorrected: true });
  return {
    tau: tau(before, after, better),
    tauBcTauB: baselineCorrectedTauB(before, after, better),
    trendBefore: theilSen(before),
    tauU: tauU(before, after, better),
    pnd: pnd(before, after, better),
    pem: pem(before, after, better),
    pand: pand(before, after, better),
    ird: ird(before, after, better),
    smdBefore: smd('before'),
    smdPooled: smd('pooled'),
    logResponseRatio: responseRatio('other'),
    logResponseRatioOfCounts: responseRatio('count'),
  };
}
