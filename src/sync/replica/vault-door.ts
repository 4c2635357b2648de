// The ways into a vault: look, found, unlock, restore. Each outcome that a person can meet is an arm of a union; nothing is
// written before everything that is needed has been checked.
import { foundVault } from '../registry/found-vault.ts';
import { readRegistry } from '../registry/read-registry.ts';
import type { RegistryView } from '../registry/registry-view.ts';
import { useAndWipe, wipe } from '../vault/bytes.ts';
import { openKeyring, sealKeyring, type Keyring } from '../vault/keyring.ts';
import { askPasskey } from '../vault/passkey.ts';
import { readPasskeyWrap, unwrapWithPasskey } from '../vault/passkey-wrap.ts';
import { unwrapWithPassphrase, wrapWithPassphrase } from '../vault/passphrase-wrap.ts';
import { recoveryQrText, recoveryWords } from '../vault/recovery-words.ts';
import { sealForRecovery } from '../vault/recovery-keyring.ts';
import type { VaultId } from '../vault/ids.ts';
import { toUtf8 } from '../vault/text.ts';
import { keyringKeyOf, newVaultKey } from '../vault/vault-key.ts';
import { readLockedVault, type LockedVault } from './read-locked-vault.ts';
import { UnlockedKeys } from './unlocked-keys.ts';
import type { VaultPorts } from './vault-ports.ts';
import { VaultSession } from './vault-session.ts';
import { assertStillWriter } from './write-slots.ts';

/** Why a vault that is here cannot be opened; the recovery sheet and a backup are the way then. */
export type UnlockTrouble =
  /** Key-derivation parameters below the floor or above the ceiling (K1), refused before anything is computed. */
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'damaged';
      readonly what: 'passphrase-wrap' | 'passkey-wrap' | 'keyring' | 'statements';
      readonly reason: string;
    }
  | { readonly kind: 'newer-version'; readonly what: 'passphrase-wrap' | 'passkey-wrap' | 'keyring' };

