/**
 * Reads a number as a person types it, with a point or a comma for the decimals.
 * Null when it is empty, not a number, or could be read two ways ("1,000").
 */
export function parseDecimal(text: string): number | null {
  const trimmed = text.trim().replace('−', '-');
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(trimmed)) return null;
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(trimmed)) return null;
  return Number(trimmed.replace(',', '.'));
}
