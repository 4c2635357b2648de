// The verdict on one client and one measure: from its baseline to the latest complete response of the current episode.
// Laws: nothing is said about change before two points; only scores of the same line are compared; a rule is always
// named; an incomplete response never moves a verdict, but is never hidden either.
import { sideOfCutOff } from '../change/side-of-cut-off.ts';
import { completePoints } from '../episodes/complete-points.ts';
import type { CompletePoint } from '../episodes/complete-points.ts';
import { findBaseline } from '../episodes/find-baseline.ts';
import type { BaselineChoice } from '../episodes/find-baseline.ts';
import type { ChangeRule, CutOff, Instrument } from '../instruments/instrument.ts';
import { bandOf } from '../scoring/band-of.ts';
import { applyRule } from './apply-rule.ts';
import { chooseCutOff } from './choose-cut-off.ts';
import type { Person } from './choose-cut-off.ts';
import type { ScorePoint } from './score-point.ts';
import type { ScoreSeries } from './series.ts';
import type { Comparison, Judgement, JudgedPoint, Verdict, VerdictProblem } from './verdict.ts';

/** What the practice or the therapist chose; an absent id means the instrument's first (`chooseCutOff`). */
export interface JudgeChoices {
  readonly changeRuleId?: string;
  readonly cutOffId?: string;
  /** For cut-offs that depend on age or sex. */
  readonly person?: Person;
  readonly baseline?: BaselineChoice;
}

/**
 * @param series of this instrument (`seriesOn`, `seriesOf`); anything else is our own mistake and throws.
 * @param episode the client's current course of therapy; scores of earlier ones are not judged.
 */
export function judge(
  instrument: Instrument,
  series: ScoreSeries,
  episode: number,
  choices: JudgeChoices = {},
): Verdict {
  assertSameInstrument(instrument, series);
  const points = series.points.map(({ point }) => point).filter((point) => point.episode === episode);
  const rule = ruleFor(instrument, choices);
  const cutOff = cutOffFor(instrument, choices);
  const { baseline, unusableChoice } = findBaseline(points, choices.baseline ?? null);
  const latest = completePoints(points).at(-1);
  const problems = [
    ...problemsAfter(latest, points),
    ...series.unplaced.filter((point) => point.episode === episode).map(asUnplaced),
    ...(unusableChoice ? [{ kind: 'baseline-choice-unusable', choice: unusableChoice } as const] : []),
    ...rule.problems,
    ...cutOff.problems,
  ];

  if (baseline.kind === 'none' || !latest) return { kind: 'no-scores', cutOff: cutOff.used, problems };
  const start = judgedPoint(instrument, baseline.at, cutOff.used);
  if (latest.point.entryId === start.point.entryId) {
    const inUse = { rule: rule.used, cutOff: cutOff.used };
    return { kind: 'too-few-points', only: start, baseline, ...inUse, problems };
  }

  const comparison: Comparison = {
    baseline,
    start,
    latest: judgedPoint(instrument, latest, cutOff.used),
    change: latest.total - start.total,
    cutOff: cutOff.used,
    modeChanged: latest.point.mode !== start.point.mode,
    limits: cutOff.used?.limits ?? [],
    problems,
  };
  if (!rule.used) return { kind: 'no-rule', ...comparison };

  const totals = { start: start.total, latest: latest.total };
  const judgement = applyRule(instrument, totals, rule.used, cutOff.used);
  return { kind: 'judged', ...comparison, ...judgement, rivals: rivalsOf(judgement, instrument, totals) };
}

/** Every other combination of the instrument's rules and cut-offs, in their own order. */
function rivalsOf(
  { rule, cutOff }: Judgement,
  instrument: Instrument,
  totals: { readonly start: number; readonly latest: number },
): Judgement[] {
  const cutOffs = instrument.cutOffs.length > 0 ? instrument.cutOffs : [null];
  return instrument.changeRules
    .flatMap((rivalRule) => cutOffs.map((rivalCutOff) => ({ rivalRule, rivalCutOff })))
    .filter(({ rivalRule, rivalCutOff }) => rivalRule !== rule || rivalCutOff !== cutOff)
    .map(({ rivalRule, rivalCutOff }) => applyRule(instrument, totals, rivalRule, rivalCutOff));
}

function judgedPoint(instrument: Instrument, complete: CompletePoint, cutOff: CutOff | null): JudgedPoint {
  return {
    ...complete,
    band: bandOf(instrument, complete.total),
    side: cutOff && sideOfCutOff(complete.total, cutOff, instrument.better),
  };
}

function cutOffFor(
  instrument: Instrument,
  { cutOffId, person }: JudgeChoices,
): { readonly used: CutOff | null; readonly problems: readonly VerdictProblem[] } {
  const chosen = chooseCutOff(instrument, cutOffId, person);
  const problems = unknownChoice('cut-off', instrument.cutOffs, cutOffId);
  if (chosen.kind !== 'open') return { used: chosen.kind === 'used' ? chosen.cutOff : null, problems };
  return { used: null, problems: [...problems, { kind: 'cut-off-open', possible: chosen.possible }] };
}

/** The chosen rule, the first one, or null where there is none. */
function ruleFor(
  { changeRules }: Instrument,
  { changeRuleId }: JudgeChoices,
): { readonly used: ChangeRule | null; readonly problems: readonly VerdictProblem[] } {
  const chosen = changeRules.find(({ id }) => id === changeRuleId);
  return {
    used: chosen ?? changeRules[0] ?? null,
    problems: unknownChoice('change-rule', changeRules, changeRuleId),
  };
}

const unknownChoice = (
  of: 'change-rule' | 'cut-off',
  options: readonly { readonly id: string }[],
  id: string | undefined,
): VerdictProblem[] =>
  id === undefined || options.some((option) => option.id === id) ? [] : [{ kind: 'unknown-choice', of, id }];

function problemsAfter(latest: CompletePoint | undefined, points: readonly ScorePoint[]): VerdictProblem[] {
  return points.slice(latest ? points.indexOf(latest.point) + 1 : 0).map((point) => ({
    kind: point.outcome.kind === 'invalid' ? 'invalid-after-latest' : 'incomplete-after-latest',
    point,
  }));
}

const asUnplaced = (point: ScorePoint): VerdictProblem => ({ kind: 'unplaced', point });

function assertSameInstrument(instrument: Instrument, series: ScoreSeries): void {
  const isSame =
    instrument.id === series.instrumentId &&
    instrument.version === series.instrumentVersion &&
    instrument.coding === series.coding;
  if (!isSame) {
    throw new Error(
      `Series of ${series.instrumentId}@${series.instrumentVersion} (${series.coding}) judged as ${instrument.id}@${instrument.version} (${instrument.coding})`,
    );
  }
}
