// The caseload as rows: which clients, which of their measures, in which order. Pure; nothing here depends on today.
import type { ClientStatus } from '../../../records/directory.ts';
import type { ClientSummary, LineSummary, Standing } from '../../state/client-summary.ts';
import { measureName } from '../../wording/words.ts';

/** 'latest', or one measure and respondent: 'phq-9/self'. */
export type MeasureChoice = string;
export const latestMeasure: MeasureChoice = 'latest';

export type StatusFilter = ClientStatus | 'all';
export type SortKey = 'client' | 'measure' | 'score' | 'status' | 'date';

export interface RowOrder {
  readonly key: SortKey;
  readonly direction: 'ascending' | 'descending';
}

export interface RowQuery {
  readonly filter: StatusFilter;
  readonly search: string;
  readonly measure: MeasureChoice;
  readonly order: RowOrder;
}

export interface ClientRow {
  readonly client: ClientSummary;
  /** The measure shown; null when the client has no answer to it. */
  readonly line: LineSummary | null;
}

const keyOf = (line: LineSummary): MeasureChoice => `${line.instrumentId}/${line.respondent}`;

/** Every measure that somebody has answered, the most frequent first. */
export function measuresIn(
  clients: readonly ClientSummary[],
): { readonly key: MeasureChoice; readonly name: string }[] {
  const found = new Map<MeasureChoice, { name: string; count: number }>();
  for (const line of clients.flatMap(({ lines }) => lines)) {
    const key = keyOf(line);
    const known = found.get(key) ?? { name: measureName(line.shortName, line.respondent), count: 0 };
    found.set(key, { ...known, count: known.count + 1 });
  }
  return [...found]
    .sort(([, a], [, b]) => b.count - a.count || a.name.localeCompare(b.name))
    .map(([key, { name }]) => ({ key, name }));
}

export function countByStatus(clients: readonly ClientSummary[]): Readonly<Record<StatusFilter, number>> {
  const counts = { active: 0, waiting: 0, ended: 0, all: clients.length };
  for (const { status } of clients) counts[status] += 1;
  return counts;
}

export function clientRows(clients: readonly ClientSummary[], query: RowQuery, locale: string): ClientRow[] {
  const matches = searchFor(query.search);
  const rows = clients
    .filter(({ status, label }) => (query.filter === 'all' || status === query.filter) && matches(label))
    .map((client) => ({ client, line: lineOf(client, query.measure) }));
  return sortRows(rows, query.order, locale);
}

/** Of several versions of one measure the one answered last stands first in the summary. */
const lineOf = ({ lines }: ClientSummary, measure: MeasureChoice): LineSummary | null =>
  (measure === latestMeasure ? lines[0] : lines.find((line) => keyOf(line) === measure)) ?? null;

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word typed must be somewhere in the label; case and accents do not matter. */
function searchFor(search: string): (label: string) => boolean {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return (label) => {
    const text = plain(label);
    return words.every((word) => text.includes(word));
  };
}

/** What needs a look comes first. */
const weight: Readonly<Record<Standing, number>> = {
  deteriorated: 0,
  unchanged: 1,
  improved: 2,
  recovered: 3,
  'too-few-points': 4,
  'no-rule': 5,
  'no-scores': 6,
};

type SortValue = string | number | null;

function valueOf({ client, line }: ClientRow, key: SortKey): SortValue {
  switch (key) {
    case 'client':
      return client.label;
    case 'measure':
      return line && line.shortName;
    case 'score':
      return line?.latest?.total ?? null;
    case 'status':
      return line && weight[line.standing];
    case 'date':
      return line?.latest?.occurredOn ?? null;
  }
}

/** Rows without a value stand last both ways; equal ones stand by name. */
function sortRows(rows: readonly ClientRow[], { key, direction }: RowOrder, locale: string): ClientRow[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, value: valueOf(row, key) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) {
      const missing = Number(a.value === null) - Number(b.value === null);
      return missing || compare(a.row.client.label, b.row.client.label);
    }
    const order =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : compare(String(a.value), String(b.value));
    return sign * order || compare(a.row.client.label, b.row.client.label);
  });
  return keyed.map(({ row }) => row);
}
