import { expect, test, vi } from 'vitest';
import { VaultDoor } from '../../../src/sync/replica/vault-door.ts';
import { fastKdf } from '../vault/fast-kdf.ts';
import { aVault, passphrase, unlocked } from './a-practice.ts';

const derivation = new TextEncoder().encode('test/1');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const caseloadOf = (text: string) => ({
  derivation,
  documents: [],
  blocks: [{ block: 0, plain: bytes(text), docIds: [] }],
});
const stillWriter = { isStillWriter: () => Promise.resolve(true) };

test('the caseload is read while the key is derived, and once', async () => {
  const { ports, session } = await aVault();
  await session.commitDerived(caseloadOf('caseload'));
  await session.close();
  const reading = vi.spyOn(ports.tables, 'readSummaries');
  let readBefore = 0;
  const deriveKey: typeof fastKdf = async (...asked) => {
    readBefore = reading.mock.calls.length;
    return fastKdf(...asked);
  };
  const outcome = await new VaultDoor({ ...ports, deriveKey }, stillWriter, false).unlock(passphrase);
  if (outcome.kind !== 'open') throw new Error(outcome.kind);
  expect((await outcome.session.readSummaries(derivation)).get(0)).toEqual(bytes('caseload'));
  expect(readBefore).toBe(1);
  expect(reading).toHaveBeenCalledTimes(1);
});

test('what was read ahead counts for nothing once a block has been written', async () => {
  const device = await aVault();
  await device.session.commitDerived(caseloadOf('before'));
  await device.session.close();
  const again = await unlocked(device);
  await again.commitDerived(caseloadOf('after'));
  expect((await again.readSummaries(derivation)).get(0)).toEqual(bytes('after'));
});

test('a caseload that cannot be read is no fault at a wrong passphrase, and is one for whoever asks for it', async () => {
  const device = await aVault();
  await device.session.close();
  const reading = vi.spyOn(device.ports.tables, 'readSummaries').mockRejectedValue(new Error('unreadable'));
  expect((await device.door.unlock('lamp river wool')).kind).toBe('wrong-passphrase');
  const session = await unlocked(device);
  await expect(session.readSummaries(derivation)).rejects.toThrow('unreadable');
  reading.mockRestore();
  expect((await session.readSummaries(derivation)).size).toBe(0);
});
