// What lies readable while the tablet is with the client (H5): what is asked, how far they are, where help is. No name, no id
// of a client, no answer; the check-in's id and key are random to anybody without the vault.
import type { VaultStore } from '../store/vault-store.ts';
import type { Bytes } from '../vault/bytes.ts';
import { fromHex, fromUtf8, toHex, toUtf8 } from '../vault/text.ts';

export interface HandOverSheet {
  readonly checkInId: string;
  /** X25519: answers are sealed to it. */
  readonly publicKey: Bytes;
  readonly asked: readonly { readonly id: string; readonly version: string }[];
  readonly language: string;
  /** As the therapist set them. */
  readonly contacts: readonly { readonly name: string; readonly reach: string; readonly note: string }[];
  /** Over all questions. */
  readonly next: number;
  readonly hasEnded: boolean;
}

export const encodeSheet = ({ publicKey, ...rest }: HandOverSheet): Bytes =>
  toUtf8(JSON.stringify({ v: 1, ...rest, publicKey: toHex(publicKey) }));

/** Null: the vault is not handed over, or what says so is not ours; then the lock screen is what is shown. */
export async function readSheet(tables: VaultStore): Promise<HandOverSheet | null> {
  const bytes = await tables.readSlot('hand-over');
  return bytes && decodeSheet(bytes);
}

export function decodeSheet(bytes: Uint8Array): HandOverSheet | null {
  const given = parsed(fromUtf8(bytes) ?? '');
  if (given === null || given['v'] !== 1) return null;
  const { checkInId, publicKey, asked, language, contacts, next, hasEnded } = given;
  const key = typeof publicKey === 'string' ? fromHex(publicKey) : null;
  const isWhole =
    key?.length === 32 &&
    typeof checkInId === 'string' &&
    /^[0-9a-f]{32}$/.test(checkInId) &&
    typeof language === 'string' &&
    typeof next === 'number' &&
    Number.isInteger(next) &&
    next >= 0 &&
    typeof hasEnded === 'boolean' &&
    areAll(asked, ['id', 'version']) &&
    areAll(contacts, ['name', 'reach', 'note']);
  // Every field was looked at just now.
  const sheet = { checkInId, publicKey: key, asked, language, contacts, next, hasEnded };
  return isWhole ? (sheet as HandOverSheet) : null;
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const areAll = (list: unknown, fields: readonly string[]): boolean =>
  Array.isArray(list) &&
  list.every((one: unknown) => isObject(one) && fields.every((field) => typeof one[field] === 'string'));
