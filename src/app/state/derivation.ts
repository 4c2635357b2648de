// Which way of deriving the caches hold the result of. A new number makes every cache be derived again; so it goes up
// whenever scoring, verdicts or the shape of what is cached change.
import type { Derivation } from '../../sync/index.ts';

const version = 9;

export const derivation: Derivation = new TextEncoder().encode(`soundings/derivation/${version}`);
