import { random } from './random.ts';

/** An even integer from 0 to below − 1, by rejection; `below` is at most 256. */
export function pickBelow(below: number): number {
  const limit = 256 - (256 % below);
  for (;;) {
    const [byte = 0] = random(1);
    if (byte < limit) return byte % below;
  }
}
