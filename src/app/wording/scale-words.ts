// A measure's scales in words: their totals, and what each total is read as.
import type { Instrument, Subscale } from '../../clinical/instruments/instrument.ts';
import { subscaleBandOf } from '../../clinical/scoring/band-of.ts';
import type { ScoreOutcome } from '../../clinical/scoring/score-response.ts';
import { m } from '../paraglide/messages.js';
import { sideWord } from './cut-off-words.ts';
import { formatNumber } from './format-total.ts';
import { displayLocale } from './locale.ts';

export interface ScaleRow {
  readonly id: string;
  readonly label: string;
  /** Null: not known, because answers are missing or only a total was entered. */
  readonly start: string | null;
  readonly latest: string | null;
  /** The band of the latest total, or where it lies against the scale's own cut-off; null where the scale has neither. */
  readonly reading: string | null;
}

/** Its scales have bands or cut-offs of their own (DASS-21, PHQ-4); others only group the questions (PCL-5's clusters). */
export const isReadByScales = ({ subscales }: Pick<Instrument, 'subscales'>): boolean =>
  subscales.some(({ bands, cutOffs }) => (bands?.length ?? 0) + (cutOffs?.length ?? 0) > 0);

/** @param start the response that `latest` is compared with; null where there is none. */
export function scaleRows(
  { subscales }: Instrument,
  start: ScoreOutcome | null,
  latest: ScoreOutcome,
  locale: string = displayLocale(),
): ScaleRow[] {
  const totalOf = (outcome: ScoreOutcome | null, id: string): number | null =>
    outcome && 'subscales' in outcome ? (outcome.subscales[id] ?? null) : null;
  return subscales.map((subscale) => {
    const [from, to] = [totalOf(start, subscale.id), totalOf(latest, subscale.id)];
    return {
      id: subscale.id,
      label: subscale.label,
      start: from === null ? null : formatNumber(from, locale),
      latest: to === null ? null : formatNumber(to, locale),
      reading: to === null ? null : readingOf(subscale, to, locale),
    };
  });
}

/** "Depression 24, severe; Anxiety 10, moderate; Stress 22, moderate"; null where the measure is not read by its scales. */
export function scalesLine(
  instrument: Instrument,
  outcome: ScoreOutcome,
  locale: string = displayLocale(),
): string | null {
  if (!isReadByScales(instrument)) return null;
  const known = scaleRows(instrument, null, outcome, locale).flatMap(({ label, latest, reading }) => {
    if (latest === null) return [];
    return [
      reading === null
        ? m.wording_scale({ label, total: latest })
        : m.wording_scale_read({ label, total: latest, reading }),
    ];
  });
  return known.length === 0 ? null : known.join('; ');
}

function readingOf(subscale: Subscale, total: number, locale: string): string | null {
  const [cutOff] = subscale.cutOffs ?? [];
  return subscaleBandOf(subscale, total)?.label ?? (cutOff ? sideWord(total, cutOff, locale) : null);
}
