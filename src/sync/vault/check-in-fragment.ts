// What stands behind the `#` of a check-in's link (H1): no name and no free text.
import { type Bytes, sha256 } from './bytes.ts';
import { byteWriter, malformed, parse } from './binary.ts';
import { fromBase64Url, fromHex, fromUtf8, toBase64Url, toHex, toUtf8 } from './text.ts';
import { loadWordList } from './word-list.ts';

const VERSION = 1;
const LONGEST = 2048;

export interface CheckInOffer {
  /** 32 hex digits. */
  readonly checkInId: string;
  readonly publicKey: Bytes;
  readonly asked: readonly { readonly id: string; readonly version: string }[];
  readonly language: string;
}

export function encodeFragment({ checkInId, publicKey, asked, language }: CheckInOffer): string {
  const id = fromHex(checkInId);
  if (id?.length !== 16) throw new RangeError('a check-in id has 16 bytes');
  const writer = byteWriter().u8(VERSION).bytes(id).bytes(publicKey);
  const short = (text: string): void => void writer.u8(text.length).bytes(toUtf8(text));
  short(language);
  writer.u8(asked.length);
  for (const { id: instrument, version } of asked) {
    short(instrument);
    short(version);
  }
  return toBase64Url(writer.done());
}

export type FragmentReading =
  { readonly kind: 'read'; readonly offer: CheckInOffer } | { readonly kind: 'damaged' | 'newer' };

export function readFragment(text: string): FragmentReading {
  const bytes = text.length <= LONGEST ? fromBase64Url(text) : null;
  if (!bytes || bytes.length === 0) return { kind: 'damaged' };
  if ((bytes[0] ?? 0) > VERSION) return { kind: 'newer' };
  const offer = parse(bytes, (reader): CheckInOffer => {
    if (reader.u8() !== VERSION) malformed('another version');
    const checkInId = toHex(reader.bytes(16));
    const publicKey = reader.bytes(32);
    const short = (): string => fromUtf8(reader.bytes(reader.u8())) ?? malformed('not text');
    const language = short();
    const asked = Array.from({ length: reader.u8() }, () => ({ id: short(), version: short() }));
    return { checkInId, publicKey, asked, language };
  });
  return offer ? { kind: 'read', offer } : { kind: 'damaged' };
}

/** 66 bits of SHA-256 of the fragment as six words of the BIP-39 list (H2). */
export async function sixWords(fragment: string): Promise<readonly string[]> {
  const [list, hash] = await Promise.all([loadWordList(), sha256(toUtf8(fragment))]);
  const bits = Array.from(hash, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from(
    { length: 6 },
    (_, at) => list[Number.parseInt(bits.slice(at * 11, at * 11 + 11), 2)] ?? '',
  );
}
