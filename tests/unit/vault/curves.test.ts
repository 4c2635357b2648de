// Against the numbers of RFC 8032 section 7.1 and RFC 7748 section 6.1.
import { describe, expect, test } from 'vitest';
import type { Bytes } from '../../../src/sync/vault/bytes.ts';
import { certificateOf, newDevice, publicDevice, readCertificate } from '../../../src/sync/vault/device.ts';
import {
  keyPairFromSeed,
  sharedSecret,
  sign,
  signatureIsValid,
  signingKey,
  verifyingKey,
} from '../../../src/sync/vault/key-pairs.ts';
import { openSealedBox, sealToPublicKey } from '../../../src/sync/vault/sealed-box.ts';
import { fromHex, toHex, toUtf8 } from '../../../src/sync/vault/text.ts';
import { flippedCopies, seededRandom } from './seeded-random.ts';

const hex = (text: string): Bytes => fromHex(text) ?? new Uint8Array();

test('Ed25519 signs as RFC 8032, test 2', async () => {
  const seed = hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
  const { publicKey } = await keyPairFromSeed('Ed25519', seed);
  expect(toHex(publicKey)).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  const signature = await sign(await signingKey(seed), hex('72'));
  expect(toHex(signature)).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
  const key = await verifyingKey(publicKey);
  expect(key && (await signatureIsValid(key, signature, hex('72')))).toBe(true);
  expect(key && (await signatureIsValid(key, signature, hex('73')))).toBe(false);
});

test('X25519 agrees as RFC 7748, section 6.1', async () => {
  const bob = await keyPairFromSeed(
    'X25519',
    hex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'),
  );
  expect(toHex(bob.publicKey)).toBe('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
  const alicePublicKey = hex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a');
  const secret = await sharedSecret(bob.seed, alicePublicKey);
  expect(secret && toHex(secret)).toBe('4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742');
});

test('a public key of low order is refused', async () => {
  expect(await sharedSecret(new Uint8Array(32).fill(1), new Uint8Array(32))).toBeNull();
  const sealing = sealToPublicKey(
    new Uint8Array(32),
    'box/grant',
    new Uint8Array(),
    new Uint8Array(),
    seededRandom(1),
  );
  await expect(sealing).rejects.toThrow('no usable X25519 key');
});

describe('a device certificate', () => {
  test('tells the device, and only with its own two keys', async () => {
    const device = await newDevice(seededRandom(1));
    const other = await newDevice(seededRandom(2));
    const certificate = await certificateOf(device);
    expect(certificate.length).toBe(128);
    expect(await readCertificate(certificate)).toEqual(publicDevice(device));
    const withForeignKey = certificate.slice();
    withForeignKey.set(other.x25519PublicKey, 32);
    expect(await readCertificate(withForeignKey)).toBeNull();
  });

  test('a flipped byte anywhere makes it worthless', async () => {
    const certificate = await certificateOf(await newDevice(seededRandom(1)));
    for (const [copy, at] of flippedCopies(certificate))
      expect(await readCertificate(copy), `${at}`).toBeNull();
    expect(await readCertificate(certificate.subarray(1))).toBeNull();
  });
});

describe('a sealed box', () => {
  const boxed = async () => {
    const recipient = await keyPairFromSeed('X25519', new Uint8Array(32).fill(3));
    const [context, plain] = [toUtf8('context'), toUtf8('a root')];
    const box = await sealToPublicKey(recipient.publicKey, 'box/grant', context, plain, seededRandom(5));
    return { recipient, context, plain, box };
  };

  test('opens for its recipient, purpose and context only', async () => {
    const { recipient, context, plain, box } = await boxed();
    expect(await openSealedBox(recipient, 'box/grant', context, box)).toEqual(plain);
    expect(await openSealedBox(recipient, 'box/recovery-keyring', context, box)).toBeNull();
    expect(await openSealedBox(recipient, 'box/grant', toUtf8('other'), box)).toBeNull();
    const stranger = await keyPairFromSeed('X25519', new Uint8Array(32).fill(4));
    expect(await openSealedBox(stranger, 'box/grant', context, box)).toBeNull();
  });

  test('a flipped byte anywhere keeps it shut', async () => {
    const { recipient, context, box } = await boxed();
    for (const [copy, at] of flippedCopies(box)) {
      expect(await openSealedBox(recipient, 'box/grant', context, copy), `${at}`).toBeNull();
    }
    expect(await openSealedBox(recipient, 'box/grant', context, box.subarray(0, 59))).toBeNull();
  });
});
