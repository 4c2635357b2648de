import { describe, expect, test } from 'vitest';
import { concatBytes, sha256 } from '../../../src/sync/vault/bytes.ts';
import { parse } from '../../../src/sync/vault/binary.ts';
import { newEpochRoot, rootMatchesId } from '../../../src/sync/vault/epoch-root.ts';
import {
  encodeKeyBundle,
  readKeyBundle,
  withClientKey,
  withEpoch,
  withoutClientKey,
} from '../../../src/sync/vault/key-bundle.ts';
import { openKeyring, sealKeyring } from '../../../src/sync/vault/keyring.ts';
import { openForRecovery, sealForRecovery } from '../../../src/sync/vault/recovery-keyring.ts';
import { keyringKeyOf, newVaultKey } from '../../../src/sync/vault/vault-key.ts';
import { aKeyring, anId, aSheet } from './a-vault.ts';
import { flippedCopies, seededRandom } from './seeded-random.ts';

const sealed = async () => {
  const keyring = await aKeyring();
  const key = await keyringKeyOf(newVaultKey(seededRandom(1)), keyring.vaultId);
  return { keyring, key, record: await sealKeyring(keyring, key, seededRandom(3)) };
};

describe('the keyring on its device', () => {
  test('comes back whole: roots, client keys, the device with its secrets, the cache key', async () => {
    const { keyring, key, record } = await sealed();
    expect(await openKeyring(record, key)).toEqual({ kind: 'opened', keyring });
  });

  test('its size tells only roughly how many clients there are', async () => {
    const key = await keyringKeyOf(newVaultKey(seededRandom(1)), (await aKeyring()).vaultId);
    const sizes = Array.from({ length: 11 }, (_, i) => 100 + i).map(
      async (n) => (await sealKeyring(await aKeyring(7, n), key, seededRandom(3))).length,
    );
    // Eleven counts, 480 bytes apart, in steps of 256: at most three sizes.
    expect(new Set(await Promise.all(sizes)).size).toBeLessThanOrEqual(3);
  });

  test('a flipped byte anywhere is damage', async () => {
    const { key, record } = await sealed();
    for (const [copy, at] of flippedCopies(record))
      expect((await openKeyring(copy, key)).kind, `${at}`).toBe('damaged');
  });

  test('even with a checksum made right again, a flipped byte does not open', async () => {
    const { key, record } = await sealed();
    for (const [copy, at] of flippedCopies(record.subarray(0, record.length - 32))) {
      const opening = await openKeyring(concatBytes(copy, await sha256(copy)), key);
      expect(opening.kind, `${at}`).not.toBe('opened');
    }
  });

  test('another vault key or another vault does not open it', async () => {
    const { keyring, record } = await sealed();
    const other = await keyringKeyOf(newVaultKey(seededRandom(2)), keyring.vaultId);
    expect(await openKeyring(record, other)).toEqual({ kind: 'damaged', reason: 'seal-broken' });
  });

  test('a later version is refused as that', async () => {
    const { key, record } = await sealed();
    const body = record.slice(0, -32);
    body[5] = 2;
    const newer = concatBytes(body, await sha256(body));
    expect(await openKeyring(newer, key)).toEqual({ kind: 'refused', reason: 'newer-version' });
  });
});

describe('the keys in it', () => {
  test('roots are added in order and never replaced', async () => {
    const keyring = await aKeyring();
    const third = await newEpochRoot(3, seededRandom(11));
    expect(withEpoch(keyring, third).epochs.map(({ counter }) => counter)).toEqual([1, 2, 3]);
    expect(withEpoch(withEpoch(keyring, third), third).epochs).toHaveLength(3);
    expect(() => withEpoch(withEpoch(keyring, third), { ...third, root: new Uint8Array(32) })).toThrow(
      'two roots',
    );
  });

  test('a root is known by its epoch id', async () => {
    const epoch = await newEpochRoot(4, seededRandom(11));
    expect(await rootMatchesId(epoch)).toBe(true);
    expect(await rootMatchesId({ ...epoch, counter: 5 })).toBe(false);
    expect(await rootMatchesId({ ...epoch, root: new Uint8Array(32) })).toBe(false);
  });

  test('an erased client has no key, and a client never gets a second one', async () => {
    const keyring = await aKeyring();
    expect(withoutClientKey(keyring, anId(1)).clientKeys.has(anId(1))).toBe(false);
    expect(keyring.clientKeys.has(anId(1))).toBe(true);
    expect(() => withClientKey(keyring, anId(1), new Uint8Array(32))).toThrow('another key');
    expect(withClientKey(keyring, anId(9), new Uint8Array(32)).clientKeys.size).toBe(4);
  });

  test('a bundle has one encoding: other orders and repeats are refused', async () => {
    const keyring = await aKeyring();
    const shuffled = {
      epochs: keyring.epochs.toReversed(),
      clientKeys: new Map([...keyring.clientKeys].toReversed()),
    };
    const encoded = encodeKeyBundle(keyring);
    expect(encodeKeyBundle(shuffled)).toEqual(encoded);
    const [first, second] = [encoded.subarray(2, 54), encoded.subarray(54, 106)];
    const rest = encoded.subarray(106);
    expect(parse(concatBytes(encoded.subarray(0, 2), second, first, rest), readKeyBundle)).toBeNull();
    expect(parse(concatBytes(encoded.subarray(0, 2), first, first, rest), readKeyBundle)).toBeNull();
    expect(parse(new Uint8Array([0, 0, 255, 255, 255, 255]), readKeyBundle)).toBeNull();
  });
});

describe('the keyring for the recovery sheet', () => {
  const forSheet = async () => {
    const { vaultId, epochs, clientKeys } = await aKeyring();
    const sheet = await aSheet();
    const bundle = { epochs, clientKeys };
    return { bundle, vaultId, sheet, record: await sealForRecovery(bundle, vaultId, sheet, seededRandom(4)) };
  };

  test('the sheet opens it and finds every root and client key', async () => {
    const { bundle, vaultId, sheet, record } = await forSheet();
    expect(await openForRecovery(record, sheet)).toEqual({ kind: 'opened', vaultId, bundle });
  });

  test('another sheet is told that it is another sheet', async () => {
    const { record } = await forSheet();
    expect(await openForRecovery(record, await aSheet(6))).toEqual({ kind: 'other-sheet' });
  });

  test('a flipped byte anywhere is damage', async () => {
    const { sheet, record } = await forSheet();
    for (const [copy, at] of flippedCopies(record)) {
      expect((await openForRecovery(copy, sheet)).kind, `${at}`).toBe('damaged');
    }
  });

  test('cut short at any place it is damage', async () => {
    const { sheet, record } = await forSheet();
    for (let length = 0; length < record.length; length += 7) {
      expect((await openForRecovery(record.subarray(0, length), sheet)).kind).toBe('damaged');
    }
  });
});
