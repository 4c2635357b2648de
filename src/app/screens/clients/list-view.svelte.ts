// How the list was left: coming back from a client finds it as it was. Held with the practice, so that it goes when it locks.
import type { ClientId } from '../../../records/entry.ts';
import type { Practice } from '../../state/practice.svelte.ts';
import {
  latestMeasure,
  type MeasureChoice,
  type ReasonFilter,
  type RowOrder,
  type RowQuery,
  type StatusFilter,
} from './client-rows.ts';

const byNeed: RowOrder = { key: 'need', direction: 'ascending' };

export class ListView implements RowQuery {
  filter = $state<StatusFilter>('active');
  search = $state('');
  measure = $state<MeasureChoice>(latestMeasure);
  reason = $state<ReasonFilter>('any');
  order = $state.raw<RowOrder>(byNeed);
  /** The client that was opened last, and how far below the top of the screen their row stood. */
  left: { readonly id: ClientId; readonly top: number } | null = null;

  get isOneMeasure(): boolean {
    return this.measure !== latestMeasure;
  }

  /** Totals of different measures cannot be put in order, nor can a column that is not there. */
  choose(measure: MeasureChoice): void {
    this.measure = measure;
    const isGone = this.isOneMeasure ? this.order.key === 'measure' : this.order.key === 'score';
    if (isGone) this.order = byNeed;
  }

  /** Everybody under the tab again, in the order they are in. */
  clearFilters(): void {
    this.search = '';
    this.reason = 'any';
    this.choose(latestMeasure);
  }
}

const views = new WeakMap<Practice, ListView>();

export function listView(practice: Practice): ListView {
  const known = views.get(practice);
  if (known) return known;
  const made = new ListView();
  views.set(practice, made);
  return made;
}
