// Writing down a change of course, putting it right, and deciding about it when it comes back.
import type { ChangeTarget } from '../../clinical/change-of-course/change-target.ts';
import type { GoalId } from '../../clinical/goals/goal.ts';
import type { Prompt, PromptLine } from '../../clinical/prompts/prompt.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { writeDraft } from '../../records/client-choices.ts';
import { writeEntries } from '../../records/client-record.ts';
import type { Entry, EntryId, PivotEntry, ReviewDecision, ReviewEntry } from '../../records/entry.ts';
import { knownEntry } from '../../records/known-entry.ts';
import type { Pivot } from '../../records/pivots.ts';
import type { PromptNames } from '../wording/prompt-names.ts';
import type { ClientState } from './client.svelte.ts';
import { decisionFrom } from './decide.ts';
import { keepDraft } from './drafts.ts';
import { newEntry } from './new-entry.ts';
import type { PivotDraft } from './pivot-draft.ts';

interface Aim {
  readonly target: ChangeTarget;
  readonly direction: 'down' | 'up';
}

/** What a prompt hopes to see move: a measure the better way, a goal up. Null: it is about neither. */
export function targetOfPrompt({ reason }: Prompt, { findInstrument }: PromptNames): Aim | null {
  const goal = (goalId: GoalId): Aim => ({ target: { kind: 'goal', goalId }, direction: 'up' });
  const measure = ({ instrumentId, respondent }: Measured, version: string | null): Aim => ({
    target: { kind: 'measure', instrumentId, respondent },
    direction: findInstrument(instrumentId, version)?.better === 'higher' ? 'up' : 'down',
  });
  switch (reason.kind) {
    case 'worse':
    case 'early-check':
      return measure(reason.line, reason.line.instrumentVersion);
    // What is planned is planned in no particular version.
    case 'missed-measures':
      return measure(reason.line, null);
    case 'goal-flat':
      return goal(reason.goalId);
    case 'target-met':
      return reason.of.kind === 'goal'
        ? goal(reason.of.goalId)
        : measure(reason.of.line, reason.of.line.instrumentVersion);
    default:
      return null;
  }
}

type Measured = Pick<PromptLine, 'instrumentId' | 'respondent'>;

/**
 * The number of the last session where the scores of the target, or of the client where there is none, have numbers and no days;
 * null: they have days, or there are none. No day is invented for them (CLINICAL 1.2), and none is lost.
 * @param original the change that is put right: it stays in its course, and one with a day keeps a day
 */
export function lastSessionWithoutDay(
  { chart }: Pick<ClientState, 'chart'>,
  target: ChangeTarget | null,
  original: Pick<PivotEntry, 'occurredOn' | 'episode'> | null = null,
): number | null {
  if (target?.kind === 'goal' || (original && original.occurredOn !== null)) return null;
  const episode = original?.episode ?? chart.episode;
  const own = chart.points.filter(
    (point) =>
      point.episode === episode &&
      (target === null ||
        (point.instrumentId === target.instrumentId && point.respondent === target.respondent)),
  );
  if (own.some(({ occurredOn }) => occurredOn !== null)) return null;
  const numbers = own.flatMap(({ sessionNumber }) => sessionNumber ?? []);
  return numbers.length === 0 ? null : Math.max(...numbers);
}

/** What was in use last: of the last change that was not stopped, else the only one in the plan. */
export function techniqueInUse({
  pivots,
  carePlan,
  chart,
}: Pick<ClientState, 'pivots' | 'carePlan' | 'chart'>) {
  const last = pivots.findLast(
    ({ entry, reviews }) => entry.episode === chart.episode && reviews.at(-1)?.decision !== 'stop',
  );
  const [only, ...others] = carePlan.plan.techniques;
  return last?.entry.to ?? (others.length === 0 ? (only ?? null) : null);
}

