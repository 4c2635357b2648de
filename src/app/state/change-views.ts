// What the scores did around each change of course. Laws: only scores of one line are compared, complete and of the change's own
// course; a follow-up after the ending is in no phase of therapy; what is left out is counted, so that it can be said.
import type { ChangeTarget } from '../../clinical/change-of-course/change-target.ts';
import { completePoint } from '../../clinical/episodes/complete-points.ts';
import { isFollowUp } from '../../clinical/episodes/course.ts';
import type { GoalId, GoalScale } from '../../clinical/goals/goal.ts';
import type { Better, Instrument } from '../../clinical/instruments/instrument.ts';
import { aroundChange, isSameTime } from '../../clinical/phases/around-change.ts';
import { comparePhases, type PhaseComparison } from '../../clinical/phases/compare-phases.ts';
import { splitPhases, type PhaseBoundary, type PhasePoint } from '../../clinical/phases/split-phases.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { seriesOf, type ScoreSeries } from '../../clinical/verdict/series.ts';
import type { ClientRecord } from '../../records/client-record.ts';
import type { Pivot } from '../../records/pivots.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import type { ChartPivot, ClientChart } from './client-chart.ts';

export interface ChangeView {
  readonly pivot: Pivot;
  /** Other changes of the same day: no score can tell them apart. */
  readonly together: number;
  /** The day on which its last review stopped it. */
  readonly stoppedOn: CalendarDay | null;
  /** What should move: more than one where the measure's version or coding changed, or the goal's scale; the fullest first. */
  readonly target: readonly ComparedLine[];
  /** The client's other measures. */
  readonly others: readonly ComparedLine[];
}

export type ComparedSubject =
  | { readonly kind: 'measure'; readonly instrument: Instrument; readonly series: ScoreSeries }
  | { readonly kind: 'goal'; readonly goalId: GoalId; readonly scale: GoalScale };

export interface ComparedLine {
  readonly subject: ComparedSubject;
  readonly comparison: PhaseComparison;
  readonly leftOut: LeftOut;
}

export interface LeftOut {
  /** Without a total. */
  readonly incomplete: number;
  readonly afterStop: number;
  /** Answered after the ending of the course. */
  readonly followUps: number;
}

/** One line of one course, ready to be split. */
interface Line {
  readonly subject: ComparedSubject;
  readonly better: Better;
  readonly points: readonly PhasePoint[];
  readonly incomplete: readonly PhasePoint[];
  readonly followUps: number;
}

export const boundaryOf = ({ id, ...place }: ChartPivot): PhaseBoundary => ({ ...place, entryId: id });

/** The day on which the last word about a change was to stop it. */
export const stoppedOn = ({ reviews }: Pick<Pivot, 'reviews'>): CalendarDay | null => {
  const last = reviews.at(-1);
  return last?.decision === 'stop' ? last.occurredOn : null;
};

/** Every change, the newest first. */
export function changeViews(
  pivots: readonly Pivot[],
  { entries }: Pick<ClientRecord, 'entries'>,
  chart: ClientChart,
  findInstrument: FindInstrument,
): ChangeView[] {
  const boundaries = chart.pivots.map(boundaryOf);
  const linesByEpisode = new Map<number, readonly Line[]>();
  const linesOf = (episode: number): readonly Line[] => {
    const known = linesByEpisode.get(episode);
    if (known) return known;
    const lines = [...measureLines(chart, episode, findInstrument), ...goalLines(entries, chart, episode)];
    linesByEpisode.set(episode, lines);
    return lines;
  };
  return pivots
    .map((pivot) => {
      const { entry } = pivot;
      const own = boundaries.filter(({ episode }) => episode === entry.episode);
      const here = own.find(({ entryId }) => entryId === entry.id);
      const stopped = stoppedOn(pivot);
      const compared = linesOf(entry.episode).map((line) => compareLine(line, own, entry.id, stopped));
      const isTarget = ({ subject }: ComparedLine): boolean => isOf(subject, entry.target);
      return {
        pivot,
        together: own.filter((other) => here && other !== here && isSameTime(other, here)).length,
        stoppedOn: stopped,
        target: compared.filter(isTarget).filter(hasScores).sort(byScores),
        others: compared
          .filter((line) => line.subject.kind === 'measure' && !isTarget(line))
          .filter(hasScores)
          .sort(byScores),
      };
    })
    .reverse();
}

function compareLine(
  line: Line,
  boundaries: readonly PhaseBoundary[],
  changeId: string,
  stopped: CalendarDay | null,
): ComparedLine {
  const around = aroundChange(splitPhases(line.points, boundaries), changeId, stopped);
  const gaps = aroundChange(splitPhases(line.incomplete, boundaries), changeId, stopped);
  const totals = (points: readonly PhasePoint[] = []): number[] => points.map(({ total }) => total);
  return {
    subject: line.subject,
    comparison: comparePhases(totals(around?.before), totals(around?.after), line.better),
    leftOut: {
      incomplete: (gaps?.before.length ?? 0) + (gaps?.after.length ?? 0),
      afterStop: around?.afterStop ?? 0,
      followUps: around?.isLast ? line.followUps : 0,
    },
  };
}

function measureLines(chart: ClientChart, episode: number, findInstrument: FindInstrument): Line[] {
  return seriesOf(chart.points.filter((point) => point.episode === episode)).flatMap((series): Line[] => {
    const instrument = findInstrument(series.instrumentId, series.instrumentVersion);
    if (!instrument) return [];
    const points = series.points.map(({ point }) => point);
    const inTherapy = points.filter((point) => !isFollowUp(point, chart.courses));
    return [
      {
        subject: { kind: 'measure', instrument, series },
        better: instrument.better,
        points: inTherapy.flatMap((point) => completePoint(point) ?? []),
        incomplete: inTherapy.flatMap((point) => (completePoint(point) ? [] : [{ point, total: 0 }])),
        followUps: points.length - inTherapy.length,
      },
    ];
  });
}

/** Ratings of a goal on one scale: a higher one is nearer to what was wanted, on both. */
function goalLines(entries: ClientRecord['entries'], chart: ClientChart, episode: number): Line[] {
  const ratings = entries
    .filter((entry) => entry.kind === 'rating')
    .filter((rating) => rating.episode === episode);
  const keyOf = ({ goalId, scale }: (typeof ratings)[number]): string => `${goalId}/${scale}`;
  return [...new Map(ratings.map((rating) => [keyOf(rating), rating]))].map(([key, { goalId, scale }]) => {
    const own = ratings.filter((rating) => keyOf(rating) === key);
    const inTherapy = own.filter((rating) => !isFollowUp(rating, chart.courses));
    return {
      subject: { kind: 'goal', goalId, scale },
      better: 'higher',
      points: inTherapy.map((rating) => ({ point: rating, total: rating.value })),
      incomplete: [],
      followUps: own.length - inTherapy.length,
    };
  });
}

function isOf(subject: ComparedSubject, target: ChangeTarget | null): boolean {
  if (target?.kind === 'goal') return subject.kind === 'goal' && subject.goalId === target.goalId;
  return (
    target?.kind === 'measure' &&
    subject.kind === 'measure' &&
    subject.series.instrumentId === target.instrumentId &&
    subject.series.respondent === target.respondent
  );
}

const scoresIn = ({ comparison: { nBefore, nAfter } }: ComparedLine): number => nBefore + nAfter;
const hasScores = (line: ComparedLine): boolean => scoresIn(line) + line.leftOut.incomplete > 0;
const byScores = (a: ComparedLine, b: ComparedLine): number => scoresIn(b) - scoresIn(a);
