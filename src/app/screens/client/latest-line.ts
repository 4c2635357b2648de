import { m } from '../../paraglide/messages.js';
import type { MeasureView } from '../../state/client-chart.ts';
import { formatTotal } from '../../wording/format-total.ts';
import { whenPhrase } from '../../wording/place-word.ts';
import { modeWord } from '../../wording/words.ts';
import { daysAgo } from '../clients/days-ago.ts';

/** "Latest: 9, mild, on 20 March 2026, 5 days ago, read aloud."; null before there is a complete response. */
export function latestLine(
  { verdict, instrument }: MeasureView,
  today: string,
  locale: string,
): string | null {
  if (verdict.kind === 'no-scores' || verdict.kind === 'too-few-points') return null;
  const { total, band, point } = verdict.latest;
  const words = {
    total: formatTotal(total, instrument, locale),
    when: whenPhrase(point, locale),
    mode: modeWord(point.mode),
  };
  if (point.occurredOn === null) {
    return band
      ? m.client_latest_session_band({ ...words, band: band.label })
      : m.client_latest_session(words);
  }
  const ago = daysAgo(point.occurredOn, today, locale);
  return band
    ? m.client_latest_band({ ...words, ago, band: band.label })
    : m.client_latest({ ...words, ago });
}
