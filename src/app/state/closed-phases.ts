// What came of each technique that was changed to, in one course of therapy: only of phases that are over, so that one that has
// just begun does not count as one that did nothing.
import { meaningOf, reliableDirection } from '../../clinical/change/reliable-change.ts';
import { completePoint } from '../../clinical/episodes/complete-points.ts';
import type { Course } from '../../clinical/episodes/course.ts';
import type { ChangeRule } from '../../clinical/instruments/instrument.ts';
import { aroundChange, isSameTime } from '../../clinical/phases/around-change.ts';
import { comparePhases } from '../../clinical/phases/compare-phases.ts';
import { splitPhases, type PhaseBoundary, type PhasePoint } from '../../clinical/phases/split-phases.ts';
import { pivotsOf, type Pivot } from '../../records/pivots.ts';
import { boundaryOf, stoppedOn } from './change-views.ts';
import type { CourseMeasure } from './course-views.ts';
import type { ClosedPhase, OutcomesFrom, PhaseMove } from './outcome-facts.ts';

/** @param measures of this course, the primary first */
export function closedPhases(
  { record, chart }: Pick<OutcomesFrom, 'record' | 'chart'>,
  { episode, ending }: Pick<Course, 'episode' | 'ending'>,
  measures: readonly CourseMeasure[],
): ClosedPhase[] {
  const boundaries = chart.pivots.map(boundaryOf).filter((pivot) => pivot.episode === episode);
  if (boundaries.length === 0) return [];
  // Split without scores: only the order of the changes.
  const inOrder = splitPhases([], boundaries).flatMap(({ from }) => from ?? []);
  return pivotsOf(record).flatMap((pivot): ClosedPhase[] => {
    const at = inOrder.findIndex(({ entryId }) => entryId === pivot.entry.id);
    const boundary = inOrder[at];
    if (!boundary || pivot.entry.to === null) return [];
    const next = inOrder[at + 1];
    // Given up on the day it began, or decided once the course was over: no time, no phase.
    if (next && isSameTime(next, boundary)) return [];
    if (ending && boundary.occurredOn !== null && boundary.occurredOn >= ending.occurredOn) return [];
    const stopped = stoppedOn(pivot);
    if (!next && stopped === null && !ending) return [];
    const technique = pivot.entry.to;
    const measure = measureFor(pivot, measures);
    return [
      measure ? { technique, ...whatCame(measure, inOrder, boundary, stopped) } : { technique, ...nothing },
    ];
  });
}

const nothing = { move: 'too-few', nap: null } as const;

/** The measure that the change was meant to move, else the primary one. */
function measureFor({ entry: { target } }: Pivot, measures: readonly CourseMeasure[]): CourseMeasure | null {
  const wanted =
    target?.kind === 'measure'
      ? measures.find(
          ({ series }) =>
            series.instrumentId === target.instrumentId && series.respondent === target.respondent,
        )
      : undefined;
  return wanted ?? measures[0] ?? null;
}

function whatCame(
  { instrument, series, atEnd }: CourseMeasure,
  boundaries: readonly PhaseBoundary[],
  boundary: PhaseBoundary,
  stopped: string | null,
): Omit<ClosedPhase, 'technique'> {
  const points = series.points.flatMap(({ point }) => completePoint(point) ?? []);
  const around = aroundChange(splitPhases(points, boundaries), boundary.entryId, stopped);
  const totals = (of: readonly PhasePoint[] = []): number[] => of.map(({ total }) => total);
  const compared = comparePhases(totals(around?.before), totals(around?.after), instrument.better);
  const lastBefore = splitPhases(points, [boundary])[0]?.points.at(-1)?.total;
  const last = around?.after.at(-1)?.total;
  const rule = 'rule' in atEnd ? atEnd.rule : null;
  return {
    move: moveOf(lastBefore, last, rule, instrument.better),
    nap: compared.kind === 'compared' ? compared.nap.estimate : null,
  };
}

function moveOf(
  before: number | undefined,
  after: number | undefined,
  rule: ChangeRule | null,
  better: CourseMeasure['instrument']['better'],
): PhaseMove {
  if (before === undefined || after === undefined) return 'too-few';
  if (rule === null || meaningOf(rule) !== 'reliable') return 'no-rule';
  return reliableDirection(before, after, rule, better);
}
