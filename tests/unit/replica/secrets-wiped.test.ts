// What opens a vault is overwritten as soon as it has done its work, and also where it comes to nothing (L2). Seen where
// WebCrypto takes raw secrets and gives them out.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { restoreVault } from '../../../src/sync/replica/restore-vault.ts';
import { VaultDoor } from '../../../src/sync/replica/vault-door.ts';
import { bytesEqual } from '../../../src/sync/vault/bytes.ts';
import { readRecovery } from '../../../src/sync/vault/recovery-words.ts';
import { aDevice, aVault, passphrase, type TestDevice } from './a-practice.ts';

interface Seen {
  readonly bytes: Uint8Array;
  /** As they were. */
  readonly copy: Uint8Array;
}
let imported: Seen[];
let decrypted: Seen[];

beforeEach(() => {
  imported = [];
  decrypted = [];
  const { subtle } = crypto;
  const [importKey, decrypt] = [subtle.importKey.bind(subtle), subtle.decrypt.bind(subtle)];
  vi.spyOn(subtle, 'importKey').mockImplementation((...given: unknown[]) => {
    const bytes = given[1];
    if (bytes instanceof Uint8Array && bytes.length === 32) imported.push({ bytes, copy: bytes.slice() });
    return Reflect.apply(importKey, subtle, given) as Promise<CryptoKey>;
  });
  vi.spyOn(subtle, 'decrypt').mockImplementation(async (...given) => {
    const plain = await decrypt(...given);
    if (plain.byteLength === 32)
      decrypted.push({ bytes: new Uint8Array(plain), copy: new Uint8Array(plain.slice(0)) });
    return plain;
  });
});
afterEach(() => vi.restoreAllMocks());

const isWiped = ({ bytes }: Seen): boolean => bytes.every((byte) => byte === 0);

async function seedOf(words: readonly string[]): Promise<Uint8Array> {
  const reading = await readRecovery(words.join(' '));
  if (reading.kind !== 'read') throw new Error(reading.kind);
  return reading.seed;
}

const seenAs = (secret: Uint8Array): Seen[] => imported.filter(({ copy }) => bytesEqual(copy, secret));

/** An authenticator that answers every request so; null: the person says no. */
const authenticator = (prf: Uint8Array<ArrayBuffer> | null): CredentialsContainer => {
  const answer = (): Promise<Credential> =>
    prf
      ? Promise.resolve({
          rawId: new Uint8Array([1]).buffer,
          getClientExtensionResults: () => ({
            prf: { enabled: true, results: { first: prf.slice().buffer } },
          }),
        } as unknown as Credential) // only what the ceremony reads of a PublicKeyCredential
      : Promise.reject(new DOMException('no', 'NotAllowedError'));
  return { create: answer, get: answer } as unknown as CredentialsContainer;
};

const doorOf = ({ ports }: TestDevice, credentials: CredentialsContainer): VaultDoor =>
  new VaultDoor({ ...ports, credentials }, { isStillWriter: () => Promise.resolve(true) }, false);

async function openAt(door: VaultDoor) {
  const outcome = await door.unlock(passphrase);
  if (outcome.kind !== 'open') throw new Error(outcome.kind);
  return outcome.session;
}

test('the recovery seed, when a vault is made, a sheet is replaced and a vault is restored', async () => {
  const { session, words } = await aVault();
  const { files } = await collectBackup(session);
  const restored = await restoreVault(aDevice().door, files, words.join(' '), 'other words now');
  expect(restored.kind).toBe('restored');
  const sheet = await session.access.newRecoverySheet();
  for (const kept of [words, sheet.words]) {
    const seen = seenAs(await seedOf(kept));
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every(isWiped)).toBe(true);
  }
});

test('the recovery seed, where the restore is refused', async () => {
  const { session } = await aVault();
  const { files } = await collectBackup(session);
  const { words } = await aVault();
  imported = [];
  expect((await restoreVault(aDevice().door, files, words.join(' '), 'other words now')).kind).toBe(
    'refused',
  );
  const seen = seenAs(await seedOf(words));
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.every(isWiped)).toBe(true);
});

test('the vault key, where the passkey is cancelled', async () => {
  const session = await openAt(doorOf(await aVault(), authenticator(null)));
  decrypted = [];
  expect((await session.access.addPasskey(passphrase)).kind).toBe('cancelled');
  expect(decrypted).toHaveLength(1);
  expect(decrypted.every(isWiped)).toBe(true);
});

test('the vault key, where the new wrap cannot be kept', async () => {
  const device = await aVault();
  device.ports.tables.writeSlots = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  decrypted = [];
  await expect(device.session.access.changePassphrase(passphrase, 'three other words')).rejects.toThrow(
    'full',
  );
  expect(decrypted).toHaveLength(1);
  expect(decrypted.every(isWiped)).toBe(true);
});

test('the vault key, where the keyring is missing', async () => {
  const device = await aVault();
  await device.ports.tables.writeSlots({ keyring: null });
  decrypted = [];
  expect(await device.door.unlock(passphrase)).toMatchObject({ kind: 'damaged', what: 'keyring' });
  expect(decrypted).toHaveLength(1);
  expect(decrypted.every(isWiped)).toBe(true);
});

test('what the passkey gives, when it is added and when it opens the vault', async () => {
  const prf = new Uint8Array(32).fill(7);
  const door = doorOf(await aVault(), authenticator(prf));
  expect((await (await openAt(door)).access.addPasskey(passphrase)).kind).toBe('added');
  expect((await door.unlockWithPasskey()).kind).toBe('open');
  expect(seenAs(prf)).toHaveLength(2);
  expect(seenAs(prf).every(isWiped)).toBe(true);
});
