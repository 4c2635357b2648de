// Totals of a scaled measure (WHO-5 × 4, DASS-21 × 2) are in print both ways, and a raw sum of 12 is a possible percentage
// too. So they are counted while rows are read, and where they look raw somebody is asked before anything is planned.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { rawFactor } from '../../clinical/scoring/raw-factor.ts';
import { isOnAStep } from '../../clinical/scoring/step.ts';

/** So many totals off the step are no slips of the pen any more: one in five. */
const fewestOffStep = 0.2;

export class SeenTotals {
  #count = 0;
  #offStep = 0;
  #highest = -Infinity;

  constructor(readonly instrument: Pick<Instrument, 'total' | 'range' | 'step'>) {}

  note(total: number): void {
    const { range, step } = this.instrument;
    this.#count += 1;
    this.#highest = Math.max(this.#highest, total);
    if (!isOnAStep(total, range.min, step)) this.#offStep += 1;
  }

  get highest(): number {
    return this.#highest;
  }

  /** None is higher than a raw sum can be, or too many cannot be scaled ones. */
  looksRaw(): boolean {
    const highestRaw = this.instrument.range.max / rawFactor(this.instrument);
    return this.#count > 0 && (this.#highest <= highestRaw || this.#offStep >= this.#count * fewestOffStep);
  }
}
