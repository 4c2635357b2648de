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
  /** The phase it lies in; null where nothing names it. */
  readonly phase: string | null;
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

/** A column of time with a title: a course of therapy, or a phase that a change of course began. */
export interface ChartColumn {
  /** A course begins at its first score; a change stands behind the last score of its own day. */
  readonly kind: 'course' | 'change';
  readonly title: string;
  /** The phase in full, for the table and to be read out: of two changes on one day both. Null: only a course. */
  readonly phase: string | null;
  /** Of a change: "12 Mar 2026". */
  readonly when: string | null;
  readonly fromX: number;
}

/** A change of course, a life event, an ending: what stands beside the scores. */
export interface ChartHappening {
  readonly kind: 'change' | 'life-event' | 'ending';
  readonly title: string;
  /** "12 Mar 2026". */
  readonly when: string;
  /** Null: this axis has no place for it; it stands in the list. */
  readonly x: number | null;
}

/** A day that stands across the chart (an ending) or along its top (a life event). */
export interface ChartMark extends ChartHappening {
  readonly kind: 'life-event' | 'ending';
  readonly x: number;
}

/** What other people's scores did on average: context, never a flag (CLINICAL 5). */
export interface ChartAverage {
  /** The place of the series whose scale it has. */
  readonly series: number;
  readonly label: string;
  readonly points: readonly { readonly x: number; readonly value: number }[];
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
  /** All that happened beside the scores, in order of time, the placeless last. */
  readonly happenings: readonly ChartHappening[];
  readonly average: ChartAverage | null;
  readonly unplaced: readonly UnplacedPoint[];
  /** What the chart says, in words; it describes the picture. */
  readonly sentence: string;
  /** What is written under x on a session axis, where later courses were moved on. */
  readonly sessionLabelAt: (x: number) => string;
}
