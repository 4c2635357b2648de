// The worked examples that lie beside the instruments, those of the pack too, if it is there: whoever adds an instrument
// adds a file worked-examples.ts to its folder.
import { publishedInstruments } from '../instruments/catalogue.ts';
import type { WorkedExample } from './worked-example.ts';

interface ExamplesFile {
  readonly workedExamples: readonly WorkedExample[];
}

const files = import.meta.glob<ExamplesFile>(
  ['../instruments/*/worked-examples.ts', '../instruments/pack/*/worked-examples.ts'],
  { eager: true },
);

const placeOf = ({ instrument }: WorkedExample): number => publishedInstruments.indexOf(instrument);

/** In the order of the catalogue. */
export const publishedExamples: readonly WorkedExample[] = Object.values(files)
  .flatMap(({ workedExamples }) => workedExamples)
  .sort((a, b) => placeOf(a) - placeOf(b));
