// Questionnaires that a client was given to answer alone (VAULT H): what was asked, by which way, and what became of it. The
// answers themselves are response entries. Flat fields, so that one device may withdraw while another takes a reply in.
import type * as Y from 'yjs';
import type { EntryId, RecordedAt } from './entry.ts';
import { readFields, writeFields } from './flat-fields.ts';

declare const brand: unique symbol;
/** 16 random bytes as 32 hex digits. */
export type CheckInId = string & { readonly [brand]: 'CheckInId' };

export type CheckInWay = 'link' | 'handed-over';

export interface AskedInstrument {
  readonly id: string;
  readonly version: string;
}

/** A reply that was taken in. */
export interface TakenReply {
  readonly replyPrint: string;
  /** UTC. */
  readonly at: string;
  readonly entryIds: readonly EntryId[];
}

export interface CheckIn {
  readonly id: CheckInId;
  readonly way: CheckInWay;
  readonly asked: readonly AskedInstrument[];
  readonly language: string;
  readonly createdAt: RecordedAt;
  /** UTC; null for a hand-over, which ends when the tablet comes back. */
  readonly expiresAt: string | null;
  /** What stands behind the `#` of its link, exactly (VAULT H1). */
  readonly fragment: string;
  /** UTC; null: not withdrawn. */
  readonly withdrawnAt: string | null;
  /** The client read the six words aloud and they were the same (VAULT H2). */
  readonly wordsCompared: boolean;
  readonly taken: TakenReply | null;
}

export type CheckInState = 'open' | 'used' | 'withdrawn' | 'expired';

const checkInsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('checkIns');

/** Throws on anything that is not 32 lower-case hex digits: our bug. */
export function parseCheckInId(text: string): CheckInId {
  if (!/^[0-9a-f]{32}$/.test(text)) throw new Error('not a check-in id');
  return text as CheckInId;
}

/** Newest first. Written by `writeCheckIn` alone, in blobs that only our own devices can sign. */
export const readCheckIns = (doc: Y.Doc): CheckIn[] =>
  [...readFields(checkInsOf(doc))]
    .filter(([, { asked }]) => Array.isArray(asked))
    .map(
      ([id, fields]) =>
        ({ withdrawnAt: null, wordsCompared: false, taken: null, ...fields, id }) as unknown as CheckIn,
    )
    .sort((a, b) => (a.createdAt.utc < b.createdAt.utc ? 1 : -1));

/** All of a new check-in, or some fields of one that is there. */
export const writeCheckIn = (doc: Y.Doc, { id, ...fields }: Pick<CheckIn, 'id'> & Partial<CheckIn>): void =>
  writeFields(checkInsOf(doc), id, fields);

/** @param nowUtc ISO 8601 */
export function checkInState(
  { taken, withdrawnAt, expiresAt }: Pick<CheckIn, 'taken' | 'withdrawnAt' | 'expiresAt'>,
  nowUtc: string,
): CheckInState {
  if (taken !== null) return 'used';
  if (withdrawnAt !== null) return 'withdrawn';
  return expiresAt !== null && nowUtc > expiresAt ? 'expired' : 'open';
}
