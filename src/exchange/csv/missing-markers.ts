// What people write where there is no score. Only an empty cell means "missing" by itself; everything here is suggested
// and becomes missing when the therapist says so in the mapping.

const words = new Set(
  [
    'na',
    'n/a',
    'n.a.',
    'nan',
    'nil',
    'null',
    'none',
    '#n/a',
    '#null!',
    'missing',
    'miss',
    'unknown',
    'k.a.',
  ].concat(['.', '..', '-', '–', '—', '?', 'x', '*', '/']),
);
const codes = new Set(['-1', '-9', '-99', '-999', '-9999', '99', '999', '9999', '88', '888', '77', '777']);

/** A word or sign that is no score anywhere ("NA", "."). Empty is not meant: it needs no marker. */
export const missingLike = (cell: string): boolean => words.has(cell.trim().toLowerCase());

/** A number that is often used for "missing" (999), and is only suspicious beyond the measure's range. */
export const missingCode = (cell: string): boolean => codes.has(cell.trim());
