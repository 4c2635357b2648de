import { twoSidedCriticalValue } from '../change/critical-value.ts';
import type { Estimate } from './estimate.ts';

/**
 * An index with its large-sample interval: estimate ± 1.959964 · SE. The one place where a figure that does not exist
 * (nothing to divide by, a variance of one score) becomes null: no estimate at all, or an estimate without an error.
 */
export function normalEstimate(estimate: number, standardError: number): Estimate | null {
  if (!Number.isFinite(estimate)) return null;
  if (!Number.isFinite(standardError)) return { estimate, standardError: null, interval: null };
  const margin = twoSidedCriticalValue(0.95) * standardError;
  return { estimate, standardError, interval: { lower: estimate - margin, upper: estimate + margin } };
}
