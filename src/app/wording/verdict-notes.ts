// What a reader must know before trusting a verdict, one sentence each, in the order of weight.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type { JudgedPoint, Verdict, VerdictProblem } from '../../clinical/verdict/verdict.ts';
import { m } from '../paraglide/messages.js';
import { sideWord } from './cut-off-words.ts';
import { formatNumber } from './format-total.ts';
import { displayLocale } from './locale.ts';
import { placeWord } from './place-word.ts';
import { scoreProblemText } from './score-problems.ts';
import { modeWord } from './words.ts';

export function verdictNotes(
  verdict: Verdict,
  instrument: Instrument,
  locale: string = displayLocale(),
): string[] {
  const { problems } = verdict;
  return [
    ...notesOnNumbers(verdict, locale),
    ...notesAfterLatest(problems, instrument, locale),
    ...noteOnUnplaced(problems, locale),
    ...notesOnChoices(problems),
    ...noteOnOpenCutOff(verdict, locale),
  ];
}

function notesOnNumbers(verdict: Verdict, locale: string): string[] {
  if (verdict.kind === 'no-scores') return [];
  const { baseline } = verdict;
  const moved =
    baseline.kind === 'moved'
      ? m.wording_note_moved({
          place: placeWord(baseline.at.point, locale),
          from: placeWord(baseline.from.point, locale),
          reason: baseline.reason,
        })
      : null;
  if (verdict.kind === 'too-few-points') return present([moved, prorated(verdict.only, 'latest', locale)]);
  const { start, latest, modeChanged } = verdict;
  const modes = { start: modeWord(start.point.mode), latest: modeWord(latest.point.mode) };
  return present([
    moved,
    prorated(start, 'start', locale),
    prorated(latest, 'latest', locale),
    modeChanged ? m.wording_note_mode(modes) : null,
  ]);
}

function prorated({ point }: JudgedPoint, which: 'start' | 'latest', locale: string): string | null {
  if (point.outcome.kind !== 'prorated') return null;
  const counts = {
    answered: formatNumber(point.outcome.answered, locale),
    of: formatNumber(point.outcome.of, locale),
  };
  return which === 'start' ? m.wording_note_prorated_start(counts) : m.wording_note_prorated_latest(counts);
}

/** An incomplete response never moves a verdict, but is never hidden either. */
function notesAfterLatest(
  problems: readonly VerdictProblem[],
  instrument: Instrument,
  locale: string,
): string[] {
  const after = problems.filter(
    (problem) => problem.kind === 'incomplete-after-latest' || problem.kind === 'invalid-after-latest',
  );
  const [only] = after;
  if (!only) return [];
  if (after.length > 1) return [m.wording_note_several({ number: formatNumber(after.length, locale) })];
  const { outcome } = only.point;
  if (outcome.kind === 'incomplete') {
    const counts = { answered: formatNumber(outcome.answered, locale), of: formatNumber(outcome.of, locale) };
    return [m.wording_note_incomplete(counts)];
  }
  if (outcome.kind !== 'invalid') return [];
  const why = outcome.problems.map((problem) => scoreProblemText(problem, instrument, locale)).join('; ');
  return [m.wording_note_invalid({ why })];
}

function noteOnUnplaced(problems: readonly VerdictProblem[], locale: string): string[] {
  const count = problems.filter(({ kind }) => kind === 'unplaced').length;
  return count === 0 ? [] : [m.wording_note_unplaced({ count, number: formatNumber(count, locale) })];
}

function notesOnChoices(problems: readonly VerdictProblem[]): string[] {
  return problems.flatMap((problem) => {
    if (problem.kind === 'baseline-choice-unusable') return [m.wording_note_baseline_unusable()];
    if (problem.kind !== 'unknown-choice') return [];
    return [problem.of === 'cut-off' ? m.wording_note_cut_off_unknown() : m.wording_note_rule_unknown()];
  });
}

/** Every cut-off that may be the person's, and where the latest total lies against it: none is picked silently. */
function noteOnOpenCutOff(verdict: Verdict, locale: string): string[] {
  const open = verdict.problems.find((problem) => problem.kind === 'cut-off-open');
  if (!open) return [];
  if (open.possible.length === 0) return [m.wording_note_cut_off_for_nobody()];
  const latest = verdict.kind === 'no-scores' ? null : 'only' in verdict ? verdict.only : verdict.latest;
  const cutOffs = open.possible
    .map((cutOff) =>
      latest
        ? m.wording_cut_off_and_side({ label: cutOff.label, side: sideWord(latest.total, cutOff, locale) })
        : cutOff.label,
    )
    .join('; ');
  return [m.wording_note_cut_off_open({ cutOffs })];
}

const present = (notes: readonly (string | null)[]): string[] => notes.filter((note) => note !== null);
