// Which role has each column? Headers first, then what stands below them.
import { rankOfHeader, roleOfHeader, type HeaderWord } from './header-words.ts';
import { measureKey, type ColumnRole, type ColumnTime } from './mapping.ts';
import { matchMeasure, withoutScoreSuffix, type KnownMeasure } from './match-measure.ts';
import type { ColumnProfile } from './profile-columns.ts';
import { splitHeader, type SplitHeader } from './split-header.ts';

const ignore: ColumnRole = { kind: 'ignore' };
const itsRow: ColumnTime = { kind: 'row' };

const mostly = (part: number, profile: ColumnProfile, share = 0.5): boolean =>
  profile.filled > 0 && part >= profile.filled * share;
const isNumeric = (profile: ColumnProfile): boolean => mostly(profile.numbers, profile);
const isDated = (profile: ColumnProfile): boolean =>
  mostly(profile.dates, profile) && profile.numbers < profile.dates * 2;
const isClock = (profile: ColumnProfile): boolean =>
  profile.filled > 0 && [...profile.distinct.keys()].every((text) => /^\d{1,2}:\d{2}/.test(text));

interface NamedColumn {
  readonly column: number;
  readonly name: string;
  readonly profile: ColumnProfile;
}

/** The likeliest column of a kind: by the rank of its header word, then by position. */
function best(candidates: readonly NamedColumn[]): number | null {
  return [...candidates].sort((a, b) => rankOfHeader(a.name) - rankOfHeader(b.name))[0]?.column ?? null;
}

function assignByHeader(
  columns: readonly NamedColumn[],
  known: readonly KnownMeasure[],
): Map<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>();
  const called = (word: HeaderWord): NamedColumn[] =>
    columns.filter(({ name, column }) => !roles.has(column) && roleOfHeader(name) === word);
  const give = (column: number | null, role: ColumnRole): void => {
    if (column !== null) roles.set(column, role);
  };
  const dates = [...called('date'), ...called('session').filter(({ profile }) => isDated(profile))];
  give(best(dates), { kind: 'date' });
  if (dates.length === 0) give(unnamedDate(columns), { kind: 'date' });
  give(best(called('session').filter(({ profile }) => !isDated(profile) && !isClock(profile))), {
    kind: 'session',
  });
  give(bestMeasureColumn(called('measure-name'), known), { kind: 'measure-name' });
  give(best(called('respondent').filter(({ profile }) => !isNumeric(profile))), { kind: 'respondent' });
  give(best(called('client')), { kind: 'client' });
  for (const { column } of called('ignore')) roles.set(column, ignore);
  return roles;
}

/** Dates under a header nobody foresaw; a date of birth is called one and is not meant. */
const unnamedDate = (columns: readonly NamedColumn[]): number | null =>
  columns.find(({ name, profile }) => roleOfHeader(name) === null && isDated(profile))?.column ?? null;

/** Our own export has the measure twice, by id and by name: the id only helps where the vault knows it. */
function bestMeasureColumn(
  candidates: readonly NamedColumn[],
  known: readonly KnownMeasure[],
): number | null {
  const texts = candidates.filter(({ profile }) => !isNumeric(profile));
  const allKnown = ({ profile }: NamedColumn): boolean =>
    [...profile.distinct.keys()].every((text) => matchMeasure(text, known) !== null);
  return best(texts.filter(allKnown)) ?? best(texts.filter(({ name }) => !/id$/i.test(name))) ?? best(texts);
}

function isItemNumber(
  split: SplitHeader,
  group: readonly SplitHeader[],
  known: readonly KnownMeasure[],
  fits: boolean,
): boolean {
  const items = matchMeasure(split.measure, known)?.items.length ?? 0;
  return items > 0 && fits && group.every(({ bareNumber }) => (bareNumber ?? 0) <= items);
}

/** "phq9_1…phq9_9" hold items when hardly a value is larger than the largest option; totals would be. */
function valuesFitItems(
  columns: readonly NamedColumn[],
  measure: string,
  known: readonly KnownMeasure[],
): boolean {
  const instrument = matchMeasure(measure, known);
  const largest = Math.max(
    ...(instrument?.items ?? []).flatMap(({ options }) => options.map(({ value }) => value)),
  );
  const cells = columns.flatMap(({ profile }) => [...profile.distinct]);
  const tooLarge = cells.filter(([text]) => Number(text) > largest);
  const count = (of: typeof cells): number => of.reduce((sum, [, times]) => sum + times, 0);
  return count(tooLarge) * 4 <= count(cells);
}

