// Where on the time line does a score stand? No date is ever invented from a session number, nor the other way round.
import type { ScorePoint } from '../../clinical/verdict/score-point.ts';
import { dayNumber } from './calendar-days.ts';
import type { ChartAxis } from './chart-model.ts';

export type Placeable = Pick<ScorePoint, 'occurredOn' | 'sessionNumber' | 'episode'>;

export interface Places {
  /** Null: this axis has no place for it. */
  readonly placeOf: (point: Placeable) => number | null;
  /** Where each course of therapy begins, in order; courses without a placed score are left out. */
  readonly columnStarts: readonly { readonly episode: number; readonly x: number }[];
  /** The session number that stands at x on a session axis. */
  readonly sessionAt: (x: number) => number;
}

/** The axis on which more of the scores have a place; dates when equal. */
export function chooseAxis(points: readonly Placeable[]): ChartAxis {
  const dated = points.filter((point) => point.occurredOn !== null).length;
  const numbered = points.filter((point) => point.sessionNumber !== null).length;
  return numbered > dated ? 'session' : 'date';
}

export function placeOn(axis: ChartAxis, points: readonly Placeable[]): Places {
  const shifts = axis === 'session' ? sessionShifts(points) : new Map<number, number>();
  const placeOf = ({ occurredOn, sessionNumber, episode }: Placeable): number | null => {
    if (axis === 'date') return occurredOn === null ? null : dayNumber(occurredOn);
    return sessionNumber === null ? null : sessionNumber + (shifts.get(episode) ?? 0);
  };
  const episodes = [...new Set(points.map(({ episode }) => episode))].sort((a, b) => a - b);
  const columnStarts = episodes.flatMap((episode) => {
    const xs = points.filter((point) => point.episode === episode).flatMap((point) => placeOf(point) ?? []);
    return xs.length === 0 ? [] : [{ episode, x: Math.min(...xs) }];
  });
  const sessionAt = (x: number): number => {
    const column = columnStarts.findLast((start) => start.x <= x) ?? columnStarts[0];
    return x - (column ? (shifts.get(column.episode) ?? 0) : 0);
  };
  return { placeOf, columnStarts, sessionAt };
}

/** A later course that counts its sessions from 1 again is moved on behind the one before it. */
function sessionShifts(points: readonly Placeable[]): Map<number, number> {
  const shifts = new Map<number, number>();
  let end = -Infinity;
  for (const episode of [...new Set(points.map((point) => point.episode))].sort((a, b) => a - b)) {
    const numbers = points.flatMap((point) =>
      point.episode === episode && point.sessionNumber !== null ? [point.sessionNumber] : [],
    );
    if (numbers.length === 0) continue;
    const shift = Math.max(0, end + 1 - Math.min(...numbers));
    shifts.set(episode, shift);
    end = Math.max(...numbers) + shift;
  }
  return shifts;
}
