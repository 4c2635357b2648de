// What the view for the client is made from, and no more: no notes, no answers, nothing about risk comes near it.
import type { Course } from '../../../clinical/episodes/course.ts';
import type { Goal } from '../../../clinical/goals/goal.ts';
import type { EntryId, PivotEntry, RatingEntry } from '../../../records/entry.ts';
import type { MeasureView } from '../../state/client-chart.ts';
import type { ClientState } from '../../state/client.svelte.ts';
import { shareChoices } from '../../state/share-choices.ts';

export interface ShareSource {
  /** Code or name: whatever has it in it is held back. */
  readonly label: string;
  readonly views: readonly MeasureView[];
  /** The current course of therapy: only its scores, ratings and changes are shown. */
  readonly episode: Course['episode'];
  readonly goals: readonly Goal[];
  /** Of the current course. */
  readonly ratings: readonly RatingEntry[];
  /** In the order people see them. */
  readonly pivots: readonly PivotEntry[];
  /** What a correction began as: a choice holds for every wording of one change. */
  readonly firstIdOf: (id: EntryId) => EntryId;
  /** By the part's key; what nothing was chosen for is absent. */
  readonly choices: ReadonlyMap<string, boolean>;
}

type Shareable = Pick<
  ClientState,
  'label' | 'record' | 'measures' | 'chart' | 'carePlan' | 'pivots' | 'read'
>;

/** Null until the record is open: before that nobody knows what was switched off. */
export function shareSource(client: Shareable): ShareSource | null {
  const { record } = client;
  const choices = shareChoices(client);
  if (!record || !choices) return null;
  return {
    label: client.label,
    views: client.measures,
    episode: client.chart.episode,
    goals: client.carePlan.plan.goals,
    ratings: record.entries
      .filter((entry) => entry.kind === 'rating')
      .filter((rating) => rating.episode === client.chart.episode),
    pivots: client.pivots.map(({ entry }) => entry),
    firstIdOf: (id) => record.firstWritten.get(id)?.id ?? id,
    choices,
  };
}
