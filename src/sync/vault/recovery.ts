// The recovery sheet's keys: one 256-bit seed, two key pairs (K3, PROTOCOL 2.1).
import { byteWriter } from './binary.ts';
import { randomBytes, wipe, type Bytes, type Random } from './bytes.ts';
import { idToBytes, recoveryIdOf, type RecoveryId, type VaultId } from './ids.ts';
import { keyPairFromSeed, SEED_BYTES, type KeyPairSeed } from './key-pairs.ts';
import { deriveBytes } from './purposes.ts';
import { toUtf8 } from './text.ts';

export interface Recovery {
  readonly id: RecoveryId;
  readonly x25519PublicKey: Bytes;
  readonly ed25519PublicKey: Bytes;
}

export interface RecoveryWithSecrets extends Recovery {
  readonly x25519: KeyPairSeed;
  readonly ed25519: KeyPairSeed;
}

export const newRecoverySeed = (random: Random): Bytes => randomBytes(random, SEED_BYTES);

export async function recoveryFromSeed(seed: Uint8Array): Promise<RecoveryWithSecrets> {
  if (seed.length !== SEED_BYTES) throw new RangeError('a recovery seed has 32 bytes');
  const x25519 = await keyPairFromSeed('X25519', await deriveBytes(seed, 'recovery-x25519'));
  const ed25519 = await keyPairFromSeed('Ed25519', await deriveBytes(seed, 'recovery-ed25519'));
  return {
    id: await recoveryIdOf(ed25519.publicKey),
    x25519PublicKey: x25519.publicKey,
    ed25519PublicKey: ed25519.publicKey,
    x25519,
    ed25519,
  };
}

/** Hands the keys of a sheet to `use` and overwrites them afterwards; the seed stays with the caller. */
export async function useRecovery<Result>(
  seed: Uint8Array,
  use: (sheet: RecoveryWithSecrets) => Promise<Result>,
): Promise<Result> {
  const sheet = await recoveryFromSeed(seed);
  try {
    return await use(sheet);
  } finally {
    wipe(sheet.x25519.seed);
    wipe(sheet.ed25519.seed);
  }
}

/** What the sheet itself signs when it is registered, so that it knows its own vault again (PROTOCOL 7.7). */
export function countersignedBytes(
  vaultId: VaultId,
  generation: number,
  sheet: Pick<Recovery, 'x25519PublicKey' | 'ed25519PublicKey'>,
): Bytes {
  return byteWriter()
    .bytes(toUtf8('soundings/v1/recovery-key\0'))
    .bytes(idToBytes(vaultId))
    .u32(generation)
    .bytes(sheet.x25519PublicKey)
    .bytes(sheet.ed25519PublicKey)
    .done();
}
