// How the list was left: coming back from a client finds it as it was. Held with the practice, so that it goes when it locks.
import type { Practice } from '../../state/practice.svelte.ts';
import {
  latestMeasure,
  type MeasureChoice,
  type RowOrder,
  type RowQuery,
  type StatusFilter,
} from './client-rows.ts';

export class ListView implements RowQuery {
  filter = $state<StatusFilter>('active');
  search = $state('');
  measure = $state<MeasureChoice>(latestMeasure);
  order = $state.raw<RowOrder>({ key: 'client', direction: 'ascending' });

  get isOneMeasure(): boolean {
    return this.measure !== latestMeasure;
  }

  /** Totals of different measures cannot be put in order, nor can a column that is not there. */
  choose(measure: MeasureChoice): void {
    this.measure = measure;
    const isGone = this.isOneMeasure ? this.order.key === 'measure' : this.order.key === 'score';
    if (isGone) this.order = { key: 'client', direction: 'ascending' };
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
