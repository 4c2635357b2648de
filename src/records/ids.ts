// Ids are 128 random bits as 32 hex digits, except where they must come out the same on two devices.
import type { ClientId, EntryId } from './entry.ts';

const idPattern = /^[0-9a-f]{32}$/;

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

/** `random(n)` returns n bytes of a cryptographic generator. */
export type Random = (length: number) => Uint8Array;

/** For what lives inside one document and is named nowhere else. */
export const newPlainId = (random: Random): string => toHex(random(16));

// The casts below are the only places where a string becomes an id.
export const newEntryId = (random: Random): EntryId => toHex(random(16)) as EntryId;

export const newClientId = (random: Random): ClientId => toHex(random(16)) as ClientId;

/** Throws on anything that is not 32 lower-case hex digits: an id that is not one is our bug. */
export function parseEntryId(text: string): EntryId {
  if (!idPattern.test(text)) throw new Error('not an entry id');
  return text as EntryId;
}

/** A client's id is the id of its document. Throws as `parseEntryId`. */
export function parseClientId(text: string): ClientId {
  if (!idPattern.test(text)) throw new Error('not a client id');
  return text as ClientId;
}

/** For text from an address bar: null where it is no id. */
export const clientIdFrom = (text: string): ClientId | null =>
  idPattern.test(text) ? (text as ClientId) : null;
