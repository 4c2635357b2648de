// Everything a vault knows, in a form that needs no Soundings to read: no lock-in. This is the documented JSON
// ("soundings-readable/1"); the CSV and the printed pages are made from it. Changes to the format only add.
import * as v from 'valibot';

export const readableFormat = 'soundings-readable/1';

const text = v.string();
const nullableText = v.nullable(v.string());
const finite = v.pipe(v.number(), v.finite());
const plain = v.nullable(v.union([text, finite, v.boolean()]));

const writtenSchema = v.object({ utc: text, offsetMinutes: finite });

/** What was asked, and the key to the answers. */
const itemSchema = v.object({
  id: text,
  text,
  /** `value` is what a response holds; `score`: what it adds to the total where that is not its value. */
  options: v.exactOptional(v.array(v.object({ value: finite, label: text, score: v.exactOptional(finite) }))),
  /** Adds (highest + lowest − value) to the total. */
  reversed: v.exactOptional(v.literal(true)),
  /** Never part of the total. */
  unscored: v.exactOptional(v.literal(true)),
  /** An answer of −1 is "not applicable". */
  mayNotApply: v.optional(v.literal(true)),
});

const measureSchema = v.object({
  instrumentId: text,
  version: text,
  coding: text,
  shortName: text,
  fullName: text,
  origin: v.picklist(['published', 'own']),
  language: text,
  range: v.object({ min: finite, max: finite }),
  better: v.picklist(['lower', 'higher']),
  /** In the instrument's order; empty when only totals are known. */
  items: v.array(itemSchema),
  /** Named stretches of totals, both ends included; absent in files written before they were. */
  bands: v.exactOptional(v.array(v.object({ label: text, min: finite, max: finite }))),
  copyright: text,
  sources: v.array(text),
});

const responseSchema = v.object({
  id: text,
  instrumentId: text,
  instrumentVersion: text,
  coding: text,
  language: text,
  respondent: text,
  mode: text,
  episode: finite,
  /** 'YYYY-MM-DD'; null when only a session number is known. */
  occurredOn: nullableText,
  sessionNumber: v.nullable(finite),
  recordedAt: writtenSchema,
  /** The truth: one value per item, null = not answered; null = only a total was given. */
  answers: v.nullable(v.array(v.nullable(finite))),
  enteredTotal: v.nullable(finite),
  /** Derived on export; `total` is null when incomplete or invalid. */
  score: v.object({
    kind: v.picklist(['scored', 'prorated', 'incomplete', 'invalid', 'measure-unknown']),
    total: v.nullable(finite),
  }),
  /** Given by the client alone; absent otherwise, and in files written before there were check-ins. */
  checkIn: v.exactOptional(
    v.object({ id: text, replyPrint: text, keyCompared: v.nullable(v.boolean()), answeredAt: text }),
  ),
  /** Id of the session during which it was written down; absent where it was none. */
  duringSession: v.exactOptional(text),
  /** Id of the response that this one corrects. */
  replaces: nullableText,
  /** False for a response that a correction has replaced: kept here, not counted. */
  counts: v.boolean(),
});

/**
 * Everything that is not a response, by its kind: 'session', 'check-out', 'rating', 'life-event', 'consent', 'decision',
 * 'risk-conversation', 'pivot', 'review', 'baseline', 'ending', 'reopening', 'mark', 'distress', 'technique-use', 'note' (signed;
 * `sha256` is over its sections, PROTOCOL 10), 'addendum'. A session's times, place and words stand there only where known. Where `content` holds an id or a code, its name at
 * the time of the export stands beside it: `goalId` and `goal`, `from` and `fromName`, `mark` and `markName`, `noteId` and `ofNote` (its day).
 */
const otherEntrySchema = v.object({
  id: text,
  kind: text,
  occurredOn: nullableText,
  sessionNumber: v.nullable(finite),
  recordedAt: writtenSchema,
  episode: finite,
  content: v.record(text, plain),
  /** As of a response. */
  duringSession: v.exactOptional(text),
  /** As of a response; both are absent in files written before they were. */
  replaces: v.exactOptional(nullableText),
  counts: v.exactOptional(v.boolean()),
});

const nullableDay = v.nullable(v.string());