/** @returns one role per column, in order */
export function guessColumns(
  names: readonly string[],
  profiles: readonly ColumnProfile[],
  known: readonly KnownMeasure[],
): readonly ColumnRole[] {
  const all = profiles.map((profile, column): NamedColumn => ({
    column,
    name: names[column] ?? '',
    profile,
  }));
  const roles = assignByHeader(all, known);
  const hasMeasureColumn = [...roles.values()].some(({ kind }) => kind === 'measure-name');
  const hasRowTime = [...roles.values()].some(({ kind }) => kind === 'date' || kind === 'session');
  if (![...roles.values()].some(({ kind }) => kind === 'client')) assignClient(all, roles, known);
  const free = all.filter(
    ({ column, profile }) => !roles.has(column) && (isNumeric(profile) || profile.filled === 0),
  );
  if (hasMeasureColumn) assignRowsOwnMeasure(free, roles);
  else assignScores(free, roles, known, hasRowTime);
  return all.map(({ column }) => roles.get(column) ?? ignore);
}

/** Long table with a measure column: a score, and perhaps items, of whatever measure the row names. */
function assignRowsOwnMeasure(free: readonly NamedColumn[], roles: Map<number, ColumnRole>): void {
  for (const { column, name } of free) {
    const item = /^(?:item|i|q|question|frage)[\s_.-]*(\d{1,3})$/i.exec(name.trim())?.[1];
    if (item !== undefined && Number(item) > 0) {
      roles.set(column, { kind: 'item', measure: null, item: Number(item) - 1, at: itsRow });
    }
  }
  const left = free.filter(({ column, profile }) => !roles.has(column) && profile.filled > 0);
  const total =
    best(left.filter(({ name }) => roleOfHeader(name) === 'score')) ??
    (left.length === 1 ? left[0]?.column : null);
  if (total !== null && total !== undefined) roles.set(total, { kind: 'total', measure: null, at: itsRow });
}

function assignScores(
  free: readonly NamedColumn[],
  roles: Map<number, ColumnRole>,
  known: readonly KnownMeasure[],
  hasRowTime: boolean,
): void {
  const splits = new Map(
    free.map((named) => [named, splitHeader(named.name, (name) => matchMeasure(name, known) !== null)]),
  );
  const isWide = [...splits.values()].filter(({ at }) => at !== null).length >= 2;
  const groups = new Map<string, NamedColumn[]>();
  for (const [named, split] of splits) {
    const key = measureKey(withoutScoreSuffix(split.measure));
    groups.set(key, [...(groups.get(key) ?? []), named]);
  }
  for (const [key, group] of groups) {
    const bare = group.filter((named) => typeof splits.get(named)?.bareNumber === 'number');
    const bareSplits = bare.flatMap((named) => splits.get(named) ?? []);
    for (const named of group) {
      const split = splits.get(named);
      if (split === undefined) continue;
      if (named.name === '') {
        roles.set(named.column, { kind: 'total', measure: `column ${named.column + 1}`, at: itsRow });
        continue;
      }
      if (named.profile.filled === 0 && group.length === 1) continue;
      const whole = measureKey(withoutScoreSuffix(named.name));
      const at: ColumnTime = (isWide || split.at?.kind === 'date') && split.at !== null ? split.at : itsRow;
      const total = (measure: string, when: ColumnTime): void => {
        roles.set(named.column, { kind: 'total', measure, at: when });
      };
      if (split.item !== null && split.item > 0) {
        const hasItems = (matchMeasure(split.measure, known)?.items.length ?? 0) > 0;
        roles.set(named.column, hasItems ? { kind: 'item', measure: key, item: split.item - 1, at } : ignore);
      } else if (split.bareNumber !== null && bare.length > 1) {
        const fits = valuesFitItems(bare, split.measure, known);
        if (split.bareNumber > 0 && isItemNumber(split, bareSplits, known, fits)) {
          roles.set(named.column, { kind: 'item', measure: key, item: split.bareNumber - 1, at });
        } else if (hasRowTime || at.kind !== 'row') roles.set(named.column, ignore);
        else total(key, { kind: 'session', label: String(split.bareNumber) });
      } else if (at.kind !== 'row') total(key, at);
      // A lone "bdi2" beside a time column is the measure's own name.
      else total(whole, itsRow);
    }
  }
}

/** No header says "client": the first column of texts, else the very first column, unless it is a known measure. */
function assignClient(
  all: readonly NamedColumn[],
  roles: Map<number, ColumnRole>,
  known: readonly KnownMeasure[],
): void {
  const isFree = ({ column, profile }: NamedColumn): boolean => !roles.has(column) && profile.filled > 0;
  const first = all[0];
  const texts = all.find((named) => isFree(named) && !isNumeric(named.profile) && !isClock(named.profile));
  const isMeasure = (name: string): boolean => matchMeasure(name, known) !== null;
  const leads =
    first !== undefined &&
    isFree(first) &&
    !isMeasure(first.name) &&
    !isMeasure(splitHeader(first.name, isMeasure).measure) &&
    all.some((other) => other.column > 0 && isFree(other) && isNumeric(other.profile));
  const found = texts ?? (leads ? first : undefined);
  if (found !== undefined) roles.set(found.column, { kind: 'client' });
}
