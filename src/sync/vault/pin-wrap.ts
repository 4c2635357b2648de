// The keyring's key under a one-time PIN, while the tablet is with the client (H5). It lives in memory alone: five wrong tries,
// twenty minutes or a reload destroy it. Six digits are few; what holds is that nobody can try them anywhere but here.
import { asBytes, randomBytes, useAndWipe, wipe, type Bytes, type Random } from './bytes.ts';
import { KDF_FLOOR, newKdfHeader, type DeriveKey, type KdfHeader } from './kdf.ts';
import { deriveAesKey } from './purposes.ts';
import { openBytes, sealBytes } from './seal.ts';

export const PIN_DIGITS = 6;
export const PIN_TRIES = 5;
export const PIN_MINUTES = 20;

const NOTHING_BOUND = new Uint8Array(0);

export type PinOpening =
  | { readonly kind: 'opened'; readonly keyringKey: CryptoKey }
  | { readonly kind: 'wrong-pin'; readonly triesLeft: number }
  /** Too many tries, or too late: only the passphrase or the passkey is left. */
  | { readonly kind: 'gone'; readonly why: 'tries' | 'time' };

export interface PinWrapDeps {
  readonly deriveKey: DeriveKey;
  readonly random: Random;
  /** Milliseconds that only go forward: setting the tablet's clock back buys no time. */
  readonly monotonicNow: () => number;
}

export const isPin = (text: string): boolean => /^[0-9]{6}$/.test(text);

export class PinWrap {
  readonly #deps: PinWrapDeps;
  readonly #header: KdfHeader;
  readonly #endsAt: number;
  #sealed: Bytes | null;
  #tries = 0;
  #goneBy: 'tries' | 'time' = 'time';

  private constructor(deps: PinWrapDeps, header: KdfHeader, sealed: Bytes) {
    this.#deps = deps;
    this.#header = header;
    this.#sealed = sealed;
    this.#endsAt = deps.monotonicNow() + PIN_MINUTES * 60_000;
  }

  /** Throws unless the PIN has six digits. */
  static async of(keyringKey: CryptoKey, pin: string, deps: PinWrapDeps): Promise<PinWrap> {
    if (!isPin(pin)) throw new RangeError('a PIN has six digits');
    const header = newKdfHeader(KDF_FLOOR, deps.random);
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', keyringKey));
    const sealed = await useAndWipe(raw, async () =>
      sealBytes(await wrappingKey(pin, header, deps), raw, NOTHING_BOUND, deps.random),
    );
    return new PinWrap(deps, header, sealed);
  }

  /** Also destroys it when the time is over. */
  get isAlive(): boolean {
    if (this.#deps.monotonicNow() >= this.#endsAt) this.#destroy('time');
    return this.#sealed !== null;
  }

  get triesLeft(): number {
    return this.isAlive ? PIN_TRIES - this.#tries : 0;
  }

  /** Each try is counted before it is checked: tries made at once cannot share one count. */
  async open(pin: string): Promise<PinOpening> {
    if (!this.isAlive || this.#sealed === null) return { kind: 'gone', why: this.#goneBy };
    if (this.#tries >= PIN_TRIES) return { kind: 'gone', why: 'tries' };
    this.#tries += 1;
    const isLast = this.#tries === PIN_TRIES;
    const sealed = new Uint8Array(this.#sealed);
    const raw = isPin(pin)
      ? await openBytes(await wrappingKey(pin, this.#header, this.#deps), sealed, NOTHING_BOUND)
      : null;
    wipe(sealed);
    if (raw !== null) {
      this.#destroy('tries');
      return { kind: 'opened', keyringKey: await useAndWipe(raw, importKeyringKey) };
    }
    if (isLast) this.#destroy('tries');
    return isLast
      ? { kind: 'gone', why: 'tries' }
      : { kind: 'wrong-pin', triesLeft: PIN_TRIES - this.#tries };
  }

  #destroy(why: 'tries' | 'time'): void {
    if (this.#sealed === null) return;
    this.#sealed.set(randomBytes(this.#deps.random, this.#sealed.length));
    this.#sealed = null;
    this.#goneBy = why;
  }
}

const importKeyringKey = (raw: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', asBytes(raw), 'AES-GCM', true, ['encrypt', 'decrypt']);

async function wrappingKey(pin: string, header: KdfHeader, { deriveKey }: PinWrapDeps): Promise<CryptoKey> {
  return useAndWipe(await deriveKey(pin, header), (derived) => deriveAesKey(derived, 'wrap-pin'));
}
