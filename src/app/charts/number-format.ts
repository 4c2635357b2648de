// Formatters are costly to make (a chart of 500 points would feel it), so they are kept.
const formats = new Map<string, Intl.NumberFormat>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Totals for the eye: at most two decimals, the locale's own signs. */
export function numberFormat(locale: string): Intl.NumberFormat {
  const known = formats.get(locale);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  formats.set(locale, made);
  return made;
}

/** "12 Mar 2026", for dates that stand for a calendar day in UTC. */
export function dayFormat(locale: string): Intl.DateTimeFormat {
  const known = dayFormats.get(locale);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  dayFormats.set(locale, made);
  return made;
}

/** A signed change with a true minus: "−6", "+2", "0". */
export function formatChange(change: number, locale: string): string {
  const rounded = Math.round(change * 100) / 100;
  const size = numberFormat(locale).format(Math.abs(rounded));
  return rounded === 0 ? size : `${rounded < 0 ? '−' : '+'}${size}`;
}
