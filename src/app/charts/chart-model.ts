// What a chart shows, worked out before anything is drawn: the canvas, the table and the spoken points all read this.
import type { Better, Range } from '../../clinical/instruments/instrument.ts';
import type { ResponseMode } from '../../clinical/verdict/score-point.ts';

/** What stands along the bottom. Days are whole days since 1970-01-01 in UTC; session numbers are as counted. */
export type ChartAxis = 'date' | 'session';

export interface ChartPoint {
  readonly entryId: string;
  /** Day or session; within one series never falling. A later course of therapy that counts from 1 again is moved on. */
  readonly x: number;
  /** Null is a gap: a response without a total. It breaks the line and is never zero. */
  readonly value: number | null;
  readonly episode: number;
  readonly mode: ResponseMode;
  /** Collected in another way than the point before it. */
  readonly modeChanged: boolean;
  readonly isBaseline: boolean;
  /** The last point with a total. */
  readonly isLatest: boolean;
  /** In points of the measure, signed; null for gaps, for the baseline itself and for other courses of therapy. */
  readonly changeSinceBaseline: number | null;
  readonly bandLabel: string | null;
  /** "12 Mar 2026" or "Session 4". */
  readonly when: string;
  readonly modeWord: string;
  /** A follow-up; why there is no total, or that it was prorated. */
  readonly note: string | null;
  /** Everything above in one line, to be read out. */
  readonly spoken: string;
}

export interface ChartBand extends Range {
  readonly label: string;
}

export interface ChartCorridor extends Range {
  readonly fromX: number;
  /** Null: to the right edge. */
  readonly toX: number | null;
  readonly label: string;
}

export interface ChartSeries {
  readonly id: string;
  /** "PHQ-9". */
  readonly name: string;
  readonly range: Range;
  readonly better: Better;
  /** "lower is better". */
  readonly directionWord: string;
  readonly points: readonly ChartPoint[];
  /** Each band from its lower end to the next one's, the last to the end of the range, so that none leaves a hole. */
  readonly bands: readonly ChartBand[];
  readonly cutOff: { readonly value: number; readonly label: string } | null;
  readonly corridor: ChartCorridor | null;
}

/** A column of time with a title: a course of therapy, a phase. */
export interface ChartColumn {
  readonly title: string;
  readonly fromX: number;
}

/** A day that stands across the chart: an ending. */
export interface ChartMark {
  readonly title: string;
  readonly x: number;
}

/** A score that has no place on this axis. It stands in the table, with the reason. */
export interface UnplacedPoint {
  readonly seriesName: string;
  readonly point: Omit<ChartPoint, 'x'>;
}

export interface ChartModel {
  readonly axis: ChartAxis;
  /** One measure, or two on one time line; the second has its own axis on the right. */
  readonly series: readonly [ChartSeries] | readonly [ChartSeries, ChartSeries];
  readonly columns: readonly ChartColumn[];
  readonly marks: readonly ChartMark[];
  readonly unplaced: readonly UnplacedPoint[];
  /** What the chart says, in words; it describes the picture. */
  readonly sentence: string;
  /** What is written under x on a session axis, where later courses were moved on. */
  readonly sessionLabelAt: (x: number) => string;
}
