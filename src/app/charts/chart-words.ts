import type { ResponseMode } from '../../clinical/verdict/score-point.ts';

/** Every word a chart or its table shows. Numbers come already written for the locale. */
export interface ChartWords {
  readonly session: (number: string) => string;
  /** "No date". */
  readonly undated: string;
  readonly lowerIsBetter: string;
  readonly higherIsBetter: string;
  /** "Baseline". */
  readonly baseline: string;
  /** "Cut-off 10". */
  readonly cutOff: (value: string) => string;
  /** "Within measurement error of the baseline (6 to 16)". */
  readonly corridor: (low: string, high: string) => string;
  /** "above 2.5" and "below 3.5": the corridor's edges where they themselves are outside it. */
  readonly above: (number: string) => string;
  readonly below: (number: string) => string;
  /** "−6 since baseline". */
  readonly sinceBaseline: (change: string) => string;
  readonly modes: Readonly<Record<ResponseMode, string>>;
  /** "Now handed over". */
  readonly modeChanged: (mode: string) => string;
  /** Key: "Collected in another way from here". */
  readonly modeMark: string;
  /** "Incomplete: 7 of 9 answered". */
  readonly incomplete: (answered: string, of: string) => string;
  readonly invalid: string;
  /** "Prorated from 8 of 9 answers". */
  readonly prorated: (answered: string, of: string) => string;
  /** Key: "No total: incomplete". */
  readonly gap: string;
  /** "Course 2". */
  readonly course: (number: string) => string;
  /** Stands over what came before the first change, where its technique is not known: "At first". */
  readonly firstPhase: string;
  /** "Phase: Exposure". */
  readonly inPhase: (phase: string) => string;
  /** What the marks along the top are: "Life event". */
  readonly lifeEvent: string;
  /** Heading of the list of all that happened beside the scores. */
  readonly happenings: (count: number) => string;
  /** "Changed to: Exposure". */
  readonly changedTo: (phase: string) => string;
  /** "2 changes or events have no place on this time line; they are in the list." */
  readonly unplacedHappenings: (count: number) => string;
  /** "Follow-up": answered after the ending of its course. */
  readonly followUp: string;
  /** "3 scores have no place on this time line; they are in the table." */
  readonly unplaced: (count: number) => string;

  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly whole: string;
  /** "Chart of PHQ-9 and GAD-7". */
  readonly chartName: (measures: string) => string;
  /** "Arrow keys read the points; plus and minus zoom, 0 shows everything." */
  readonly keys: string;
  /** "Which measure's bands are drawn". */
  readonly chooseMeasure: string;

  readonly tableCaption: string;
  readonly columnWhen: string;
  readonly columnMeasure: string;
  readonly columnScore: string;
  readonly columnBand: string;
  readonly columnChange: string;
  readonly columnMode: string;
  readonly columnPhase: string;
  readonly columnNote: string;
  /** Stands where there is no total: "no total". */
  readonly noTotal: string;
}