/** @param label as the chart will call it */
export function pivotFrom(
  client: Pick<ClientState, 'record' | 'chart' | 'runningSession'>,
  draft: PivotDraft,
  { label, isBySession, today }: { label: string; isBySession: boolean; today: CalendarDay },
): PivotEntry {
  const { occurredOn, afterSession, reviewOn } = draft;
  if (reviewOn === null || (isBySession ? afterSession : occurredOn) === null)
    throw new Error('a change of course with something missing');
  const { replaces } = draft;
  const original = replaces && client.record && knownEntry(client.record, replaces);
  return {
    ...newEntry(client, occurredOn ?? today),
    ...(isBySession && { occurredOn: null, sessionNumber: afterSession, episode: client.chart.episode }),
    kind: 'pivot',
    obstacles: draft.obstacles,
    inTheWay: draft.inTheWay.trim(),
    from: draft.from,
    to: draft.to,
    label: label.trim(),
    target: draft.target,
    direction: draft.direction,
    reviewOn,
    agreement: draft.agreement,
    clientWording: draft.clientWording.trim(),
    // A correction stays in the course of what it corrects.
    ...(replaces ? { replaces } : {}),
    ...(original ? { episode: original.episode } : {}),
  };
}

/** What was written in one go: the change, and the answer or the review that led to it. */
export type SavedPivot = readonly [EntryId, ...EntryId[]];

/**
 * Writes the change with what led to it, and takes the draft away, in one commit: nobody is said to have changed course who
 * broke off in the form.
 */
export async function savePivot(
  client: ClientState,
  draft: PivotDraft,
  written: { label: string; isBySession: boolean; today: CalendarDay },
): Promise<SavedPivot> {
  const { answering, reviewing, obstacles, inTheWay } = draft;
  const { today } = written;
  const before: Entry[] = [];
  if (answering)
    before.push(decisionFrom(client, answering, { answer: 'changed', reason: inTheWay, obstacles }, today));
  if (reviewing) {
    const { pivotId, words } = reviewing;
    before.push(reviewFrom(client, pivotId, { decision: 'change-again', words, nextReviewOn: null }, today));
  }
  const pivot = pivotFrom(client, draft, written);
  await client.edit((doc) => {
    doc.transact(() => {
      writeEntries(doc, [...before, pivot]);
      writeDraft(doc, 'pivot', null);
    });
  });
  return [pivot.id, ...before.map(({ id }) => id)];
}

/** Undo: all of it stays in the record as deleted, and what was typed stands in the form again. */
export async function undoPivot(client: ClientState, saved: SavedPivot, draft: PivotDraft): Promise<void> {
  for (const id of saved) await client.deleteEntry(id, 'undone');
  await keepDraft(client, 'pivot', draft);
}

/** Changes that ask for a decision by now: of the course that goes on, in the order of their days. */
export function pivotsDue(
  { pivots, chart }: Pick<ClientState, 'pivots' | 'chart'>,
  today: CalendarDay,
): readonly Pivot[] {
  const course = chart.courses.at(-1);
  if (course?.ending) return [];
  return pivots
    .filter(
      ({ entry, reviewDueOn }) =>
        entry.episode === chart.episode && reviewDueOn !== null && reviewDueOn <= today,
    )
    .sort((a, b) => ((a.reviewDueOn ?? '') < (b.reviewDueOn ?? '') ? -1 : 1));
}

export interface ReviewDraft {
  readonly decision: ReviewDecision;
  readonly words: string;
  /** Only where it is kept. */
  readonly nextReviewOn: CalendarDay | null;
}

const reviewFrom = (
  client: Pick<ClientState, 'record' | 'chart' | 'runningSession'>,
  pivotId: EntryId,
  { decision, words, nextReviewOn }: ReviewDraft,
  today: CalendarDay,
): ReviewEntry => ({
  ...newEntry(client, today),
  ...{ kind: 'review', pivotId, decision, words: words.trim() },
  nextReviewOn: decision === 'keep' ? nextReviewOn : null,
});

export async function reviewPivot(
  client: ClientState,
  pivot: Pivot,
  draft: ReviewDraft,
  today: CalendarDay,
): Promise<EntryId> {
  const entry = reviewFrom(client, pivot.entry.id, draft, today);
  await client.addEntry(entry);
  return entry.id;
}
