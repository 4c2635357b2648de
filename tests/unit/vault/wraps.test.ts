import { describe, expect, test } from 'vitest';
import { concatBytes, sha256 } from '../../../src/sync/vault/bytes.ts';
import { parseVaultId, type VaultId } from '../../../src/sync/vault/ids.ts';
import { encodeKdfHeader, KDF_FLOOR, normalisePassphrase } from '../../../src/sync/vault/kdf.ts';
import { unwrapWithPasskey, wrapWithPasskey, readPasskeyWrap } from '../../../src/sync/vault/passkey-wrap.ts';
import { unwrapWithPassphrase, wrapWithPassphrase } from '../../../src/sync/vault/passphrase-wrap.ts';
import { newVaultKey } from '../../../src/sync/vault/vault-key.ts';
import { fastKdf } from './fast-kdf.ts';
import { flippedCopies, seededRandom } from './seeded-random.ts';

const vaultId = parseVaultId('000102030405060708090a0b0c0d0e0f') as VaultId;
const PASSPHRASE = 'river lantern copper eleven meadow quiet';
const wrap = (seed = 1) => {
  const random = seededRandom(seed);
  return wrapWithPassphrase(newVaultKey(random), vaultId, PASSPHRASE, KDF_FLOOR, fastKdf, random);
};

/** The record with its KDF header changed and its checksum made right again, as a forger would. */
async function withKdfHeader(changes: Partial<typeof KDF_FLOOR>): Promise<Uint8Array> {
  const record = await wrap();
  const header = encodeKdfHeader({ ...KDF_FLOOR, ...changes, salt: record.slice(32, 48) });
  const body = concatBytes(record.subarray(0, 22), header, record.subarray(48, 108));
  return concatBytes(body, await sha256(body));
}

const neverDerives = (): Promise<Uint8Array> => {
  throw new Error('the KDF must not run for such a record');
};

describe('a vault key under a passphrase', () => {
  test('opens with the passphrase, however it is spaced and composed', async () => {
    const record = await wrap();
    expect(record.length).toBe(140);
    for (const typed of [PASSPHRASE, `  ${PASSPHRASE}\n`, PASSPHRASE.replaceAll(' ', '  \t')]) {
      const opened = await unwrapWithPassphrase(record, typed, fastKdf);
      expect(opened).toMatchObject({ kind: 'opened', vaultId, vaultKey: newVaultKey(seededRandom(1)) });
    }
    expect(normalisePassphrase('Zoe\u0308 \u00a0 ﬁn')).toBe('Zoë fin');
  });

  test('stays shut for a wrong passphrase, five times and more', async () => {
    const record = await wrap();
    for (const typed of ['river', PASSPHRASE.toUpperCase(), '', 'x', `${PASSPHRASE}.`]) {
      expect(await unwrapWithPassphrase(record, typed, fastKdf)).toEqual({ kind: 'wrong-passphrase' });
    }
  });

  test('a flipped byte anywhere is damage and never looks like a wrong passphrase', async () => {
    for (const [copy, at] of flippedCopies(await wrap())) {
      const outcome = await unwrapWithPassphrase(copy, PASSPHRASE, neverDerives);
      expect(outcome.kind, `byte ${at}`).toBe('damaged');
    }
  });

  test('a truncated or lengthened record is damage', async () => {
    const record = await wrap();
    for (let length = 0; length < record.length; length++) {
      expect((await unwrapWithPassphrase(record.subarray(0, length), PASSPHRASE, neverDerives)).kind).toBe(
        'damaged',
      );
    }
    expect((await unwrapWithPassphrase(concatBytes(record, record), PASSPHRASE, neverDerives)).kind).toBe(
      'damaged',
    );
  });

  test.each([
    [{ memoryKiB: 65_535 }, 'memory-below-floor'],
    [{ memoryKiB: 262_145 }, 'memory-above-ceiling'],
    [{ memoryKiB: 4_294_967_295 }, 'memory-above-ceiling'],
    [{ iterations: 2 }, 'iterations-below-floor'],
    [{ iterations: 11 }, 'iterations-above-ceiling'],
    [{ parallelism: 0 }, 'parallelism-out-of-range'],
    [{ parallelism: 5 }, 'parallelism-out-of-range'],
  ])('KDF parameters %o are refused as %s before any key is derived', async (changes, reason) => {
    const outcome = await unwrapWithPassphrase(await withKdfHeader(changes), PASSPHRASE, neverDerives);
    expect(outcome).toEqual({ kind: 'refused', reason });
    const cost = { ...KDF_FLOOR, ...changes };
    const wrapping = wrapWithPassphrase(
      newVaultKey(seededRandom(1)),
      vaultId,
      'a',
      cost,
      fastKdf,
      seededRandom(1),
    );
    await expect(wrapping).rejects.toThrow(reason);
  });

  test('a forged but permitted KDF header does not open: the header is bound to the seal', async () => {
    const outcome = await unwrapWithPassphrase(await withKdfHeader({ iterations: 4 }), PASSPHRASE, fastKdf);
    expect(outcome).toEqual({ kind: 'wrong-passphrase' });
  });

  test('a record of a later version, or with another KDF, is refused as that', async () => {
    const record = await wrap();
    for (const [at, value, reason] of [
      [5, 2, 'newer-version'],
      [22, 2, 'unknown-kdf'],
    ] as const) {
      const body = record.slice(0, 108);
      body[at] = value;
      const changed = concatBytes(body, await sha256(body));
      expect(await unwrapWithPassphrase(changed, PASSPHRASE, neverDerives)).toEqual({
        kind: 'refused',
        reason,
      });
    }
  });

  test('an empty passphrase is refused', async () => {
    const wrapping = wrapWithPassphrase(
      newVaultKey(seededRandom(1)),
      vaultId,
      ' \n',
      KDF_FLOOR,
      fastKdf,
      seededRandom(1),
    );
    await expect(wrapping).rejects.toThrow(RangeError);
  });
});

