// An epoch of the vault: a random root under an id that commits to it (R2, PROTOCOL 7.4). Whoever holds only the id can
// tell a genuine root from a forged one.
import { byteWriter } from './binary.ts';
import { bytesEqual, randomBytes, type Bytes, type Random } from './bytes.ts';
import { hashToId, type EpochId } from './ids.ts';
import { deriveBytes } from './purposes.ts';
import { toUtf8 } from './text.ts';

export const ROOT_BYTES = 32;

export interface EpochRoot {
  readonly id: EpochId;
  /** From 1; the highest usable one is written under. */
  readonly counter: number;
  readonly root: Bytes;
}

export async function newEpochRoot(counter: number, random: Random): Promise<EpochRoot> {
  const root = randomBytes(random, ROOT_BYTES);
  return { id: await epochIdOf(await commitmentTo(root), counter), counter, root };
}

/** 32 public bytes that commit to a root and tell nothing about it. */
export const commitmentTo = (root: Uint8Array): Promise<Bytes> => deriveBytes(root, 'epoch-commitment');

export function epochIdOf(commitment: Uint8Array, counter: number): Promise<EpochId> {
  const hashed = byteWriter().bytes(toUtf8('soundings/v1/epoch-id\0')).bytes(commitment).u32(counter).done();
  return hashToId<EpochId>(hashed);
}

/** True if the id is the one of this root and counter. */
export async function rootMatchesId(epoch: EpochRoot): Promise<boolean> {
  return (await epochIdOf(await commitmentTo(epoch.root), epoch.counter)) === epoch.id;
}

/** Throws if one id comes with two roots: one of them was never checked. */
export function isSameEpoch(a: EpochRoot, b: EpochRoot): boolean {
  if (a.id !== b.id) return false;
  if (!bytesEqual(a.root, b.root)) throw new Error('two roots for one epoch');
  return true;
}
