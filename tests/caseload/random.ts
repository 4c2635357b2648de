// Chance for made-up people: seeded, so that every run and every machine makes the same ones.

export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number;
  /** Normal with the given mean and standard deviation. */
  normal(mean: number, sd: number): number;
  /** True with probability `p`. */
  yes(p: number): boolean;
  pick<Thing>(things: readonly [Thing, ...Thing[]]): Thing;
  /** `digits` hex digits. */
  hex(digits: number): string;
}

/** A stream of chance for one seed (Chris Doty-Humphrey's sfc32, state filled by a multiply-and-shift hash). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const fill = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  let a = fill();
  let b = fill();
  let c = fill();
  let counter = 1;

  const next32 = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next32();

  const next = (): number => next32() / 2 ** 32;
  return {
    next,
    whole: (min, max) => min + Math.floor(next() * (max - min + 1)),
    // Box and Muller; 1 − next() is never 0.
    normal: (mean, sd) => mean + sd * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    yes: (p) => next() < p,
    pick: (things) => things[Math.floor(next() * things.length)] ?? things[0],
    hex: (digits) => Array.from({ length: digits }, () => (next32() & 15).toString(16)).join(''),
  };
}
