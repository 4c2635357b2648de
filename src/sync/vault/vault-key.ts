// The device's vault key: 32 random bytes, stored only wrapped (K1). It is unwrapped to open the keyring, or to be
// wrapped anew (another passphrase, a passkey), and wiped after that.
import { randomBytes, type Bytes, type Random } from './bytes.ts';
import { idToBytes, type VaultId } from './ids.ts';
import { deriveWrappableAesKey } from './purposes.ts';

declare const brand: unique symbol;
export type VaultKey = Bytes & { readonly [brand]: 'VaultKey' };

export const VAULT_KEY_BYTES = 32;

export function newVaultKey(random: Random): VaultKey {
  return vaultKeyFromBytes(randomBytes(random, VAULT_KEY_BYTES));
}

/** For the wraps, which have just authenticated these bytes as a vault key. */
export function vaultKeyFromBytes(bytes: Bytes): VaultKey {
  if (bytes.length !== VAULT_KEY_BYTES) throw new RangeError('a vault key has 32 bytes');
  return bytes as VaultKey;
}

/**
 * The key that seals the keyring; it stays in memory while the vault is unlocked. Extractable, because a hand-over with a PIN
 * wraps it and drops it (pin-wrap.ts).
 */
export const keyringKeyOf = (vaultKey: VaultKey, vaultId: VaultId): Promise<CryptoKey> =>
  deriveWrappableAesKey(vaultKey, 'keyring', idToBytes(vaultId));
