// Everything a verdict rests on, as rows for a disclosure (CLINICAL 1.1): the rule, the numbers that went in, the sources,
// what it does not mean, and the rival published thresholds side by side.
import type { ChangeRule, CutOff, Instrument, Source } from '../../clinical/instruments/instrument.ts';
import type {
  Comparison,
  Judged,
  Judgement,
  JudgedPoint,
  TooFewPoints,
  Verdict,
} from '../../clinical/verdict/verdict.ts';
import { m } from '../paraglide/messages.js';
import { sideWord } from './cut-off-words.ts';
import { formatChangeSize, formatCoefficient, formatShare, formatTotal } from './format-total.ts';
import { displayLocale } from './locale.ts';
import { placeWord, whenPhrase } from './place-word.ts';
import { neededWord, ruleName } from './rule-name.ts';
import { verdictLimits } from './verdict-limits.ts';
import { modeWord, respondentWord, statusWord, type Standing } from './words.ts';

export interface DetailRow {
  readonly id: string;
  readonly term: string;
  readonly text: string;
  readonly sources: readonly Source[];
}

/** The same two scores under one rule and one cut-off. */
export interface RivalRow {
  readonly id: string;
  readonly rule: string;
  readonly cutOff: string;
  readonly standing: Standing;
  readonly word: string;
  readonly isInUse: boolean;
  readonly changeRuleId: string;
  readonly cutOffId: string | null;
}

export interface VerdictDetails {
  readonly rows: readonly DetailRow[];
  /** What it does not mean. */
  readonly limits: readonly string[];
  /** The one in use first; empty where there is nothing to compare. */
  readonly rivals: readonly RivalRow[];
}

export function verdictDetails(
  verdict: Verdict,
  instrument: Instrument,
  locale: string = displayLocale(),
): VerdictDetails {
  return {
    rows: rowsOf(verdict, instrument, locale),
    limits: verdictLimits(verdict, instrument, locale),
    rivals: verdict.kind === 'judged' ? rivalRows(verdict, instrument, locale) : [],
  };
}

function rowsOf(verdict: Verdict, instrument: Instrument, locale: string): DetailRow[] {
  switch (verdict.kind) {
    case 'no-scores':
      return [];
    case 'too-few-points':
      return [
        row('latest', m.wording_term_latest(), pointText(verdict.only, instrument, locale)),
        cutOffRow(verdict.cutOff, (cutOff) => oneSide(verdict, cutOff, locale)),
        ...bandRow(instrument, verdict.only.band?.label ?? null),
      ];
    case 'no-rule':
      return [
        row('rule', m.wording_term_rule(), m.wording_no_known_rule()),
        ...comparisonRows(verdict, instrument, locale),
      ];
    case 'judged':
      return [
        row('status', m.wording_term_status(), statusWord(verdict.status)),
        ...ruleRows(verdict.rule, instrument, locale),
        ...comparisonRows(verdict, instrument, locale),
      ];
  }
}

function ruleRows(rule: ChangeRule, instrument: Instrument, locale: string): DetailRow[] {
  const rows = [
    row('rule', m.wording_term_rule(), ruleName(rule, instrument, locale), [rule.source]),
    row('needed', m.wording_term_needed(), neededWord(rule, locale)),
  ];
  if (rule.kind === 'published') return rows;
  const { coefficient, kind, source } = rule.reliability;
  const kinds = {
    alpha: m.wording_alpha,
    retest: m.wording_retest,
    other: m.wording_other_reliability,
  };
  const text = m.wording_worked_out({
    sd: formatCoefficient(rule.sd, locale),
    reliability: kinds[kind](),
    coefficient: formatCoefficient(coefficient, locale),
    confidence: formatShare(rule.confidence, locale),
  });
  return [...rows, row('worked-out', m.wording_term_worked_out(), text, [source])];
}

function comparisonRows(comparison: Comparison, instrument: Instrument, locale: string): DetailRow[] {
  const { start, latest, cutOff } = comparison;
  return [
    row('start', m.wording_term_start(), startText(comparison, instrument, locale)),
    row('latest', m.wording_term_latest(), pointText(latest, instrument, locale)),
    row('change', m.wording_term_change(), changeText(comparison, instrument, locale)),
    cutOffRow(cutOff, (used) =>
      m.wording_cut_off_in_use({
        label: used.label,
        start: sideWord(start.total, used, locale),
        latest: sideWord(latest.total, used, locale),
      }),
    ),
    ...bandRow(
      instrument,
      start.band &&
        latest.band &&
        m.wording_bands_two({ start: start.band.label, latest: latest.band.label }),
    ),
  ];
}

function startText({ baseline, start }: Comparison, instrument: Instrument, locale: string): string {
  const point = pointText(start, instrument, locale);
  if (baseline.kind === 'first-complete') return m.wording_start_first({ point });
  return m.wording_start_moved({
    point,
    from: placeWord(baseline.from.point, locale),
    reason: baseline.reason,
  });
}

const pointText = ({ total, point }: JudgedPoint, instrument: Instrument, locale: string): string =>
  m.wording_point({
    total: formatTotal(total, instrument, locale),
    when: whenPhrase(point, locale),
    mode: modeWord(point.mode),
    respondent: respondentWord(point.respondent),
  });

function changeText({ start, latest, change }: Comparison, instrument: Instrument, locale: string): string {
  if (change === 0) return m.wording_change_none();
  const totals = { start: start.total, latest: latest.total };
  const words = { change: formatChangeSize(totals, instrument, locale) };
  const isBetter = change > 0 === (instrument.better === 'higher');
  return isBetter ? m.wording_change_better(words) : m.wording_change_worse(words);
}

function cutOffRow(cutOff: CutOff | null, text: (cutOff: CutOff) => string): DetailRow {
  const term = m.wording_term_cut_off();
  return cutOff
    ? row('cut-off', term, text(cutOff), [cutOff.source])
    : row('cut-off', term, m.wording_no_known_cut_off());
}

const oneSide = ({ only }: TooFewPoints, cutOff: CutOff, locale: string): string =>
  m.wording_cut_off_one({ label: cutOff.label, side: sideWord(only.total, cutOff, locale) });

const bandRow = ({ bandsSource }: Instrument, text: string | null): DetailRow[] =>
  text === null ? [] : [row('bands', m.wording_term_bands(), text, bandsSource ? [bandsSource] : [])];

function rivalRows(verdict: Judged, instrument: Instrument, locale: string): RivalRow[] {
  const asRow = ({ rule, cutOff, status }: Judgement, isInUse: boolean): RivalRow => ({
    id: `${rule.id}/${cutOff?.id ?? ''}`,
    rule: ruleName(rule, instrument, locale),
    cutOff: cutOff?.label ?? m.wording_no_known_cut_off(),
    standing: status,
    word: statusWord(status),
    isInUse,
    changeRuleId: rule.id,
    cutOffId: cutOff?.id ?? null,
  });
  return [asRow(verdict, true), ...verdict.rivals.map((rival) => asRow(rival, false))];
}

function row(id: string, term: string, text: string, sources: readonly Source[] = []): DetailRow {
  return { id, term, text, sources };
}
