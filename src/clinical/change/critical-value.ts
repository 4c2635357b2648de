import { normalQuantile } from './normal-quantile.ts';

/**
 * How many standard errors a change must exceed: 1.959964 two-sided at 95% (never the rounded 1.96).
 * @param confidence e.g. 0.95, strictly between 0 and 1.
 */
export const twoSidedCriticalValue = (confidence: number): number => normalQuantile((1 + confidence) / 2);

/** One-sided, as Hageman & Arrindell (1999) test: 1.644854 at 95%. */
export const oneSidedCriticalValue = (confidence: number): number => normalQuantile(confidence);
