// The verdict in words for the client: reading age about twelve, no blame, no praise (tests/unit/wording/client-words.test.ts reads
// every sentence). It takes the verdict as it was judged and works nothing out again; what the measure's error cannot tell from
// change and what a source only calls meaningful stay two things here too.
import { meaningOf } from '../../clinical/change/reliable-change.ts';
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type { Respondent } from '../../clinical/verdict/score-point.ts';
import type { Comparison, Judged, Verdict } from '../../clinical/verdict/verdict.ts';
import { m } from '../paraglide/messages.js';
import { formatTotal } from './format-total.ts';
import { displayLocale } from './locale.ts';
import { placeWord, whenPhrase } from './place-word.ts';

export interface ClientWords {
  /** What stands in the largest type. */
  readonly sentence: string;
  /** What must be known beside it. */
  readonly notes: readonly string[];
}

export function clientWords(
  verdict: Verdict,
  instrument: Instrument,
  respondent: Respondent,
  locale: string = displayLocale(),
): ClientWords {
  return {
    sentence: sentenceOf(verdict, instrument, respondent === 'self', locale),
    notes: notesOf(verdict),
  };
}

function sentenceOf(verdict: Verdict, instrument: Instrument, isOwn: boolean, locale: string): string {
  switch (verdict.kind) {
    case 'no-scores':
      return m.share_client_none();
    case 'too-few-points': {
      const { total, point } = verdict.only;
      const facts = { total: formatTotal(total, instrument, locale), when: whenPhrase(point, locale) };
      return isOwn ? m.share_client_one(facts) : m.share_client_one_other(facts);
    }
    case 'no-rule':
      return joined(moveOf(verdict, instrument, isOwn, locale), m.share_client_no_rule());
    case 'judged':
      return joined(moveOf(verdict, instrument, isOwn, locale), howSure(verdict));
  }
}

/** "Your score has gone down from 18 to 9 since 4 March 2026. Lower is better here." */
function moveOf(comparison: Comparison, instrument: Instrument, isOwn: boolean, locale: string): string {
  const { start, latest, change } = comparison;
  const { point } = comparison.baseline.at;
  const facts = {
    start: formatTotal(start.total, instrument, locale),
    latest: formatTotal(latest.total, instrument, locale),
    place: placeWord(point, locale),
    when: whenPhrase(point, locale),
  };
  const [same, down, up] = isOwn
    ? [m.share_client_same, m.share_client_down, m.share_client_up]
    : [m.share_client_same_other, m.share_client_down_other, m.share_client_up_other];
  const move = change === 0 ? same(facts) : change < 0 ? down(facts) : up(facts);
  return joined(move, instrument.better === 'lower' ? m.share_client_lower() : m.share_client_higher());
}

function howSure({ rule, direction, change }: Judged): string {
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
