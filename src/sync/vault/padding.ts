// Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", PETS 2019, section 4): sizes leak about
// log2 log2 L bits and grow by at most 12 %. Law: unpad(pad(x, floor), floor) = x, and nothing else unpads.
import { concatBytes, type Bytes } from './bytes.ts';
import { byteWriter } from './binary.ts';

const LENGTH_BYTES = 4;
/** Blobs, keyrings and rows (B2). */
export const FULL_FLOOR = 256;
/** Names. */
export const SHORT_FLOOR = 64;
export type PaddingFloor = typeof FULL_FLOOR | typeof SHORT_FLOOR;

const floorLog2 = (value: number): number => 31 - Math.clz32(value);

/** The padded size in bytes of something of `length` bytes, at least `floor`. */
export function padmeSize(length: number, floor: PaddingFloor): number {
  const size = Math.max(length, floor);
  const exponent = floorLog2(size);
  const step = 2 ** (exponent - (floorLog2(exponent) + 1));
  return Math.ceil(size / step) * step;
}

/** True if `size` is one that padding can give: `padmeSize` leaves its own results alone. */
export function isPaddedSize(size: number, floor: PaddingFloor): boolean {
  return size >= floor && padmeSize(size, floor) === size;
}

export function pad(plain: Uint8Array, floor: PaddingFloor): Bytes {
  const length = byteWriter().u32(plain.length).done();
  const used = LENGTH_BYTES + plain.length;
  return concatBytes(length, plain, new Uint8Array(padmeSize(used, floor) - used));
}

/** Null unless the size is the padded size of the stated length and all padding is zero. */
export function unpad(padded: Uint8Array, floor: PaddingFloor): Bytes | null {
  if (padded.length < floor) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const used = LENGTH_BYTES + length;
  if (used > padded.length || padmeSize(used, floor) !== padded.length) return null;
  // A plain loop: the caseload is a megabyte, and it is on the way from the passphrase to the screen.
  for (let at = used; at < padded.length; at += 1) if (padded[at] !== 0) return null;
  return new Uint8Array(padded.subarray(LENGTH_BYTES, used));
}
