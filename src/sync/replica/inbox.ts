// What came back with the tablet (H5): rows sealed to a check-in's key, opened with its seed. Nothing is taken out before the
// therapist's record holds it, or they have said that it may go.
import { concatBytes, sha256 } from '../vault/bytes.ts';
import { PinWrap } from '../vault/pin-wrap.ts';
import { keyPairFromSeed } from '../vault/key-pairs.ts';
import { openAnswer } from '../vault/sealed-answer.ts';
import { toHex } from '../vault/text.ts';
import { asDocId } from './as-doc-id.ts';
import { encodeSheet, readSheet, type HandOverSheet } from './hand-over-sheet.ts';
import { readPreferences, writePreferences, type HandOverMark } from './preferences.ts';
import type { VaultSessionDeps } from './vault-session.ts';
import { writeSlots } from './write-slots.ts';

export type HandOverOffer = Omit<HandOverSheet, 'publicKey'> & { readonly clientId: string };

export interface Given {
  /** By the index of the question, over all; null: skipped. The last of several. */
  readonly byIndex: ReadonlyMap<number, number | null>;
  /** UTC, of the last answer; null: nothing was answered. */
  readonly lastAt: string | null;
  /** SHA-256 of everything that lies there, hex: the same rows make the same entries. */
  readonly print: string;
  /** Rows that do not open. */
  readonly unreadable: number;
}

export class Inbox {
  readonly #deps: VaultSessionDeps;
  readonly #noteHandedOver: () => Promise<void>;

  constructor(deps: VaultSessionDeps, noteHandedOver: () => Promise<void>) {
    this.#deps = deps;
    this.#noteHandedOver = noteHandedOver;
  }

  /** Durable when resolved: from the next start on the tablet asks this. The caller locks. */
  async handOver({ clientId, ...offer }: HandOverOffer): Promise<HandOverSheet> {
    const { keys } = this.#deps;
    const seed = await keys.checkInSeed(asDocId(clientId), offer.checkInId);
    if (seed === null) throw new Error('the key of this client is not here');
    const { publicKey } = await keyPairFromSeed('X25519', seed);
    const sheet = { ...offer, publicKey };
    const others = (await this.waiting()).filter(({ checkInId }) => checkInId !== offer.checkInId);
    const mark: HandOverMark = { checkInId: offer.checkInId, clientId, hasEnded: false };
    const handOvers = [...others, mark];
    await writePreferences(this.#deps, { handOvers }, { 'hand-over': encodeSheet(sheet) });
    await this.#noteHandedOver();
    return sheet;
  }

  /** The one key that stays in memory while the tablet is away, under a PIN. */
  pinWrap(pin: string, monotonicNow: () => number): Promise<PinWrap> {
    const { keyringKey, deriveKey, random } = this.#deps;
    return PinWrap.of(keyringKey, pin, { deriveKey, random, monotonicNow });
  }

  /** The tablet is back: the next start shows the lock screen again. Gives what came back, null if nothing was handed over. */
  async takeBack(): Promise<HandOverMark | null> {
    const { tables } = this.#deps;
    const sheet = await readSheet(tables);
    if (sheet === null) return null;
    const marks = (await this.waiting()).map((mark) =>
      mark.checkInId === sheet.checkInId ? { ...mark, hasEnded: sheet.hasEnded } : mark,
    );
    await writePreferences(this.#deps, { handOvers: marks }, { 'hand-over': null });
    return marks.find(({ checkInId }) => checkInId === sheet.checkInId) ?? null;
  }

  /** Hand-overs of which nothing was decided yet. */
  async waiting(): Promise<readonly HandOverMark[]> {
    return (await readPreferences(this.#deps.tables, this.#deps.keys)).handOvers;
  }

  async given({ checkInId, clientId }: HandOverMark): Promise<Given> {
    const { tables, keys } = this.#deps;
    const seed = await keys.checkInSeed(asDocId(clientId), checkInId);
    if (seed === null) throw new Error('the key of this client is not here');
    const rows = (await tables.readInbox()).filter((row) => row.checkInId === checkInId);
    const answers = await Promise.all(rows.map((row) => openAnswer(row, row.sealed, seed)));
    const opened = answers.filter((answer) => answer !== null);
    return {
      byIndex: new Map(opened.map(({ index, value }) => [index, value])),
      lastAt: opened.at(-1)?.answeredAt ?? null,
      print: toHex(await sha256(concatBytes(...rows.map(({ sealed }) => sealed)))),
      unreadable: rows.length - opened.length,
    };
  }

  /** It is in the record, or may go. */
  async finish(checkInId: string): Promise<void> {
    const marks = await this.waiting();
    await this.#deps.tables.clearInbox(checkInId);
    await writePreferences(this.#deps, {
      handOvers: marks.filter((mark) => mark.checkInId !== checkInId),
    });
  }

  /** Erasure (K5): what a client answered goes with the client. */
  async forgetClients(clientIds: readonly string[]): Promise<void> {
    const { tables } = this.#deps;
    for (const { checkInId, clientId } of await this.waiting()) {
      if (!clientIds.includes(clientId)) continue;
      if ((await readSheet(tables))?.checkInId === checkInId)
        await writeSlots(this.#deps, { 'hand-over': null });
      await this.finish(checkInId);
    }
  }
}
