// Finds a sealed reply in whatever text it stands in, and opens it with the seed of its check-in (H3).
import { bytesEqual, sha256, type Bytes } from './bytes.ts';
import { malformed, parse } from './binary.ts';
import { boxKey, publicKeyOf } from './check-in-box.ts';
import { fromBase64Url, fromHex, toHex, toUtf8 } from './text.ts';

const LONGEST = 4096;
const SKIPPED = 0xff;
/** An answer like any other, kept as −1 (PHQ-15's item on periods). */
const NOT_APPLICABLE = 0xfe;
const HIGHEST = 200;

export type ReplyReading =
  | {
      readonly kind: 'reply';
      readonly checkInId: string;
      readonly sealed: Bytes;
      readonly replyPrint: string;
    }
  | { readonly kind: 'too-long' | 'not-a-reply' | 'damaged' | 'newer' };

/** What a mail or a messenger may put between the letters of a reply. */
const between = /[\s>*"'`“”‘’\u200b\u00ad]+/;
const MARK = /(?<![\w-])SR(\d{1,4})\./;

/**
 * A reply out of the text it stands in. Where it ends is not written: it is as long as its checksum says, so that what follows
 * it (a greeting, a signature) does not matter. Refused before anything is decoded: more than 4 KB without an end.
 */
export async function readReply(text: string): Promise<ReplyReading> {
  const mark = MARK.exec(text);
  if (!mark) return { kind: text.trim().length > LONGEST ? 'too-long' : 'not-a-reply' };
  if (mark[1] !== '1') return { kind: 'newer' };
  const after = text.slice(mark.index + mark[0].length);
  let letters = '';
  for (const part of after.slice(0, LONGEST).split(between)) {
    letters += part;
    const reply = await whole(letters);
    if (reply) return reply;
  }
  return { kind: after.trim().length > LONGEST ? 'too-long' : 'damaged' };
}

const SHORTEST = 16 + 32 + 12 + 16 + 4;

async function whole(letters: string): Promise<Extract<ReplyReading, { kind: 'reply' }> | null> {
  const bytes = fromBase64Url(letters);
  if (!bytes || bytes.length < SHORTEST) return null;
  const sealed = bytes.slice(0, -4);
  const hash = await sha256(sealed);
  if (!bytesEqual(hash.subarray(0, 4), bytes.subarray(-4))) return null;
  return { kind: 'reply', checkInId: toHex(sealed.subarray(0, 16)), sealed, replyPrint: toHex(hash) };
}

export type ReplyOpening =
  | {
      readonly kind: 'opened';
      readonly answers: readonly (readonly (number | null)[])[];
      readonly answeredAt: string;
      readonly fragmentMatches: boolean;
    }
  | { readonly kind: 'not-for-this-key' | 'malformed' };

export async function openReply(
  { sealed, checkInId }: Extract<ReplyReading, { kind: 'reply' }>,
  seed: Bytes,
  expectFragment: string,
): Promise<ReplyOpening> {
  const [ephemeral, nonce, box] = [sealed.slice(16, 48), sealed.slice(48, 60), sealed.slice(60)];
  const recipient = await publicKeyOf(seed);
  const key = await boxKey(seed, ephemeral, fromHex(checkInId) ?? new Uint8Array(), { recipient, ephemeral });
  if (!key) return { kind: 'not-for-this-key' };
  let padded: Uint8Array;
  try {
    padded = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, box));
  } catch (error) {
    if (error instanceof DOMException) return { kind: 'not-for-this-key' };
    throw error;
  }
  const plain = padded.subarray(0, padded.lastIndexOf(0x80));
  const read = parse(plain, (reader) => {
    if (reader.u8() !== 1) malformed('another version');
    const print = reader.bytes(16);
    const answeredAt = reader.text16();
    if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(answeredAt) || Number.isNaN(Date.parse(answeredAt)))
      malformed('no instant');
    const answers = Array.from({ length: reader.u8() }, () =>
      Array.from({ length: reader.u8() }, () => {
        const value = reader.u8();
        if (value === SKIPPED) return null;
        if (value === NOT_APPLICABLE) return -1;
        return value <= HIGHEST ? value : malformed('no answer');
      }),
    );
    return { print, answeredAt, answers };
  });
  if (!read) return { kind: 'malformed' };
  const { print, ...given } = read;
  const expected = (await sha256(toUtf8(expectFragment))).subarray(0, 16);
  return { kind: 'opened', ...given, fragmentMatches: bytesEqual(print, expected) };
}
