// The measures a mapping speaks of: one the vault knows, or a new one whose range and direction the therapist fills in.
import { measureKey, type ColumnRole, type MappedMeasure } from './mapping.ts';
import { matchMeasure, withoutScoreSuffix, type KnownMeasure } from './match-measure.ts';
import type { ColumnProfile } from './profile-columns.ts';
import { splitHeader } from './split-header.ts';

/** A measure column with more names than this is not a measure column. */
const mostMeasures = 200;

interface Called {
  readonly key: string;
  readonly name: string;
  readonly columns: number[];
}

/** What the file calls each measure, and which columns hold its scores. */
function measuresCalled(
  names: readonly string[],
  roles: readonly ColumnRole[],
  profiles: readonly ColumnProfile[],
  known: readonly KnownMeasure[],
): Called[] {
  const found = new Map<string, Called>();
  const note = (key: string, name: string, columns: readonly number[]): void => {
    const called = found.get(key) ?? { key, name, columns: [] };
    called.columns.push(...columns);
    found.set(key, called);
  };
  const rowTotals = roles.flatMap((role, column) =>
    role.kind === 'total' && role.measure === null ? [column] : [],
  );
  for (const [column, role] of roles.entries()) {
    if (role.kind === 'measure-name') {
      const texts = [...(profiles[column]?.distinct.keys() ?? [])].slice(0, mostMeasures);
      for (const text of texts) note(measureKey(text), text, rowTotals);
    }
    if ((role.kind === 'total' || role.kind === 'item') && role.measure !== null) {
      const header = names[column] ?? '';
      const split = splitHeader(header, (name) => matchMeasure(name, known) !== null);
      const whole = withoutScoreSuffix(header);
      note(role.measure, measureKey(whole) === role.measure ? whole : withoutScoreSuffix(split.measure), [
        column,
      ]);
    }
  }
  return [...found.values()];
}

export function guessMeasures(
  names: readonly string[],
  roles: readonly ColumnRole[],
  profiles: readonly ColumnProfile[],
  known: readonly KnownMeasure[],
): readonly MappedMeasure[] {
  return measuresCalled(names, roles, profiles, known).map(({ key, name, columns }) => {
    const instrument = matchMeasure(name, known);
    const decimals = columns.some((column) => {
      const profile = profiles[column];
      return profile !== undefined && profile.withPoint + profile.withComma > 0;
    });
    return {
      key,
      calledInFile: name,
      zeroIsMissing: false,
      totalsAre: null,
      choice:
        instrument === null
          ? { kind: 'new', name, range: null, better: null, step: decimals ? 0 : 1 }
          : { kind: 'known', instrumentId: instrument.id },
    };
  });
}
