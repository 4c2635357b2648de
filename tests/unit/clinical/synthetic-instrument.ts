// Instruments without anyone's text, for what the scorer and the verdict do with any instrument.
import type {
  Instrument,
  Item,
  MissingRule,
  TotalRule,
} from '../../../src/clinical/instruments/instrument.ts';

interface Shape {
  readonly items: number;
  readonly values: readonly number[];
  readonly total?: TotalRule;
  readonly missing?: MissingRule;
  /** Numbers of reversed and unscored items, from 1. */
  readonly reversed?: readonly number[];
  readonly unscored?: readonly number[];
}

export function syntheticInstrument(shape: Shape, extra: Partial<Instrument> = {}): Instrument {
  const { values, total = { kind: 'sum' }, missing = { kind: 'require-all' } } = shape;
  const items: Item[] = Array.from({ length: shape.items }, (_, index) => ({
    id: `item-${index + 1}`,
    text: `Item ${index + 1}`,
    options: values.map((value) => ({ value, label: `Answer ${value}` })),
    reversed: shape.reversed?.includes(index + 1) ?? false,
    unscored: shape.unscored?.includes(index + 1) ?? false,
  }));
  const scored = items.filter((item) => !item.unscored).length;
  const factor = {
    sum: scored,
    mean: 1,
    'scaled-sum': scored * (total.kind === 'scaled-sum' ? total.factor : 1),
  }[total.kind];
  return {
    id: 'synthetic',
    version: '1',
    coding: 'synthetic',
    origin: 'published',
    language: 'en',
    shortName: 'Synthetic',
    fullName: 'Synthetic',
    measures: 'nothing',
    items,
    total,
    range: { min: Math.min(...values) * factor, max: Math.max(...values) * factor },
    step: total.kind === 'mean' ? 0 : total.kind === 'scaled-sum' ? total.factor : 1,
    better: 'lower',
    missing,
    subscales: [],
    bands: [],
    cutOffs: [],
    changeRules: [],
    norms: {},
    reliabilities: [],
    safetyItems: [],
    copyright: '',
    sources: [],
    ...extra,
  };
}
