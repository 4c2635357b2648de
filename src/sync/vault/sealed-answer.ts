// One answer of a hand-over, sealed to the check-in's public key (H5). Bound to the check-in and the question; every answer has
// the same length, a skipped one too.
import { concatBytes, type Bytes, type Random } from './bytes.ts';
import { keyPairFromSeed } from './key-pairs.ts';
import { openSealedBox, sealToPublicKey } from './sealed-box.ts';
import { fromHex, fromUtf8, toUtf8 } from './text.ts';

export interface Answer {
  readonly checkInId: string;
  /** Over all questions of the check-in. */
  readonly index: number;
  /** Null: skipped. */
  readonly value: number | null;
  /** UTC. */
  readonly answeredAt: string;
}

const LENGTH = 64;

function boundTo({ checkInId, index }: Pick<Answer, 'checkInId' | 'index'>): Bytes {
  const id = fromHex(checkInId);
  if (id?.length !== 16) throw new RangeError('a check-in id has 16 bytes');
  return concatBytes(id, new Uint8Array([index >> 8, index & 0xff]));
}

export function sealAnswer(answer: Answer & { readonly publicKey: Bytes }, random: Random): Promise<Bytes> {
  const plain = toUtf8(JSON.stringify([answer.value, answer.answeredAt]).padEnd(LENGTH));
  return sealToPublicKey(answer.publicKey, 'box/hand-over', boundTo(answer), plain, random);
}

/** Null if it was sealed to another key, for another question, or a byte of it changed. */
export async function openAnswer(
  at: Pick<Answer, 'checkInId' | 'index'>,
  sealed: Uint8Array,
  seed: Uint8Array,
): Promise<Answer | null> {
  const pair = await keyPairFromSeed('X25519', seed);
  const plain = await openSealedBox(pair, 'box/hand-over', boundTo(at), sealed);
  const text = plain && fromUtf8(plain);
  // Whoever holds the tablet holds the public key too: what opens need not be ours.
  const [, value, answeredAt] =
    /^\[(-?\d{1,6}|null),"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"\] *$/.exec(text ?? '') ?? [];
  if (value === undefined || answeredAt === undefined) return null;
  return { ...at, value: value === 'null' ? null : Number(value), answeredAt };
}
