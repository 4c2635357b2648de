// Passphrase, passkey and recovery sheet of the open vault.
import type { PassphraseChange, PasskeyAddition, VaultSession } from '../../sync/index.ts';
import { pickBelow } from './pick-below.ts';
import { RecoveryCheck } from './recovery-check.svelte.ts';

export class KeysState {
  readonly #session: VaultSession;
  #hasPasskey = $state(false);
  #isSheetKept = $state(true);

  constructor(session: VaultSession) {
    this.#session = session;
  }

  /** Looks what there is; called when the practice opens. */
  async look(): Promise<void> {
    this.#hasPasskey = await this.#session.access.hasPasskey();
    this.#isSheetKept = await this.#session.access.isSheetKept();
  }

  get hasPasskey(): boolean {
    return this.#hasPasskey;
  }

  /** True once the words of the current sheet were asked for and given right. */
  get isSheetKept(): boolean {
    return this.#isSheetKept;
  }

  get vaultId(): string {
    return this.#session.vaultId;
  }

  get deviceId(): string {
    return this.#session.deviceId;
  }

  changePassphrase(current: string, next: string): Promise<PassphraseChange> {
    return this.#session.access.changePassphrase(current, next);
  }

  /** Adding needs the passphrase again: the vault key is not kept in memory (K1). */
  async addPasskey(passphrase: string): Promise<PasskeyAddition> {
    const outcome = await this.#session.access.addPasskey(passphrase);
    if (outcome.kind === 'added') this.#hasPasskey = true;
    return outcome;
  }

  async removePasskey(): Promise<void> {
    await this.#session.access.removePasskey();
    this.#hasPasskey = false;
  }

  /** A new sheet replaces the old one, whose words then open nothing that is sealed from now on. */
  async newRecoverySheet(): Promise<RecoveryCheck> {
    const sheet = await this.#session.access.newRecoverySheet();
    this.#isSheetKept = false;
    return this.checkOf(sheet);
  }

  checkOf(sheet: { readonly words: readonly string[]; readonly qrText: string }): RecoveryCheck {
    this.#isSheetKept = false;
    return new RecoveryCheck(sheet, pickBelow, async () => {
      await this.#session.access.noteSheetKept();
      this.#isSheetKept = true;
    });
  }
}
