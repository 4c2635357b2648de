// Of each measure and respondent the line that is in use: where a version or its coding was changed half-way, the one answered
// last. Prompts speak of that one alone; a verdict on a line that nobody continues is history.
import { completePoints, type CompletePoint } from '../episodes/complete-points.ts';
import { orderPoints } from '../episodes/order-points.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { ScorePoint } from '../verdict/score-point.ts';
import type { Judged } from '../verdict/verdict.ts';
import type { PromptLine, ScoreThen } from './prompt.ts';
import type { MeasureLine, PromptSource } from './prompt-source.ts';

/** A line in use that has a verdict on change, with the complete responses from its baseline on, in order. */
export interface JudgedLine extends MeasureLine {
  readonly verdict: Judged;
  readonly sinceBaseline: readonly CompletePoint[];
}

/** Own measures without a rule are not among them: whether they are worse cannot be said, and their verdict says so. */
export const judgedLines = ({ lines, courses }: Pick<PromptSource, 'lines' | 'courses'>): JudgedLine[] =>
  linesInUse(lines, courses.at(-1)?.episode ?? 1).flatMap((line) => {
    const { verdict, series } = line;
    if (verdict.kind !== 'judged') return [];
    const { episode } = verdict.start.point;
    const points = series.points.map(({ point }) => point).filter((point) => point.episode === episode);
    const complete = completePoints(points);
    const start = complete.findIndex(({ point }) => point.entryId === verdict.start.point.entryId);
    return [{ ...line, verdict, sinceBaseline: complete.slice(start) }];
  });

function linesInUse(lines: readonly MeasureLine[], episode: number): MeasureLine[] {
  const lastOf = ({ series }: MeasureLine): ScorePoint | undefined =>
    series.points.findLast(({ point }) => point.episode === episode)?.point;
  return lines.filter((line) => {
    const last = lastOf(line);
    const others = lines.filter((other) => isSameMeasure(other, line) && other !== line);
    const all = [last, ...others.map(lastOf)].filter((point) => point !== undefined);
    return last !== undefined && orderPoints(all).placed.at(-1) === last;
  });
}

const isSameMeasure = (a: MeasureLine, b: MeasureLine): boolean =>
  a.instrument.id === b.instrument.id && a.series.respondent === b.series.respondent;

/** The primary measure alone where one was chosen; else every line. */
export function primaryLines(lines: readonly JudgedLine[], { primary }: Schedule): readonly JudgedLine[] {
  return primary === null
    ? lines
    : lines.filter(
        ({ instrument, series }) =>
          instrument.id === primary.instrumentId && series.respondent === primary.respondent,
      );
}

export const promptLine = ({ instrument, series }: MeasureLine): PromptLine => ({
  instrumentId: instrument.id,
  instrumentVersion: instrument.version,
  respondent: series.respondent,
});

export const subjectOf = ({ instrument, series }: MeasureLine): readonly string[] => [
  instrument.id,
  series.respondent,
];

export const scoreThen = ({ point, total }: CompletePoint): ScoreThen => ({
  entryId: point.entryId,
  occurredOn: point.occurredOn,
  sessionNumber: point.sessionNumber,
  total,
});

/** The same id before and after a correction. */
export const originOf = ({ point }: Pick<CompletePoint, 'point'>): string =>
  point.correctsId ?? point.entryId;
