// The format of a backup bundle. Every later version keeps the first entry and the tail, so that an older app can say
// "this is from a newer version" instead of "this is damaged".
import * as v from 'valibot';

export const listName = 'soundings-backup.json';
export const version = 1;
export const commentPrefix = 'soundings-sha256:';
export const commentLength = commentPrefix.length + 64;
export const sliceBytes = 1024 * 1024;

/** Zip without its 64-bit extension holds 65,535 files and 4 GB. */
export const mostFiles = 60_000;
export const largestBundle = 2 * 1024 ** 3;
/** Letters, digits, dot, dash, underscore; folders by slash; never "..", never absolute. */
export const safeName =
  /^(?!.*\.\.)[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}(\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}){0,4}$/;

export interface BundleMeta {
  readonly vaultId: string;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
}

/** SHA-256; WebCrypto's in the app. */
export type Digest = (bytes: Uint8Array) => Promise<Uint8Array>;

export type WrittenBundle =
  { readonly kind: 'written'; readonly bytes: Uint8Array } | { readonly kind: 'cancelled' };

export type BundleRefusal = 'not-a-backup' | 'cut-short' | 'newer-version' | 'damaged';

export type OpenedBundle =
  | { readonly kind: 'bundle'; readonly meta: BundleMeta; readonly files: ReadonlyMap<string, Uint8Array> }
  /** `detail`: the file within, or the part of the bundle, that failed; for a report, not for the screen. */
  | { readonly kind: 'refused'; readonly reason: BundleRefusal; readonly detail: string }
  | { readonly kind: 'cancelled' };

const hexDigest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const listSchema = v.object({
  format: v.literal('soundings-backup'),
  version: v.literal(version),
  vaultId: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  files: v.pipe(
    v.array(
      v.object({
        name: v.pipe(v.string(), v.regex(safeName)),
        bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
        sha256: hexDigest,
      }),
    ),
    v.maxLength(mostFiles),
  ),
});
export type BundleList = v.InferOutput<typeof listSchema>;

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
