// Everything that a client may be shown, as words and numbers that are ready to be drawn. Built by screens/share/shared-view.ts;
// the stage is given this and nothing else, so that nothing else can appear on it.
import type { Range } from '../../clinical/instruments/instrument.ts';
import type { ChartModel } from '../charts/chart-model.ts';

export interface SharedView {
  /** "12 March 2026". */
  readonly day: string;
  readonly measures: readonly SharedMeasure[];
  readonly goals: readonly SharedGoal[];
  readonly changes: readonly SharedChange[];
}

export interface SharedMeasure {
  readonly name: string;
  /** "Asks about depression", who filled it in. */
  readonly about: readonly string[];
  /** Null: switched off. */
  readonly sentence: string | null;
  /** How sure it is, and what must be known beside it. */
  readonly notes: readonly string[];
  /** Null: there is no score to draw. */
  readonly chart: SharedChart | null;
  /** Every score, newest first; those without a day last. */
  readonly rows: readonly SharedRow[];
}

export interface SharedRow {
  readonly when: string;
  readonly score: string;
}

/** Plain: one course of therapy needs no function to name its sessions. */
export type SharedChart = Omit<ChartModel, 'sessionLabelAt'>;

export interface SharedGoal {
  readonly words: string;
  readonly rating: string;
  /** In order of time. */
  readonly values: readonly number[];
  readonly range: Range;
  /** "All ratings: 3, 4, 6"; null before there are two, and where levels are words. */
  readonly numbers: string | null;
}

export interface SharedChange {
  /** "March 2026"; null where no day is known. */
  readonly when: string | null;
  readonly words: string;
}
