// What one session holds, as a note needs it: its own entries, and those of its day that belong to no other session.
import type { NoteMaterial, GoalFact, MeasureFact } from '../wording/note-fill.ts';
import type { ClientRecord } from '../../records/client-record.ts';
import type { Entry, EntryId, EntryOf, RatingEntry, SessionEntry } from '../../records/entry.ts';
import { readJot } from '../../records/note-drafts.ts';
import { viewMeasures, type MeasureView } from './client-chart.ts';
import type { ClientState } from './client.svelte.ts';
import type { Practice } from './practice.svelte.ts';

type Reader = Pick<
  ClientState,
  'record' | 'chart' | 'choices' | 'carePlan' | 'appointment' | 'goalWords' | 'read'
>;

/** A corrected session keeps what was written during it: that has the id of the first wording. */
export const firstIdOf = (record: Pick<ClientRecord, 'firstWritten'>, id: EntryId): EntryId =>
  record.firstWritten.get(id)?.id ?? id;

/** Null: a note of no session. */
export function noteMaterial(
  client: Reader,
  findInstrument: Practice['findInstrument'],
  session: SessionEntry | null,
): NoteMaterial {
  const { record } = client;
  if (record === null || session === null) return nothing;
  const firstId = firstIdOf(record, session.id);
  const others = record.entries.filter(
    (entry) => entry.kind === 'session' && entry.id !== session.id && entry.occurredOn === session.occurredOn,
  );
  const isOf = (entry: Entry): boolean =>
    entry.session === undefined || (entry.session !== firstId && others.length === 0)
      ? entry.occurredOn !== null && entry.occurredOn === session.occurredOn
      : entry.session === firstId;
  const held = record.entries.filter(isOf);
  const of = <Kind extends Entry['kind']>(kind: Kind): EntryOf<Kind>[] =>
    held.filter((entry): entry is EntryOf<Kind> => entry.kind === kind);
  const { next } = client.appointment;
  const { occurredOn } = session;
  return {
    session,
    jotted: client.read((doc) => readJot(doc, firstId)) ?? '',
    measures: measuresOn(client, findInstrument, session, new Set(of('response').map(({ id }) => id))),
    distress: of('distress'),
    marks: inMinutes(of('mark')),
    goals: of('rating').map((rating) => goalFact(client, record.entries, rating)),
    checkOut: of('check-out').at(-1) ?? null,
    techniqueUses: inMinutes(of('technique-use')),
    decisions: of('decision'),
    risk: of('risk-conversation'),
    pivots: of('pivot'),
    inUse: client.carePlan.plan.techniques,
    next: next !== null && occurredOn !== null && next.on > occurredOn ? next : null,
  };
}

const nothing: NoteMaterial = {
  session: null,
  jotted: '',
  measures: [],
  distress: [],
  marks: [],
  goals: [],
  checkOut: null,
  techniqueUses: [],
  decisions: [],
  risk: [],
  pivots: [],
  inUse: [],
  next: null,
};

/** Added without the clock: behind the others, as they were written. */
const inMinutes = <T extends { readonly minute: number | null }>(all: T[]): T[] =>
  all.sort((a, b) => (a.minute ?? Infinity) - (b.minute ?? Infinity) || 0);

function goalFact(
  client: Reader,
  entries: readonly Entry[],
  { goalId, scale, value, id }: RatingEntry,
): GoalFact {
  const ratings = entries.filter((entry) => entry.kind === 'rating' && entry.goalId === goalId);
  const at = ratings.findIndex((rating) => rating.id === id);
  const before = ratings.slice(0, at).at(-1);
  return {
    words: client.goalWords(goalId) ?? '',
    scale,
    from: before?.kind === 'rating' && before.scale === scale ? before.value : null,
    to: value,
  };
}

/** Judged as of that day: what was answered later has no say in this note. */
function measuresOn(
  { chart, choices }: Reader,
  findInstrument: Practice['findInstrument'],
  { occurredOn, episode }: SessionEntry,
  responses: ReadonlySet<string>,
): MeasureFact[] {
  if (occurredOn === null) return [];
  const points = chart.points.filter((point) => point.occurredOn === null || point.occurredOn <= occurredOn);
  return viewMeasures({ ...chart, points, episode }, findInstrument, choices).flatMap((view) =>
    factOf(view, responses),
  );
}

function factOf({ instrument, series, verdict }: MeasureView, responses: ReadonlySet<string>): MeasureFact[] {
  const at = series.points.findLastIndex(
    ({ point, total }) => total !== null && responses.has(point.entryId),
  );
  const now = series.points[at];
  if (!now || now.total === null) return [];
  const earlier = series.points
    .slice(0, at)
    .filter(({ point, total }) => total !== null && point.episode === now.point.episode);
  const baseline = verdict.kind === 'judged' || verdict.kind === 'no-rule' ? verdict.start.total : null;
  return [
    {
      ...{ instrument, verdict, baseline },
      respondent: series.respondent,
      last: earlier.at(-1)?.total ?? null,
      now: now.total,
    },
  ];
}
