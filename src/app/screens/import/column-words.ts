import type { ColumnRole, MappedMeasure } from '../../../exchange/import/mapping.ts';
import type { ColumnProfile } from '../../../exchange/import/profile-columns.ts';
import { m } from '../../paraglide/messages.js';
import { formatNumber } from '../../wording/format-total.ts';
import { shortened } from './problem-words.ts';

export type RoleKind = ColumnRole['kind'];

const roles: Readonly<Record<RoleKind, () => string>> = {
  ignore: m.import_role_ignore,
  client: m.import_role_client,
  date: m.import_role_date,
  session: m.import_role_session,
  'measure-name': m.import_role_measure,
  respondent: m.import_role_respondent,
  total: m.import_role_total,
  item: m.import_role_item,
};

export const roleWord = (kind: RoleKind): string => roles[kind]();

export const roleOptions = (): { value: RoleKind; label: string }[] =>
  (['client', 'date', 'session', 'total', 'item', 'measure-name', 'respondent', 'ignore'] as const).map(
    (value) => ({
      value,
      label: roleWord(value),
    }),
  );

/** The header, or "Column 3". */
export const columnName = (names: readonly string[], column: number): string =>
  shortened(names[column] || m.import_column_unnamed({ number: formatNumber(column + 1) }));

/** The first values of a column, for recognising it. */
export function samplesOf(profile: ColumnProfile | undefined): string {
  if (!profile || profile.filled === 0) return m.import_column_empty();
  const values = [...profile.distinct.keys()].slice(0, 4).map((text) => shortened(text).slice(0, 24));
  return m.import_column_samples({ samples: values.join(' · ') });
}

/** What the therapist calls a measure of the file: its new name, or the file's. */
export const shortMeasureName = ({ choice, calledInFile, key }: MappedMeasure): string =>
  shortened((choice.kind === 'new' && choice.name.trim()) || calledInFile || key);
