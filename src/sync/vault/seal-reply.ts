// Seals a client's answers to the key that the link gives (H3). The only file of the vault that the check-in page imports.
import { randomBytes, sha256, type Bytes, type Random } from './bytes.ts';
import { byteWriter } from './binary.ts';
import { boxKey, PAYLOAD_BLOCK, publicKeyOf } from './check-in-box.ts';
import { readFragment } from './check-in-fragment.ts';
import { fromHex, toBase64Url, toUtf8 } from './text.ts';

export { readFragment, sixWords, type CheckInOffer } from './check-in-fragment.ts';

const SKIPPED = 0xff;
/** "Not applicable", which is an answer (clinical/scoring/offered-answers.ts). */
const NOT_APPLICABLE = 0xfe;
const HIGHEST = 200;

function toByte(answer: number | null): number {
  if (answer === null) return SKIPPED;
  if (answer === -1) return NOT_APPLICABLE;
  if (!Number.isInteger(answer) || answer < 0 || answer > HIGHEST) throw new RangeError('not an answer');
  return answer;
}

export interface Answered {
  readonly fragment: string;
  readonly answers: readonly (readonly (number | null)[])[];
  /** UTC, ISO 8601. */
  readonly answeredAt: string;
  readonly random: Random;
}

export async function sealReply({ fragment, answers, answeredAt, random }: Answered): Promise<string> {
  const read = readFragment(fragment);
  if (read.kind !== 'read') throw new Error('not a fragment');
  const { checkInId, publicKey } = read.offer;
  const id = fromHex(checkInId) ?? new Uint8Array();
  const ephemeralSeed = randomBytes(random, 32);
  const ephemeral = await publicKeyOf(ephemeralSeed);
  const key = await boxKey(ephemeralSeed, publicKey, id, { recipient: publicKey, ephemeral });
  if (!key) throw new Error('a public key that is refused');
  const print = (await sha256(toUtf8(fragment))).subarray(0, 16);
  const payload = byteWriter().u8(1).bytes(print).text16(answeredAt).u8(answers.length);
  for (const given of answers) {
    payload.u8(given.length);
    for (const answer of given) payload.u8(toByte(answer));
  }
  const plain = payload.done();
  const padded: Bytes = new Uint8Array(Math.ceil((plain.length + 1) / PAYLOAD_BLOCK) * PAYLOAD_BLOCK);
  padded.set(plain);
  padded[plain.length] = 0x80;
  const nonce = randomBytes(random, 12);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, padded));
  const body = byteWriter().bytes(id).bytes(ephemeral).bytes(nonce).bytes(sealed).done();
  const check = (await sha256(body)).subarray(0, 4);
  return `SR1.${toBase64Url(byteWriter().bytes(body).bytes(check).done())}`;
}
