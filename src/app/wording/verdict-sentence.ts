// One place makes the sentence: what changed, by how much, against what, how sure. For the screen, the chart, the list and
// print alike. Plain and calm; a rule is always named, for the error alone: a cut-off is of
// its own source, and "recovered" is of both. Nothing is ever called safe.
import { meaningOf } from '../../clinical/change/reliable-change.ts';
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type {
  Comparison,
  Judged,
  NoRule,
  TooFewPoints,
  UsedBaseline,
  Verdict,
} from '../../clinical/verdict/verdict.ts';
import type { Respondent } from '../../clinical/verdict/score-point.ts';
import { m } from '../paraglide/messages.js';
import {
  functionalSideWord,
  positionWithinError,
  positionWord,
  sideWord,
  sourcedPosition,
  type Journey,
} from './cut-off-words.ts';
import { formatChangeSize, formatTotal } from './format-total.ts';
import { displayLocale } from './locale.ts';
import { meaningfulSentence } from './meaningful-sentence.ts';
import { placeWord, whenPhrase } from './place-word.ts';
import { ruleName } from './rule-name.ts';
import { verdictNotes } from './verdict-notes.ts';
import { measureName } from './words.ts';

/** The headline and every note behind it. */
export const verdictSentence = (
  verdict: Verdict,
  instrument: Instrument,
  locale: string = displayLocale(),
): string =>
  [verdictHeadline(verdict, instrument, locale), ...verdictNotes(verdict, instrument, locale)].join(' ');

/** The verdict itself, without the notes: what stands in the largest type. */
export function verdictHeadline(
  verdict: Verdict,
  instrument: Instrument,
  locale: string = displayLocale(),
): string {
  switch (verdict.kind) {
    case 'no-scores':
      return m.wording_no_complete({ measure: instrument.shortName });
    case 'too-few-points':
      return onePoint(verdict, instrument, locale);
    case 'no-rule':
      return withoutRule(verdict, instrument, locale);
    case 'judged':
      return judgedSentence(verdict, instrument, locale);
  }
}

function onePoint({ only, baseline, cutOff }: TooFewPoints, instrument: Instrument, locale: string): string {
  const isMoved = baseline.kind === 'moved';
  const total = formatTotal(only.total, instrument, locale);
  const facts = [
    isMoved ? total : `${total} ${whenPhrase(only.point, locale)}`,
    only.band?.label,
    cutOff && sideWord(only.total, cutOff, locale),
  ]
    .filter((fact) => !!fact)
    .join(', ');
  if (isMoved) return m.wording_one_point_moved({ place: baselinePlace(baseline, locale), facts });
  return m.wording_one_point({ measure: measureOf(instrument, only.point.respondent), facts });
}

function withoutRule(verdict: NoRule, instrument: Instrument, locale: string): string {
  const move = moveWords(verdict, instrument, locale);
  const journey = journeyOf(verdict, instrument);
  return journey
    ? m.wording_cannot_judge({ move, position: positionWord(journey, locale) })
    : m.wording_cannot_judge_no_cut_off({ move });
}

function judgedSentence(verdict: Judged, instrument: Instrument, locale: string): string {
  const rule = ruleName(verdict.rule, instrument, locale);
  const move = moveWords(verdict, instrument, locale);
  const journey = journeyOf(verdict, instrument);
  if (meaningOf(verdict.rule) === 'meaningful') {
    return meaningfulSentence(verdict.direction, journey, { move, rule }, locale);
  }
  switch (verdict.status) {
    case 'recovered':
      // Recovery without a cut-off does not exist, so there is always a position to name.
      return m.wording_judged_recovered({
        move,
        rule,
        position: journey ? sourcedPosition(journey, instrument, locale) : '',
      });
    case 'improved':
      return journey
        ? improvedSentence(verdict, journey, { move, rule }, locale)
        : m.wording_judged_improved_no_cut_off({ move, rule });
    case 'unchanged':
      return journey
        ? m.wording_judged_unchanged({ move, rule, position: positionWithinError(journey, locale) })
        : m.wording_judged_unchanged_no_cut_off({ move, rule });
    case 'deteriorated':
      return journey
        ? m.wording_judged_deteriorated({ move, rule, position: positionWord(journey, locale) })
        : m.wording_judged_deteriorated_no_cut_off({ move, rule });
  }
}

/** Reliably better without recovery: either not across the cut-off, or there was none to cross from. */
function improvedSentence(
  { clinicalAtStart }: Judged,
  journey: Journey,
  parts: { readonly move: string; readonly rule: string },
  locale: string,
): string {
  if (clinicalAtStart === false) {
    const side = sideWord(journey.start, journey.cutOff, locale);
    return m.wording_judged_improved_from_below({ ...parts, side });
  }
  const side = functionalSideWord(journey.cutOff, journey.better, locale);
  return m.wording_judged_improved({ ...parts, position: m.wording_but_not({ side }) });
}

function journeyOf({ start, latest, cutOff }: Comparison, { better }: Instrument): Journey | null {
  return cutOff && { start: start.total, latest: latest.total, cutOff, better };
}

/** "Down 9 points since 4 March 2026 (18 → 9)". */
function moveWords(comparison: Comparison, instrument: Instrument, locale: string): string {
  const totals = { start: comparison.start.total, latest: comparison.latest.total };
  const shown = {
    start: formatTotal(totals.start, instrument, locale),
    latest: formatTotal(totals.latest, instrument, locale),
  };
  const pair = instrument.better === 'higher' ? m.wording_pair_higher(shown) : m.wording_pair(shown);
  const place = baselinePlace(comparison.baseline, locale);
  const points = formatChangeSize(totals, instrument, locale);
  if (comparison.change < 0) return m.wording_down({ points, place, pair });
  return comparison.change > 0 ? m.wording_up({ points, place, pair }) : m.wording_level({ place, pair });
}

function baselinePlace(baseline: UsedBaseline, locale: string): string {
  const place = placeWord(baseline.at.point, locale);
  return baseline.kind === 'moved' ? m.wording_moved_baseline({ place }) : place;
}

const measureOf = ({ shortName }: Instrument, respondent: Respondent): string =>
  measureName(shortName, respondent);
