// The instruments whose text comes under terms of its own (non-commercial, unaltered, not sold). They live in one folder
// that nothing else imports from (published-examples.ts looks into it in the same way): without it the app builds and works,
// and simply knows fewer instruments.
import type { Instrument } from './instrument.ts';

/** What the index.ts of each folder in the pack exports; more than one where there is more than one coding. */
interface PackFolder {
  readonly instruments: readonly Instrument[];
}

const folders = import.meta.glob<PackFolder>('./pack/*/index.ts', { eager: true });

/** In the order of their folders' names; empty where the folder `pack` was left out. */
export const packInstruments: readonly Instrument[] = Object.values(folders).flatMap(
  ({ instruments }) => instruments,
);
