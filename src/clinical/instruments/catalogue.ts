// The instruments that come with Soundings: those whose text is free, then those of the pack, if it is there. A therapist's
// own measures live in the records (own-measure.ts).
import { gad7 } from './gad-7/gad-7.ts';
import type { Instrument } from './instrument.ts';
import { packInstruments } from './pack.ts';
import { phq9 } from './phq-9/phq-9.ts';

export const publishedInstruments: readonly Instrument[] = [phq9, gad7, ...packInstruments];

/** The published instrument of this id and version; null when there is none (it may be one of the therapist's own). */
export const findInstrument = (id: string, version: string): Instrument | null =>
  publishedInstruments.find((instrument) => instrument.id === id && instrument.version === version) ?? null;
