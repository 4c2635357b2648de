// A device of the vault: two key pairs and the id that certifies the first (PROTOCOL 2).
import { concatBytes, randomBytes, type Bytes, type Random } from './bytes.ts';
import { parse } from './binary.ts';
import { deviceIdOf, type DeviceId } from './ids.ts';
import {
  keyPairFromSeed,
  PUBLIC_KEY_BYTES,
  SEED_BYTES,
  sign,
  SIGNATURE_BYTES,
  signatureIsValid,
  signingKey,
  verifyingKey,
  type KeyPairSeed,
} from './key-pairs.ts';
import { toUtf8 } from './text.ts';

export interface Device {
  readonly id: DeviceId;
  readonly ed25519PublicKey: Bytes;
  readonly x25519PublicKey: Bytes;
}

export interface DeviceWithSecrets extends Device {
  readonly ed25519Seed: Bytes;
  readonly x25519Seed: Bytes;
}

/** A device identity that never was before: at founding, at pairing, and at every restore (P8). */
export async function newDevice(random: Random): Promise<DeviceWithSecrets> {
  const ed25519 = await keyPairFromSeed('Ed25519', randomBytes(random, SEED_BYTES));
  return deviceFromPairs(ed25519, await keyPairFromSeed('X25519', randomBytes(random, SEED_BYTES)));
}

export async function deviceFromPairs(ed25519: KeyPairSeed, x25519: KeyPairSeed): Promise<DeviceWithSecrets> {
  return {
    id: await deviceIdOf(ed25519.publicKey),
    ed25519PublicKey: ed25519.publicKey,
    x25519PublicKey: x25519.publicKey,
    ed25519Seed: ed25519.seed,
    x25519Seed: x25519.seed,
  };
}

/** The device without what must not leave it. */
export function publicDevice(device: Device): Device {
  const { id, ed25519PublicKey, x25519PublicKey } = device;
  return { id, ed25519PublicKey, x25519PublicKey };
}

export const CERTIFICATE_BYTES = 2 * PUBLIC_KEY_BYTES + SIGNATURE_BYTES;

const certified = (keys: Uint8Array): Bytes => concatBytes(toUtf8('soundings/v1/device\0'), keys);

/** 128 bytes: both public keys, signed by the device itself, so that nobody can give it a foreign X25519 key. */
export async function certificateOf(device: DeviceWithSecrets): Promise<Bytes> {
  const keys = concatBytes(device.ed25519PublicKey, device.x25519PublicKey);
  return concatBytes(keys, await sign(await signingKey(device.ed25519Seed), certified(keys)));
}

/** Null if the certificate is malformed or its proof does not verify. */
export async function readCertificate(bytes: Uint8Array): Promise<Device | null> {
  const read = parse(bytes, (reader) => ({
    ed25519PublicKey: reader.bytes(PUBLIC_KEY_BYTES),
    x25519PublicKey: reader.bytes(PUBLIC_KEY_BYTES),
    proof: reader.bytes(SIGNATURE_BYTES),
  }));
  if (read === null) return null;
  const { ed25519PublicKey, x25519PublicKey, proof } = read;
  const key = await verifyingKey(ed25519PublicKey);
  if (key === null) return null;
  const keys = certified(concatBytes(ed25519PublicKey, x25519PublicKey));
  if (!(await signatureIsValid(key, proof, keys))) return null;
  return { id: await deviceIdOf(ed25519PublicKey), ed25519PublicKey, x25519PublicKey };
}