/** What is worked on now, as it stood at the export; what was removed is not in it. */
const planSchema = v.object({
  problems: v.array(v.object({ id: text, words: text, addedOn: text, closedOn: nullableDay })),
  goals: v.array(
    v.object({
      id: text,
      words: text,
      /** 0–10, or goal attainment scaling from −2 to +2 with 0 as expected. */
      scale: v.picklist(['zero-to-ten', 'attainment']),
      target: finite,
      /** From the lowest on; empty where a level was not described. Only for attainment. */
      levels: v.exactOptional(v.array(v.object({ level: finite, words: text }))),
      addedOn: text,
      closedOn: nullableDay,
    }),
  ),
  techniques: v.array(v.object({ id: text, name: text })),
  /** When each measure is asked for: every so many sessions or weeks. */
  schedule: v.array(
    v.object({
      instrumentId: text,
      respondent: text,
      every: finite,
      unit: v.picklist(['sessions', 'weeks']),
      since: text,
      isPrimary: v.boolean(),
    }),
  ),
});

/** A check-in that the client was given: what was asked, by which way, and what became of it. Its answers are responses. */
const checkInSchema = v.object({
  id: text,
  way: v.picklist(['link', 'handed-over']),
  asked: v.array(v.object({ instrumentId: text, version: text })),
  language: text,
  createdAt: writtenSchema,
  expiresAt: nullableText,
  /** At the time of the export. */
  state: v.picklist(['open', 'used', 'withdrawn', 'expired']),
  withdrawnAt: nullableText,
  takenInAt: nullableText,
  wordsCompared: v.boolean(),
});

/** Not part of the record, and in a file of their own where somebody else asks for the record. */
const privateNoteSchema = v.object({
  id: text,
  occurredOn: nullableText,
  recordedAt: writtenSchema,
  duringSession: v.exactOptional(text),
  text,
});

const clientSchema = v.object({
  clientId: text,
  code: text,
  name: nullableText,
  profile: v.record(text, plain),
  responses: v.array(responseSchema),
  otherEntries: v.array(otherEntrySchema),
  /** Absent in files written before there were plans, and where nothing was planned. */
  plan: v.exactOptional(planSchema),
  /** Absent in files written before there were check-ins, and where none was given. */
  checkIns: v.exactOptional(v.array(checkInSchema)),
  deletions: v.array(v.object({ id: text, kind: text, at: writtenSchema, reason: text })),
  /** Psychotherapy notes (45 CFR 164.501): absent unless they were asked for. */
  privateNotes: v.exactOptional(v.array(privateNoteSchema)),
});

export const readableRecordSchema = v.object({
  format: v.literal(readableFormat),
  /** UTC, ISO 8601. */
  writtenAt: text,
  measures: v.array(measureSchema),
  clients: v.array(clientSchema),
});

type DeepReadonly<T> = T extends (infer Element)[]
  ? readonly DeepReadonly<Element>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

export type ReadableRecord = DeepReadonly<v.InferOutput<typeof readableRecordSchema>>;
export type ReadableClient = ReadableRecord['clients'][number];
export type ReadableMeasure = ReadableRecord['measures'][number];
export type ReadableItem = ReadableMeasure['items'][number];
export type ReadableResponse = ReadableClient['responses'][number];
export type ReadableCheckIn = NonNullable<ReadableClient['checkIns']>[number];
export type ReadablePrivateNote = NonNullable<ReadableClient['privateNotes']>[number];
export type ReadablePlan = NonNullable<ReadableClient['plan']>;

export interface ExportChoices {
  /** Psychotherapy notes too; they stay out unless this is said. */
  readonly privateNotes: boolean;
}

/** The record as chosen: without private notes, unless they were asked for. */
export function asChosen(record: ReadableRecord, { privateNotes }: ExportChoices): ReadableRecord {
  if (privateNotes) return record;
  const withoutNotes = ({ privateNotes: _, ...rest }: ReadableClient): ReadableClient => rest;
  return { ...record, clients: record.clients.map(withoutNotes) };
}

/** What a client is given: their scores and answers, and nothing of how the record is kept, planned or thought of. */
export function forTheClient(record: ReadableRecord): ReadableRecord {
  const theirs = ({ clientId, code, name, responses }: ReadableClient): ReadableClient => ({
    ...{ clientId, code, name, profile: {}, otherEntries: [], deletions: [] },
    responses: responses.filter(({ counts }) => counts),
  });
  return { ...record, clients: record.clients.map(theirs) };
}

export const noPrivateNotes: ExportChoices = { privateNotes: false };
