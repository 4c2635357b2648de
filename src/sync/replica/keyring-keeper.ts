// The keyring on disk: every change is kept durably, sealed for this device and for the recovery sheet in one transaction,
// before anything is sealed under it (K2–K4). Changes come one after the other, each on what the one before left.
import type { Random } from '../vault/bytes.ts';
import { sealKeyring, type Keyring } from '../vault/keyring.ts';
import { sealForRecovery } from '../vault/recovery-keyring.ts';
import { asDocId } from './as-doc-id.ts';
import type { UnlockedKeys } from './unlocked-keys.ts';
import { writeSlots, type SlotWriting } from './write-slots.ts';
import { Turns } from './turns.ts';

export interface KeeperDeps extends SlotWriting {
  readonly keys: UnlockedKeys;
  readonly keyringKey: CryptoKey;
  readonly random: Random;
}

export class KeyringKeeper {
  readonly #deps: KeeperDeps;
  readonly #turns = new Turns();

  constructor(deps: KeeperDeps) {
    this.#deps = deps;
  }

  /** Rejects if it could not be kept; then the keyring in memory is as it was. */
  change(change: (keyring: Keyring) => Keyring): Promise<void> {
    return this.#turns.take(() => this.#write(change(this.#deps.keys.keyring)));
  }

  async #write(keyring: Keyring): Promise<void> {
    const { keys, keyringKey, random } = this.#deps;
    const sheet = keys.registry.recoveryKey;
    await writeSlots(this.#deps, {
      keyring: await sealKeyring(keyring, keyringKey, random),
      'keyring-recovery': sheet ? await sealForRecovery(keyring, keyring.vaultId, sheet, random) : null,
    });
    keys.keyring = keyring;
  }

  /** Makes a key for each new client. Ids are 32 hex digits. */
  addClientKeys(ids: readonly string[]): Promise<void> {
    return this.change((keyring) => {
      const clientKeys = new Map(keyring.clientKeys);
      for (const id of ids) clientKeys.set(asDocId(id), new Uint8Array(this.#deps.random(32)));
      return { ...keyring, clientKeys };
    });
  }

  hasKeyFor(id: string): boolean {
    return this.#deps.keys.keyring.clientKeys.has(asDocId(id));
  }
}