describe('a vault key under a passkey', () => {
  const prfOutput = new Uint8Array(32).fill(9);
  const passkey = { credentialId: new Uint8Array([1, 2, 3, 4, 5]), prfSalt: new Uint8Array(32).fill(4) };
  const wrapForPasskey = () => {
    const random = seededRandom(2);
    return wrapWithPasskey(newVaultKey(random), vaultId, passkey, prfOutput, random);
  };

  test('opens with the PRF output and tells which passkey to ask', async () => {
    const record = await wrapForPasskey();
    expect(await readPasskeyWrap(record)).toMatchObject({ kind: 'ours', vaultId, passkey });
    const opened = await unwrapWithPasskey(record, prfOutput);
    expect(opened).toMatchObject({ kind: 'opened', vaultId, vaultKey: newVaultKey(seededRandom(2)) });
  });

  test('stays shut for another PRF output', async () => {
    expect(await unwrapWithPasskey(await wrapForPasskey(), new Uint8Array(32))).toEqual({
      kind: 'wrong-passkey',
    });
    await expect(unwrapWithPasskey(await wrapForPasskey(), new Uint8Array(31))).rejects.toThrow(RangeError);
  });

  test('a flipped byte anywhere is damage', async () => {
    for (const [copy, at] of flippedCopies(await wrapForPasskey())) {
      expect((await unwrapWithPasskey(copy, prfOutput)).kind, `byte ${at}`).toBe('damaged');
    }
  });

  test('a credential id of no or too many bytes is refused', async () => {
    for (const length of [0, 1024]) {
      const odd = { ...passkey, credentialId: new Uint8Array(length) };
      const wrapping = wrapWithPasskey(
        newVaultKey(seededRandom(1)),
        vaultId,
        odd,
        prfOutput,
        seededRandom(1),
      );
      await expect(wrapping).rejects.toThrow(RangeError);
    }
  });
});
