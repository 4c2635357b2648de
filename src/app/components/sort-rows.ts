/** Rows in a new array, sorted by one value each; words by locale with numbers in them as numbers; null last both ways. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => string | number | null,
  direction: 'ascending' | 'descending',
  locale?: string,
): Row[] {
  const words = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value);
      return sign * words.compare(String(a.value), String(b.value));
    })
    .map(({ row }) => row);
}
