// What a vault needs of the world around it. All of it comes in as arguments, so that the same code runs over a browser's
// storage, over memory (the example caseload) and in tests (L4).
import type { DocumentStore } from '../store/document-store.ts';
import type { VaultStore } from '../store/vault-store.ts';
import type { Random } from '../vault/bytes.ts';
import type { DeriveKey, KdfCost } from '../vault/kdf.ts';
import type { Credentials } from '../vault/passkey.ts';

export interface VaultPorts {
  readonly tables: VaultStore;
  readonly documents: DocumentStore;
  readonly deriveKey: DeriveKey;
  /** What a new wrap may cost on this device: about 0.7 s, never below the floor (K1). */
  readonly kdfCost: () => Promise<KdfCost>;
  /** Null where the browser has no WebAuthn. */
  readonly credentials: Credentials | null;
  readonly random: Random;
  /** UTC instant, ISO 8601. */
  readonly now: () => string;
}
