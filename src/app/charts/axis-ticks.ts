import type { Range } from '../../clinical/instruments/instrument.ts';

const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];

/** Both ends of the range and round numbers between, at most about `room`; none that would touch an end. */
export function valueTicks({ min, max }: Range, room: number): number[] {
  const step = steps.find((size) => (max - min) / size <= room) ?? (max - min) / room;
  const between: number[] = [];
  for (let n = Math.ceil(min / step); n * step < max; n += 1) between.push(Number((n * step).toFixed(6)));
  const clear = (tick: number): boolean => tick - min >= step * 0.6 && max - tick >= step * 0.6;
  return [min, ...between.filter(clear), max];
}

/** Whole session numbers in [from, to], at most `room`. */
export function sessionTicks(from: number, to: number, room: number): number[] {
  const step = steps.find((size) => size >= 1 && (to - from) / size <= room) ?? 1000;
  const first = Math.ceil(from / step) * step;
  const ticks: number[] = [];
  for (let tick = first; tick <= to; tick += step) if (tick > 0) ticks.push(tick);
  return ticks;
}