export type UnlockOutcome =
  | { readonly kind: 'open'; readonly session: VaultSession }
  | { readonly kind: 'wrong-passphrase' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-supported' }
  | UnlockTrouble;

export interface FoundedVault {
  readonly session: VaultSession;
  /** 24 words, shown once (K3). */
  readonly recoveryWords: readonly string[];
  readonly recoveryQr: string;
}

/** The writer's hold on this origin (P3), as far as a session needs it. */
export interface WriterHold {
  isStillWriter(): Promise<boolean>;
}

export class VaultDoor {
  readonly ports: VaultPorts;
  readonly #hold: WriterHold;
  readonly #isThrowAway: boolean;

  constructor(ports: VaultPorts, hold: WriterHold, isThrowAway: boolean) {
    this.ports = ports;
    this.#hold = hold;
    this.#isThrowAway = isThrowAway;
  }

  /** Makes a new vault with this device as its founder (R1). Durable when resolved. */
  async found(passphrase: string): Promise<FoundedVault> {
    const { random, now } = this.ports;
    const { keyring, statements, recovery, recoverySeed } = await foundVault({ random, now });
    wipe(recovery.x25519.seed);
    wipe(recovery.ed25519.seed);
    return useAndWipe(recoverySeed, async () => ({
      session: await this.settle(keyring, statements, passphrase, 'vault-made'),
      recoveryWords: await recoveryWords(recoverySeed),
      recoveryQr: await recoveryQrText(recoverySeed),
    }));
  }

  /**
   * Keeps a vault on this device: statements first, then every key slot in one transaction, of which the vault's id is the
   * one that makes it exist. Used by founding and by restoring.
   */
  async settle(
    keyring: Keyring,
    statements: readonly Uint8Array[],
    passphrase: string,
    why: 'vault-made' | 'restored',
  ): Promise<VaultSession> {
    const { tables, deriveKey, kdfCost, random } = this.ports;
    const reading = await readRegistry(statements, keyring.vaultId);
    if (reading.kind !== 'read') throw new Error('these statements found no vault');
    const registry = reading.view;
    const { vaultId } = keyring;
    const { wrap, keyringKey } = await useAndWipe(newVaultKey(random), async (vaultKey) => ({
      wrap: await wrapWithPassphrase(vaultKey, vaultId, passphrase, await kdfCost(), deriveKey, random),
      keyringKey: await keyringKeyOf(vaultKey, vaultId),
    }));
    await assertStillWriter(() => this.#hold.isStillWriter());
    await tables.addStatements(statements);
    await tables.writeSlots({
      'wrap-passphrase': wrap,
      'wrap-passkey': null,
      keyring: await sealKeyring(keyring, keyringKey, random),
      'keyring-recovery': registry.recoveryKey
        ? await sealForRecovery(keyring, keyring.vaultId, registry.recoveryKey, random)
        : null,
      'vault-id': toUtf8(keyring.vaultId),
    });
    const session = await this.#begin(keyring, keyringKey, registry, { statements, summaries: null });
    await session.audit.note(why);
    return session;
  }

  async unlock(passphrase: string): Promise<UnlockOutcome> {
    const wrap = this.ports.tables.readSlot('wrap-passphrase');
    const locked = readLockedVault(this.ports.tables);
    const record = await wrap;
    if (!record) return { kind: 'damaged', what: 'passphrase-wrap', reason: 'missing' };
    const unwrapped = await unwrapWithPassphrase(record, passphrase, this.ports.deriveKey);
    switch (unwrapped.kind) {
      case 'opened':
        return useAndWipe(unwrapped.vaultKey, (vaultKey) =>
          this.#open((vaultId) => keyringKeyOf(vaultKey, vaultId), locked, 'unlocked'),
        );
      case 'wrong-passphrase':
        return unwrapped;
      case 'refused':
        return unwrapped.reason === 'newer-version'
          ? { kind: 'newer-version', what: 'passphrase-wrap' }
          : { kind: 'refused', reason: unwrapped.reason };
      case 'damaged':
        return { kind: 'damaged', what: 'passphrase-wrap', reason: unwrapped.reason };
    }
  }

  async unlockWithPasskey(): Promise<UnlockOutcome> {
    const { tables, credentials, random } = this.ports;
    const record = await tables.readSlot('wrap-passkey');
    if (!record || !credentials) return { kind: 'not-supported' };
    const wrap = await readPasskeyWrap(record);
    if (wrap.kind === 'refused') return { kind: 'newer-version', what: 'passkey-wrap' };
    if (wrap.kind === 'damaged') return { kind: 'damaged', what: 'passkey-wrap', reason: wrap.reason };
    const locked = readLockedVault(tables);
    const asked = await askPasskey(credentials, wrap.passkey, random);
    if (asked.kind === 'cancelled') return asked;
    if (asked.kind !== 'answered') return { kind: 'not-supported' };
    const unwrapped = await useAndWipe(asked.prfOutput, (prfOutput) => unwrapWithPasskey(record, prfOutput));
    if (unwrapped.kind === 'opened')
      return useAndWipe(unwrapped.vaultKey, (vaultKey) =>
        this.#open((vaultId) => keyringKeyOf(vaultKey, vaultId), locked, 'unlocked-by-passkey'),
      );
    const reason = unwrapped.kind === 'damaged' ? unwrapped.reason : unwrapped.kind;
    return { kind: 'damaged', what: 'passkey-wrap', reason };
  }

  /** With the keyring's key that a hand-over's PIN has just given back (H5). */
  unlockAfterHandOver(keyringKey: CryptoKey): Promise<UnlockOutcome> {
    const keyIsHere = (): Promise<CryptoKey> => Promise.resolve(keyringKey);
    return this.#open(keyIsHere, readLockedVault(this.ports.tables), 'unlocked-by-pin');
  }

  async #open(
    keyringKeyFor: (vaultId: VaultId) => Promise<CryptoKey>,
    locked: LockedVault,
    how: 'unlocked' | 'unlocked-by-passkey' | 'unlocked-by-pin',
  ): Promise<UnlockOutcome> {
    const [record, identity] = await Promise.all([locked.keyring, locked.registry]);
    if (!identity || !record) return { kind: 'damaged', what: 'keyring', reason: 'missing' };
    const keyringKey = await keyringKeyFor(identity.vaultId);
    const { statements, reading } = identity;
    const opening = await openKeyring(record, keyringKey);
    if (opening.kind === 'refused') return { kind: 'newer-version', what: 'keyring' };
    if (opening.kind === 'damaged') return { kind: 'damaged', what: 'keyring', reason: opening.reason };
    if (reading.kind !== 'read') return { kind: 'damaged', what: 'statements', reason: reading.kind };
    const { currentEpoch } = reading.view;
    if (!opening.keyring.epochs.some(({ id }) => id === currentEpoch?.id)) {
      return { kind: 'damaged', what: 'statements', reason: 'no-epoch' };
    }
    const session = await this.#begin(opening.keyring, keyringKey, reading.view, {
      statements,
      summaries: locked.summaries,
    });
    session.alongside(session.audit.noteWhenThereIsRoom(how));
    return { kind: 'open', session };
  }

  async #begin(
    keyring: Keyring,
    keyringKey: CryptoKey,
    registry: RegistryView,
    {
      statements,
      summaries,
    }: {
      readonly statements: readonly Uint8Array[];
      readonly summaries: LockedVault['summaries'] | null;
    },
  ): Promise<VaultSession> {
    const keys = await UnlockedKeys.of(keyring, registry, this.ports.random);
    const deps = {
      ...this.ports,
      keys,
      keyringKey,
      statements,
      isStillWriter: () => this.#hold.isStillWriter(),
      isThrowAway: this.#isThrowAway,
    };
    return VaultSession.begin(deps, summaries);
  }
}
