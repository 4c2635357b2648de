// Columns of time: courses of therapy, and the phases that changes of course begin. Law: the scores of a change's own day
// were given before it, so its line stands after that day (or session), and no score stands on the wrong side of it.
import type { ScorePoint } from '../../clinical/verdict/score-point.ts';
import type { ChartColumn, ChartHappening } from './chart-model.ts';
import type { ChartWords } from './chart-words.ts';
import { numberFormat } from './number-format.ts';
import type { Placeable, Places } from './place-points.ts';
import { whenOf } from './when-words.ts';

export interface ChartPhase {
  readonly title: string;
  /** What it was changed from; absent or null: not known. */
  readonly before?: string | null;
  readonly from: {
    readonly occurredOn?: string | null;
    readonly sessionNumber?: number | null;
    /** Absent: the course of the last score. */
    readonly episode?: number;
  };
}

/** Between two days, or two sessions. */
const halfAStep = 0.5;

interface PlacedPhase {
  readonly phase: ChartPhase;
  readonly at: Placeable;
  readonly x: number;
}

/** @param phases in order of time: of several on one day the last one gives the title. */
export function chartColumns(
  phases: readonly ChartPhase[],
  { placeOf, columnStarts }: Places,
  points: readonly ScorePoint[],
  words: ChartWords,
  locale: string,
): { readonly columns: readonly ChartColumn[]; readonly changes: readonly ChartHappening[] } {
  const placed: PlacedPhase[] = [];
  const changes = phases.map((phase): ChartHappening => {
    const at = placeable(phase, points);
    const day = placeOf(at);
    const x = day === null || contradicts(at, day + halfAStep) ? null : day + halfAStep;
    if (x !== null) placed.push({ phase, at, x });
    return { kind: 'change', title: phase.title, when: whenOf(at, words, locale), x };
  });
  const severalCourses = columnStarts.length > 1;
  const starts = columnStarts.flatMap(({ episode, x }): ChartColumn[] => {
    const own = placed.filter(({ at }) => at.episode === episode).sort((a, b) => a.x - b.x);
    const began = own.findLast((one) => one.x < x);
    const phase = began?.phase.title ?? (own[0] && (own[0].phase.before ?? words.firstPhase)) ?? null;
    const course = severalCourses ? words.course(numberFormat(locale).format(episode)) : null;
    const title = [course, phase].filter((part) => part !== null).join(' · ');
    return title === '' ? [] : [{ kind: 'course', title, phase, when: null, fromX: x }];
  });
  return { columns: [...starts, ...changeColumns()].sort((a, b) => a.fromX - b.fromX), changes };

  function changeColumns(): ChartColumn[] {
    const xs = [...new Set(placed.map(({ x }) => x))];
    return xs.flatMap((x) => {
      const together = placed.filter((one) => one.x === x);
      const last = together.at(-1);
      if (!last) return [];
      const names = new Intl.ListFormat(locale, { type: 'unit' }).format(
        together.map(({ phase }) => phase.title),
      );
      const when = whenOf(last.at, words, locale);
      return [{ kind: 'change', title: last.phase.title, phase: names, when, fromX: x }];
    });
  }

  /** Numbers and days may contradict each other, and then the day decides which phase a score belongs to. */
  function contradicts({ occurredOn, episode }: Placeable, x: number): boolean {
    return points.some((point) => {
      const place = point.episode === episode ? placeOf(point) : null;
      if (place === null || point.occurredOn === null || occurredOn === null) return false;
      return point.occurredOn <= occurredOn !== place < x;
    });
  }
}

const placeable = ({ from }: ChartPhase, points: readonly ScorePoint[]): Placeable => ({
  occurredOn: from.occurredOn ?? null,
  sessionNumber: from.sessionNumber ?? null,
  episode: from.episode ?? points.at(-1)?.episode ?? 1,
});

/** The phase that x lies in, named; null where nothing names it. */
export const phaseAt = (columns: readonly ChartColumn[], x: number): string | null =>
  columns.findLast(({ fromX }) => fromX <= x)?.phase ?? null;
