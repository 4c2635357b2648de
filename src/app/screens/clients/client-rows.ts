// The caseload as rows: which clients, which of their measures, in which order. Pure: the day comes in.
import { compareAttention, needsOf, type Need } from '../../../clinical/attention/need.ts';
import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import type { ClientStatus } from '../../../records/directory.ts';
import type { ClientSummary, LineSummary, Standing } from '../../state/client-summary.ts';
import { allReasons, type Reason } from '../../wording/need-words.ts';
import { measureName } from '../../wording/words.ts';

/** 'latest', or one measure and respondent: 'phq-9/self'. */
export type MeasureChoice = string;
export const latestMeasure: MeasureChoice = 'latest';

export type StatusFilter = ClientStatus | 'all';
/** 'need': who needs attention first. */
export type SortKey = 'need' | 'client' | 'measure' | 'score' | 'course' | 'status' | 'date' | 'next';
export type ReasonFilter = Reason | 'any';

export interface RowOrder {
  readonly key: SortKey;
  readonly direction: 'ascending' | 'descending';
}

export interface RowQuery {
  readonly filter: StatusFilter;
  readonly search: string;
  /** One measure shows only who has an answer to it. */
  readonly measure: MeasureChoice;
  readonly reason: ReasonFilter;
  readonly order: RowOrder;
}

export interface ClientRow {
  readonly client: ClientSummary;
  /** The measure shown; null when nothing was answered yet. */
  readonly line: LineSummary | null;
  /** The weightiest first. */
  readonly needs: readonly [Need, ...Need[]];
}

export interface RowContext {
  readonly today: CalendarDay;
  readonly locale: string;
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

/** Every client with what they need on this day; asked once for a caseload and a day. */
export const withNeeds = (clients: readonly ClientSummary[], today: CalendarDay): ClientNeeds[] =>
  clients.map((client) => ({ client, needs: needsOf(client.status, client.needs, today) }));

export type ClientNeeds = Pick<ClientRow, 'client' | 'needs'>;

/** How many clients of a status have each reason; a client with two reasons counts in both. */
export function countByReason(
  all: readonly ClientNeeds[],
  filter: StatusFilter,
): Readonly<Record<Reason, number>> {
  const counts = Object.fromEntries(allReasons.map((reason) => [reason, 0])) as Record<Reason, number>;
  for (const { client, needs } of all) {
    if (filter !== 'all' && client.status !== filter) continue;
    for (const kind of new Set(needs.map((need) => need.kind))) if (kind !== 'rest') counts[kind] += 1;
  }
  return counts;
}

export function clientRows(all: readonly ClientNeeds[], query: RowQuery, context: RowContext): ClientRow[] {
  const matches = searchFor(query.search);
  const rows = all
    .filter(
      ({ client, needs }) =>
        (query.filter === 'all' || client.status === query.filter) &&
        (query.reason === 'any' || needs.some(({ kind }) => kind === query.reason)) &&
        matches(client.label),
    )
    .map((row) => ({ ...row, line: lineOf(row.client, query.measure) }))
    .filter(({ line }) => query.measure === latestMeasure || line !== null);
  return sortRows(rows, query.order, context);
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

function valueOf({ client, line }: ClientRow, key: Exclude<SortKey, 'need'>, today: CalendarDay): SortValue {
  switch (key) {
    case 'client':
      return client.label;
    case 'measure':
      return line && line.shortName;
    case 'score':
      return line?.latest?.total ?? null;
    case 'course':
      return client.responses;
    case 'status':
      return line && weight[line.standing];
    case 'date':
      return line?.latest?.occurredOn ?? null;
    case 'next':
      return nextKey(client, today);
  }
}

/** What has passed is not the next any more. */
function nextKey({ appointment: { next } }: ClientSummary, today: CalendarDay): string | null {
  return next && next.on >= today ? `${next.on} ${next.time ?? ''}` : null;
}

/** Rows without a value stand last both ways; equal ones stand by name, and equal names by who was added first. */
function sortRows(
  rows: readonly ClientRow[],
  { key, direction }: RowOrder,
  { today, locale }: RowContext,
): ClientRow[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const sign = direction === 'ascending' ? 1 : -1;
  const byName = (a: ClientSummary, b: ClientSummary): number =>
    compare(a.label, b.label) || compareText(a.addedAt, b.addedAt) || compareText(a.id, b.id);
  if (key === 'need') {
    const waiting = ({ client, needs }: ClientRow) => ({ care: client.status, need: needs[0] });
    return [...rows].sort(
      (a, b) => sign * compareAttention(waiting(a), waiting(b)) || byName(a.client, b.client),
    );
  }
  const keyed = rows.map((row) => ({ row, value: valueOf(row, key, today) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) {
      const missing = Number(a.value === null) - Number(b.value === null);
      return missing || byName(a.row.client, b.row.client);
    }
    const order =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : compare(String(a.value), String(b.value));
    return sign * order || byName(a.row.client, b.row.client);
  });
  return keyed.map(({ row }) => row);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
