// The side of a hand-over that runs while the vault is locked: it holds a public key and nothing else. Each answer is sealed as
// it is given and kept strictly before the next question is shown (H5).
import { sealAnswer } from '../vault/sealed-answer.ts';
import { encodeSheet, type HandOverSheet } from './hand-over-sheet.ts';
import { Turns } from './turns.ts';
import type { VaultPorts } from './vault-ports.ts';
import { assertStillWriter } from './write-slots.ts';

interface HandedOverDeps extends Pick<VaultPorts, 'tables' | 'random' | 'now'> {
  readonly isStillWriter: () => Promise<boolean>;
}

export class HandedOver {
  readonly #deps: HandedOverDeps;
  /** One answer after the other: the sheet never goes back. */
  readonly #turns = new Turns();
  #sheet: HandOverSheet;

  constructor(sheet: HandOverSheet, deps: HandedOverDeps) {
    this.#sheet = sheet;
    this.#deps = deps;
  }

  get sheet(): HandOverSheet {
    return this.#sheet;
  }

  /** Rejects if it could not be kept; the question stays then. An answer that is given again adds a row, and the last counts. */
  answer(index: number, value: number | null): Promise<void> {
    return this.#turns.take(async () => {
      const { tables, random, now, isStillWriter } = this.#deps;
      const { checkInId, publicKey } = this.#sheet;
      const sealed = await sealAnswer({ checkInId, publicKey, index, value, answeredAt: now() }, random);
      const sheet = { ...this.#sheet, next: Math.max(this.#sheet.next, index + 1) };
      await assertStillWriter(isStillWriter);
      await tables.keepAnswer({ checkInId, index, sealed }, encodeSheet(sheet));
      this.#sheet = sheet;
    });
  }

  /** Every question was shown: from now on only the therapist's door is there. */
  end(): Promise<void> {
    return this.#turns.take(async () => {
      const sheet = { ...this.#sheet, hasEnded: true };
      await assertStillWriter(this.#deps.isStillWriter);
      await this.#deps.tables.writeSlots({ 'hand-over': encodeSheet(sheet) });
      this.#sheet = sheet;
    });
  }
}
