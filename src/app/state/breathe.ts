// Lets the screen have its turn between two slices of long work.
import type { Pace } from '../../exchange/pace.ts';

export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A pace that breathes through the event loop, for the exchange's long work. */
export const screenPace = (options: Omit<Pace, 'breathe'> = {}): Pace => ({ ...options, breathe });

/** SHA-256 by WebCrypto. */
export const digest = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
