// The instruments that come with Soundings: those whose text is free, then those of the pack, if it is there. A therapist's
// own measures live in the records (own-measure.ts).
import { auditC } from './audit-c/audit-c.ts';
import { cesdR } from './cesd-r/cesd-r.ts';
import { gad2 } from './gad-2/gad-2.ts';
import { gad7 } from './gad-7/gad-7.ts';
import type { Instrument } from './instrument.ts';
import { packInstruments } from './pack.ts';
import { pcPtsd5 } from './pc-ptsd-5/pc-ptsd-5.ts';
import { pcl5 } from './pcl-5/pcl-5.ts';
import { phq15 } from './phq-15/phq-15.ts';
import { phq2 } from './phq-2/phq-2.ts';
import { phq4 } from './phq-4/phq-4.ts';
import { phq8 } from './phq-8/phq-8.ts';
import { phq9 } from './phq-9/phq-9.ts';
import { pswq } from './pswq/pswq.ts';

/** In the order in which they are offered: what is asked most comes first. */
export const publishedInstruments: readonly Instrument[] = [
  ...[phq9, gad7, phq8, phq2, gad2, phq4, phq15],
  ...[pcl5, pcPtsd5, auditC, cesdR, pswq],
  ...packInstruments,
];

/** The published instrument of this id and version; null when there is none (it may be one of the therapist's own). */
export const findInstrument = (id: string, version: string): Instrument | null =>
  publishedInstruments.find((instrument) => instrument.id === id && instrument.version === version) ?? null;
