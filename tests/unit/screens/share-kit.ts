// A client as the share view reads them, made without a vault: the record alone decides.
import type { Goal, GoalId } from '../../../src/clinical/goals/goal.ts';
import { findInstrument } from '../../../src/clinical/instruments/catalogue.ts';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { effectiveEntries } from '../../../src/records/effective-entries.ts';
import type {
  Entry,
  EntryId,
  PivotEntry,
  RatingEntry,
  ResponseEntry,
  Tombstone,
} from '../../../src/records/entry.ts';
import { pivotsOf } from '../../../src/records/pivots.ts';
import { emptyCarePlan } from '../../../src/app/state/care-plan.ts';
import { deriveChart, viewMeasures } from '../../../src/app/state/client-chart.ts';
import { shareParts, type ShareParts } from '../../../src/app/screens/share/share-parts.ts';
import { shareSource } from '../../../src/app/screens/share/share-source.ts';
import { sharedView } from '../../../src/app/screens/share/shared-view.ts';
import type { SharedView } from '../../../src/app/state/shared-view.ts';
import { entryId, makeResponse } from '../records/make-entry.ts';

export interface GivenRecord {
  readonly label?: string;
  readonly entries?: readonly Entry[];
  readonly goals?: readonly Goal[];
  readonly choices?: Readonly<Record<string, boolean>>;
  readonly own?: readonly Instrument[];
}

/** As the client's own page has it after these entries. */
export function whatIsShared(given: GivenRecord): { readonly parts: ShareParts; readonly view: SharedView } {
  const { label = 'K-07', entries = [], goals = [], choices = {}, own = [] } = given;
  const find = (id: string, version: string): Instrument | null =>
    own.find((each) => each.id === id && each.version === version) ?? findInstrument(id, version);
  const record = { ...effectiveEntries(entries, new Map<EntryId, Tombstone>()), unreadable: 0 };
  const chart = deriveChart(record, find);
  const source = shareSource({
    label,
    record,
    chart,
    measures: viewMeasures(chart, find, () => ({})),
    pivots: pivotsOf(record),
    carePlan: { ...emptyCarePlan, plan: { ...emptyCarePlan.plan, goals } },
    // The one reading that is asked of the document is that of the choices.
    read: <T>() => new Map(Object.entries(choices)) as T,
  });
  if (!source) throw new Error('the record is open');
  const parts = shareParts(source);
  return { parts, view: sharedView(parts, source.ratings, '2026-03-20', 'en-GB') };
}

const start = (number: number) => ({
  id: entryId(number),
  v: 1 as const,
  sessionNumber: null,
  recordedAt: { utc: '2026-03-20T10:00:00.000Z', offsetMinutes: 0 },
  episode: 1,
});

export const phq = (
  number: number,
  occurredOn: string | null,
  enteredTotal: number,
  over: Partial<ResponseEntry> = {},
): ResponseEntry =>
  makeResponse(number, {
    instrumentVersion: 'en-1',
    mode: 'total-entered',
    occurredOn,
    enteredTotal,
    ...over,
  });

export const pivot = (
  number: number,
  occurredOn: string | null,
  clientWording: string,
  over: Partial<PivotEntry> = {},
): PivotEntry => ({
  ...start(number),
  kind: 'pivot',
  occurredOn,
  obstacles: ['motivation'],
  inTheWay: 'inner words',
  from: 'mindfulness',
  to: 'exposure',
  label: 'inner label',
  target: null,
  direction: 'down',
  reviewOn: '2026-05-01',
  agreement: 'agreed',
  clientWording,
  ...over,
});

export const goalId = (text: string): GoalId => text as GoalId;

export const goal = (id: string, words: string, over: Partial<Goal> = {}): Goal => ({
  id: goalId(id),
  words,
  scale: 'zero-to-ten',
  levels: { [-2]: '', [-1]: '', 0: '', 1: '', 2: '' },
  target: 8,
  addedOn: '2026-01-05',
  closedOn: null,
  ...over,
});

export const rating = (
  number: number,
  of: string,
  occurredOn: string,
  value: number,
  over: Partial<RatingEntry> = {},
): RatingEntry => ({
  ...start(number),
  kind: 'rating',
  occurredOn,
  goalId: goalId(of),
  scale: 'zero-to-ten',
  value,
  ...over,
});

/** One entry of each kind, all of one id: take one. Where a client may not look stand `words`, or 3.25. */
export function entriesOfEveryKind(
  number: number,
  occurredOn: string,
  value: number,
  words: string,
): Entry[] {
  const base = { ...start(number), occurredOn };
  const of = { instrumentVersion: 'en-1', occurredOn } as const;
  return [
    phq(number, occurredOn, value),
    phq(number, occurredOn, value, { respondent: 'clinician', mode: 'read-aloud' }),
    makeResponse(number, {
      ...of,
      mode: 'link',
      enteredTotal: null,
      answers: [1, 1, 1, 1, 1, 1, 1, 1, 3, 2],
    }),
    pivot(number, occurredOn, `Shown ${number}`, { inTheWay: words, label: words, to: words }),
    rating(number, 'goal', occurredOn, value % 11),
    { ...base, kind: 'life-event', words },
    { ...base, kind: 'check-out', heard: 3.25, topics: 3.25, way: 3.25, overall: 3.25 },
    { ...base, kind: 'consent', state: 'withdrawn', note: words },
    {
      ...{ ...base, kind: 'decision', prompt: 'worse', about: words, answer: 'not-relevant' },
      ...{ reason: words, obstacles: ['risk'], seen: words, value },
    },
    {
      ...{ ...base, kind: 'risk-conversation', asked: words, said: words, means: words, told: words },
      ...{ protectiveFactors: words, whereNow: words, plan: words, askAgainOn: null },
      discussed: [{ measure: words, answer: 3 }],
    },
    { ...base, kind: 'ending', reason: 'client-stopped', summary: words, followUpMonths: [] },
    { ...base, kind: 'session', attendance: 'missed' },
  ];
}
