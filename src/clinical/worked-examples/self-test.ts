// Everything that this build can check about its own scoring, on the device it runs on: every worked example, and whether
// every measure, the practice's own too, hangs together.
import type { Instrument } from '../instruments/instrument.ts';
import { ownMeasure, type OwnMeasureDefinition } from '../instruments/own-measure.ts';
import { checkExample, type CheckedExample } from './check-example.ts';
import { rangeIsReached } from './range-is-reached.ts';
import type { WorkedExample } from './worked-example.ts';

export type SelfCheck =
  | ({ readonly kind: 'example' } & CheckedExample)
  /** The ends of its range can be reached, and nothing outside. */
  | { readonly kind: 'range'; readonly name: string; readonly version: string; readonly agrees: boolean }
  /** A definition of the practice's own can still be made into a measure. */
  | {
      readonly kind: 'definition';
      readonly name: string;
      readonly version: string;
      readonly agrees: boolean;
    };

export interface SelfTestInput {
  readonly examples: readonly WorkedExample[];
  readonly published: readonly Instrument[];
  /** Every version of the practice's own measures. */
  readonly definitions: readonly OwnMeasureDefinition[];
}

export function selfTest({ examples, published, definitions }: SelfTestInput): SelfCheck[] {
  return [
    ...examples.map((example) => ({ kind: 'example', ...checkExample(example) }) as const),
    ...published.map(rangeCheck),
    ...definitions.flatMap(definitionChecks),
  ];
}

const rangeCheck = (instrument: Instrument): SelfCheck => ({
  kind: 'range',
  name: instrument.shortName,
  version: instrument.version,
  agrees: rangeIsReached(instrument),
});

function definitionChecks(definition: OwnMeasureDefinition): SelfCheck[] {
  const { name, version } = definition;
  const made = ownMeasure(definition);
  if (made.kind === 'problems') return [{ kind: 'definition', name, version, agrees: false }];
  return [{ kind: 'definition', name, version, agrees: true }, rangeCheck(made.instrument)];
}
