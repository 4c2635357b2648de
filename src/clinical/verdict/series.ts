import { completePoint } from '../episodes/complete-points.ts';
import { orderPoints } from '../episodes/order-points.ts';
import { isSameLine } from '../episodes/same-line.ts';
import type { Line } from '../episodes/same-line.ts';
import type { ScorePoint } from './score-point.ts';

/** One place on the chart's line. */
export interface SeriesPoint {
  readonly point: ScorePoint;
  /** Null is a gap: the response is incomplete or invalid. A gap is drawn as a gap, never as zero. */
  readonly total: number | null;
  /** Collected in another way than the point before it; marked on the chart. */
  readonly modeChanged: boolean;
  /** The first point of a new course of therapy; the line does not run across. */
  readonly startsEpisode: boolean;
}

/** Everything that may stand on one line: one measure in one version and coding, answered by one respondent. */
export interface ScoreSeries extends Line {
  /** In order of time, all episodes. */
  readonly points: readonly SeriesPoint[];
  /** Neither date nor session number: listed, not drawn, not judged. */
  readonly unplaced: readonly ScorePoint[];
}

/** All series of one client, in order of their first appearance in `points`. */
export function seriesOf(points: readonly ScorePoint[]): ScoreSeries[] {
  const lines = points.filter(
    (point, index) => points.findIndex((other) => isSameLine(other, point)) === index,
  );
  return lines.map((line) => seriesOn(line, points));
}

/** The series of one line; empty when the client has no such score. */
export function seriesOn(line: Line, points: readonly ScorePoint[]): ScoreSeries {
  const { instrumentId, instrumentVersion, coding, respondent } = line;
  const { placed, unplaced } = orderPoints(points.filter((point) => isSameLine(point, line)));
  return {
    instrumentId,
    instrumentVersion,
    coding,
    respondent,
    points: placed.map((point, index) => seriesPoint(point, placed[index - 1])),
    unplaced,
  };
}

function seriesPoint(point: ScorePoint, previous: ScorePoint | undefined): SeriesPoint {
  return {
    point,
    total: completePoint(point)?.total ?? null,
    modeChanged: previous !== undefined && previous.mode !== point.mode,
    startsEpisode: previous?.episode !== point.episode,
  };
}
