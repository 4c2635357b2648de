// From a passphrase to 32 bytes, slowly (K1). The deriving function is an argument of everything that needs one (L4);
// the bounds are not: every record is held to them before a byte of memory is allocated.
import { ID_BYTES } from './ids.ts';
import { byteWriter, type ByteReader } from './binary.ts';
import { randomBytes, type Bytes, type Random } from './bytes.ts';

/** Argon2id version 1.3 (RFC 9106). Memory in KiB. */
export interface KdfHeader {
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
  /** 16 bytes. */
  readonly salt: Bytes;
}

export type KdfCost = Omit<KdfHeader, 'salt'>;

/** 32 bytes from a passphrase as typed. Rejects with an AbortError if the signal aborts. */
export type DeriveKey = (passphrase: string, header: KdfHeader, signal?: AbortSignal) => Promise<Uint8Array>;

export const KDF_FLOOR: KdfCost = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 1 };
export const KDF_CEILING: KdfCost = { memoryKiB: 256 * 1024, iterations: 10, parallelism: 4 };

export type KdfProblem =
  | 'memory-below-floor'
  | 'memory-above-ceiling'
  | 'iterations-below-floor'
  | 'iterations-above-ceiling'
  | 'parallelism-out-of-range';

/** Null if the cost lies between floor and ceiling; otherwise the first reason why not. */
export function kdfProblem(cost: KdfCost): KdfProblem | null {
  if (!(cost.memoryKiB >= KDF_FLOOR.memoryKiB)) return 'memory-below-floor';
  if (!(cost.memoryKiB <= KDF_CEILING.memoryKiB)) return 'memory-above-ceiling';
  if (!(cost.iterations >= KDF_FLOOR.iterations)) return 'iterations-below-floor';
  if (!(cost.iterations <= KDF_CEILING.iterations)) return 'iterations-above-ceiling';
  const lanes = cost.parallelism;
  return lanes >= KDF_FLOOR.parallelism && lanes <= KDF_CEILING.parallelism
    ? null
    : 'parallelism-out-of-range';
}

/** Unicode NFKC, no outer white space, inner runs of it one space (PROTOCOL 2.2). Case counts. */
export function normalisePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC').trim().replace(/\s+/gu, ' ');
}

export const newKdfHeader = (cost: KdfCost, random: Random): KdfHeader => ({
  memoryKiB: cost.memoryKiB,
  iterations: cost.iterations,
  parallelism: cost.parallelism,
  salt: randomBytes(random, ID_BYTES),
});

const ARGON2ID_V13 = 1;

/** 26 bytes. */
export function encodeKdfHeader(header: KdfHeader): Bytes {
  const writer = byteWriter().u8(ARGON2ID_V13).u32(header.memoryKiB).u32(header.iterations);
  return writer.u8(header.parallelism).bytes(header.salt).done();
}

/** Null for an algorithm that is not ours. */
export function readKdfHeader(reader: ByteReader): KdfHeader | null {
  const algorithm = reader.u8();
  const [memoryKiB, iterations, parallelism] = [reader.u32(), reader.u32(), reader.u8()];
  const header = { memoryKiB, iterations, parallelism, salt: reader.bytes(ID_BYTES) };
  return algorithm === ARGON2ID_V13 ? header : null;
}
