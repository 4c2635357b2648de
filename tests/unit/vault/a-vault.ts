// One made-up vault for the vault's tests: everything from seeds, so that its bytes are the same each time.
import { concatBytes } from '../../../src/sync/vault/bytes.ts';
import { newDevice } from '../../../src/sync/vault/device.ts';
import { newEpochRoot } from '../../../src/sync/vault/epoch-root.ts';
import { idFromBytes, vaultIdOf, type DocId, type SessionId } from '../../../src/sync/vault/ids.ts';
import { newCacheKey, type Keyring } from '../../../src/sync/vault/keyring.ts';
import { recoveryFromSeed } from '../../../src/sync/vault/recovery.ts';
import { seededRandom } from './seeded-random.ts';

export const anId = <I extends DocId | SessionId>(byte: number): I =>
  idFromBytes<I>(new Uint8Array(16).fill(byte));

export async function aKeyring(seed = 7, clients = 3): Promise<Keyring> {
  const random = seededRandom(seed);
  const device = await newDevice(random);
  const epochs = [await newEpochRoot(1, random), await newEpochRoot(2, random)];
  const clientKeys = new Map(
    Array.from({ length: clients }, (_, i) => [anId<DocId>(i + 1), concatBytes(random(32))] as const),
  );
  return { vaultId: await vaultIdOf(device), device, epochs, clientKeys, cacheKey: newCacheKey(random) };
}

export const aSheet = (byte = 5) => recoveryFromSeed(new Uint8Array(32).fill(byte));
