// The ways into an unlocked vault, changed from inside: passphrase, passkey, recovery sheet (K1, K3). The vault key is not
// kept in memory, so each change asks for the passphrase again.
import { replaceSheet } from '../registry/register-sheet.ts';
import { deviceSigner } from '../registry/statement.ts';
import { useAndWipe } from '../vault/bytes.ts';
import { makePasskey, type Credentials } from '../vault/passkey.ts';
import { wrapWithPasskey } from '../vault/passkey-wrap.ts';
import { unwrapWithPassphrase, wrapWithPassphrase } from '../vault/passphrase-wrap.ts';
import { withEpoch } from '../vault/key-bundle.ts';
import { newRecoverySeed, useRecovery } from '../vault/recovery.ts';
import { recoveryQrText, recoveryWords } from '../vault/recovery-words.ts';
import type { VaultKey } from '../vault/vault-key.ts';
import { readPreferences, writePreferences } from './preferences.ts';
import type { VaultSession } from './vault-session.ts';
import { writeSlots } from './write-slots.ts';

export type AccessTrouble =
  | { readonly kind: 'wrong-passphrase' }
  /** The wrapped key on this device is damaged or out of bounds; the recovery sheet and a backup are the way. */
  | { readonly kind: 'unusable'; readonly reason: string };

export type PassphraseChange = { readonly kind: 'changed' } | AccessTrouble;
export type PasskeyAddition =
  | { readonly kind: 'added' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-supported'; readonly why: 'no-webauthn' | 'no-prf' }
  | AccessTrouble;

export interface RecoverySheet {
  readonly words: readonly string[];
  readonly qrText: string;
}

type VaultKeyAsked = { readonly kind: 'opened'; readonly vaultKey: VaultKey } | AccessTrouble;

export class VaultAccess {
  readonly #session: VaultSession;

  constructor(session: VaultSession) {
    this.#session = session;
  }

  async #askVaultKey(passphrase: string): Promise<VaultKeyAsked> {
    const { tables, deriveKey } = this.#session.deps;
    const record = await tables.readSlot('wrap-passphrase');
    if (!record) return { kind: 'unusable', reason: 'missing' };
    const unwrapped = await unwrapWithPassphrase(record, passphrase, deriveKey);
    if (unwrapped.kind === 'opened' || unwrapped.kind === 'wrong-passphrase') return unwrapped;
    return { kind: 'unusable', reason: unwrapped.reason };
  }

  /** Wraps the same vault key anew. Old disk images and backups still open with the old passphrase (K6). */
  async changePassphrase(current: string, next: string): Promise<PassphraseChange> {
    const asked = await this.#askVaultKey(current);
    if (asked.kind !== 'opened') return asked;
    const { deriveKey, kdfCost, random } = this.#session.deps;
    const { vaultId } = this.#session;
    const wrap = await useAndWipe(asked.vaultKey, async (vaultKey) =>
      wrapWithPassphrase(vaultKey, vaultId, next, await kdfCost(), deriveKey, random),
    );
    await writeSlots(this.#session.deps, { 'wrap-passphrase': wrap });
    await this.#session.audit.note('passphrase-changed');
    return { kind: 'changed' };
  }

  async hasPasskey(): Promise<boolean> {
    return (await this.#session.deps.tables.readSlot('wrap-passkey')) !== null;
  }

  async addPasskey(passphrase: string): Promise<PasskeyAddition> {
    const { credentials } = this.#session.deps;
    if (!credentials) return { kind: 'not-supported', why: 'no-webauthn' };
    const asked = await this.#askVaultKey(passphrase);
    if (asked.kind !== 'opened') return asked;
    return useAndWipe(asked.vaultKey, (vaultKey) => this.#wrapWithNewPasskey(vaultKey, credentials));
  }

  async #wrapWithNewPasskey(vaultKey: VaultKey, credentials: Credentials): Promise<PasskeyAddition> {
    const { random } = this.#session.deps;
    const made = await makePasskey(credentials, random);
    if (made.kind === 'cancelled') return made;
    if (made.kind !== 'made') return { kind: 'not-supported', why: 'no-prf' };
    const { vaultId } = this.#session;
    const wrap = await useAndWipe(made.prfOutput, (prfOutput) =>
      wrapWithPasskey(vaultKey, vaultId, made.passkey, prfOutput, random),
    );
    await writeSlots(this.#session.deps, { 'wrap-passkey': wrap });
    await this.#session.audit.note('passkey-added');
    return { kind: 'added' };
  }

  /** Forgets the wrap; the passkey itself stays in the authenticator and opens nothing any more. */
  async removePasskey(): Promise<void> {
    await writeSlots(this.#session.deps, { 'wrap-passkey': null });
    await this.#session.audit.note('passkey-removed');
  }

  async isSheetKept(): Promise<boolean> {
    const { tables, keys } = this.#session.deps;
    const { keptSheetId } = await readPreferences(tables, keys);
    return keptSheetId !== null && keptSheetId === keys.registry.recoveryKey?.id;
  }

  /** Called when the words of the current sheet were asked for and given right. */
  async noteSheetKept(): Promise<void> {
    const { keys } = this.#session.deps;
    await writePreferences(this.#session.deps, { keptSheetId: keys.registry.recoveryKey?.id ?? null });
    await this.#session.audit.note('sheet-kept');
  }

  /**
   * A new sheet in the place of the old one. A new epoch begins that the old sheet cannot open; its root is kept before the
   * statements that name it, so that this device can never be left without it.
   */
  newRecoverySheet(): Promise<RecoverySheet> {
    return useAndWipe(newRecoverySeed(this.#session.deps.random), (seed) => this.#replaceSheet(seed));
  }

  async #replaceSheet(seed: Uint8Array): Promise<RecoverySheet> {
    const { keys, random, now } = this.#session.deps;
    const signer = await deviceSigner(keys.keyring.device);
    const signing = { vaultId: this.#session.vaultId, signer, random, now };
    const { newStatements, epoch } = await useRecovery(seed, (recovery) =>
      replaceSheet(keys.registry, recovery, keys.keyring.epochs, signing),
    );
    await this.#session.keyring.change((keyring) => withEpoch(keyring, epoch));
    await this.#session.addStatements(newStatements);
    // Once more, as it is: now it is sealed to the new sheet.
    await this.#session.keyring.change((keyring) => keyring);
    await this.#session.audit.note('sheet-made');
    return { words: await recoveryWords(seed), qrText: await recoveryQrText(seed) };
  }
}
