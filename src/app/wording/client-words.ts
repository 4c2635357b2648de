// The verdict in words for the client: reading age about twelve, no blame, no praise (tests/unit/wording/client-words.test.ts reads
// every sentence). It takes the verdict as it was judged and works nothing out again; what the measure's error cannot tell from
// change and what a source only calls meaningful stay two things here too.
import { meaningOf } from '../../clinical/change/reliable-change.ts';
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type { Respondent } from '../../clinical/verdict/score-point.ts';
import type { Judged, Verdict } from '../../clinical/verdict/verdict.ts';
import { m } from '../paraglide/messages.js';
import { formatTotal } from './format-total.ts';
import { displayLocale } from './locale.ts';
import { placeWord, whenPhrase } from './place-word.ts';

export interface ClientWords {
  /** How the score moved: what stands in the largest type. */
  readonly sentence: string;
  /** Which way is better, and how sure it is; may be empty. */
  readonly howSure: string;
  /** What must be known beside it. */
  readonly notes: readonly string[];
}

export function clientWords(
  verdict: Verdict,
  instrument: Instrument,
  respondent: Respondent,
  locale: string = displayLocale(),
): ClientWords {
  const facts = { instrument, isOwn: respondent === 'self', locale };
  return { sentence: moveOf(verdict, facts), howSure: howSure(verdict, instrument), notes: notesOf(verdict) };
}

/** All of it as one text: what describes the chart. */
export const clientText = ({ sentence, howSure, notes }: ClientWords): string =>
  joined(sentence, howSure, ...notes);

interface Facts {
  readonly instrument: Instrument;
  /** The client filled it in. */
  readonly isOwn: boolean;
  readonly locale: string;
}

function moveOf(verdict: Verdict, { instrument, isOwn, locale }: Facts): string {
  if (verdict.kind === 'no-scores') return m.share_client_none();
  if (verdict.kind === 'too-few-points') {
    const { total, point } = verdict.only;
    const only = { total: formatTotal(total, instrument, locale), when: whenPhrase(point, locale) };
    return isOwn ? m.share_client_one(only) : m.share_client_one_other(only);
  }
  const { start, latest, change, baseline } = verdict;
  const said = {
    start: formatTotal(start.total, instrument, locale),
    latest: formatTotal(latest.total, instrument, locale),
    place: placeWord(baseline.at.point, locale),
    when: whenPhrase(baseline.at.point, locale),
  };
  const [same, down, up] = isOwn
    ? [m.share_client_same, m.share_client_down, m.share_client_up]
    : [m.share_client_same_other, m.share_client_down_other, m.share_client_up_other];
  return change === 0 ? same(said) : change < 0 ? down(said) : up(said);
}

function howSure(verdict: Verdict, { better }: Instrument): string {
  if (verdict.kind === 'no-scores') return '';
  if (verdict.kind === 'too-few-points') return m.share_client_too_few();
  const direction = better === 'lower' ? m.share_client_lower() : m.share_client_higher();
  return joined(direction, verdict.kind === 'judged' ? howBig(verdict) : m.share_client_no_rule());
}

function howBig({ rule, direction, change }: Judged): string {
  if (change === 0) return '';
  const isMeaningful = meaningOf(rule) === 'meaningful';
  if (direction === 'neither')
    return isMeaningful ? m.share_client_matters_less() : m.share_client_within_chance();
  const big = isMeaningful ? m.share_client_matters() : m.share_client_more_than_chance();
  return direction === 'worse' ? joined(big, m.share_client_talk()) : big;
}

function notesOf(verdict: Verdict): string[] {
  const after = verdict.problems.some(
    ({ kind }) => kind === 'incomplete-after-latest' || kind === 'invalid-after-latest',
  );
  const newer = after && verdict.kind !== 'no-scores' ? [m.share_client_newer()] : [];
  if (verdict.kind === 'no-scores') return newer;
  const points = verdict.kind === 'too-few-points' ? [verdict.only] : [verdict.start, verdict.latest];
  const isProrated = points.some(({ point }) => point.outcome.kind === 'prorated');
  const isTwoWays = verdict.kind !== 'too-few-points' && verdict.modeChanged;
  return [
    ...(isTwoWays ? [m.share_client_two_ways()] : []),
    ...(isProrated ? [m.share_client_left_out()] : []),
    ...newer,
  ];
}

const joined = (...sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ');
