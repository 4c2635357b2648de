// A mapping that is remembered for tables with the same columns. Names of clients are not part of it.
import { sha256Hex } from '../../exchange/hash/sha-256.ts';
import { parseMapping, type MappedMeasure, type Mapping } from '../../exchange/import/mapping.ts';
import type { PlannedMeasure } from '../../exchange/import/import-plan.ts';
import type { ColumnProfile } from '../../exchange/import/profile-columns.ts';
import type { KnownMeasure } from '../../exchange/import/match-measure.ts';
import { withColumns } from './import-mapping.ts';

/** Tables with the same header are read alike; null where there is no header to know them by. */
export const signatureOf = (names: readonly string[]): string | null =>
  names.some((name) => name !== '') ? sha256Hex(JSON.stringify(names)).slice(0, 32) : null;

/** What is kept of a mapping that was carried out: new measures are known ones from now on. */
export function layoutOf(
  mapping: Mapping,
  leftOutTimes: ReadonlySet<string>,
  made: readonly PlannedMeasure[],
): object {
  const measures = mapping.measures.flatMap((given): MappedMeasure[] => {
    // Asked of every file: the next one of the same columns may have been exported in the other way.
    const measure = { ...given, totalsAre: null };
    if (measure.choice.kind !== 'new') return [measure];
    const planned = made.find(({ calledInFile }) => calledInFile === measure.calledInFile);
    if (!planned) return [];
    return [{ ...measure, choice: { kind: 'known', instrumentId: planned.definition.id } }];
  });
  return { mapping: { ...mapping, oneClient: null, measures }, leftOutTimes: [...leftOutTimes] };
}

/** The guess, with what was decided for such a table before; null when nothing usable is kept. */
export function applyLayout(
  kept: unknown,
  guessed: Mapping,
  names: readonly string[],
  profiles: readonly ColumnProfile[],
  known: readonly KnownMeasure[],
): { readonly mapping: Mapping; readonly leftOutTimes: ReadonlySet<string> } | null {
  if (typeof kept !== 'object' || kept === null || !('mapping' in kept)) return null;
  const before = parseMapping(kept.mapping);
  if (before?.columns.length !== guessed.columns.length) return null;
  const ids = new Set(known.map(({ instrument }) => instrument.id));
  const isThere = ({ choice }: MappedMeasure): boolean =>
    choice.kind !== 'known' || ids.has(choice.instrumentId);
  const started: Mapping = {
    ...before,
    measures: before.measures.filter(isThere),
    dateOrder: guessed.dateOrder ?? before.dateOrder,
    decimal: guessed.decimal,
  };
  const times = 'leftOutTimes' in kept && Array.isArray(kept.leftOutTimes) ? kept.leftOutTimes : [];
  return {
    mapping: withColumns(started, before.columns, names, profiles, known),
    leftOutTimes: new Set(times.filter((time) => typeof time === 'string')),
  };
}
