// A cell → a number, in the notation the mapping names. Nothing is guessed here and empty is never 0.

export type DecimalMark = '.' | ',';

const patterns: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[+-]?(\d{1,15}(\.\d{1,15})?|\.\d{1,15})$/,
  ',': /^[+-]?(\d{1,15}(,\d{1,15})?|,\d{1,15})$/,
};

/** @returns null when the text is not a plain decimal number ("1e3", "1,234.5", "12%", ""). */
export function parseNumber(text: string, decimal: DecimalMark): number | null {
  const plain = text.trim().replace(/^−/, '-');
  if (!patterns[decimal].test(plain)) return null;
  const value = Number(plain.replace(',', '.'));
  return value === 0 ? 0 : value;
}
