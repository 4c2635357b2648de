// A therapist's vault whose documents lie in a (simulated) browser database: for stories about rows.
import { IDBFactory } from 'fake-indexeddb';
import { VaultDoor } from '../../../src/sync/replica/vault-door.ts';
import type { VaultPorts } from '../../../src/sync/replica/vault-ports.ts';
import type { VaultSession } from '../../../src/sync/replica/vault-session.ts';
import { databaseNameOf } from '../../../src/sync/store/document-database.ts';
import { rawRows, replaceRow, storeWithoutRetries } from '../store/fake-disk.ts';
import { aDevice, clientId, passphrase, type TestDevice } from './a-practice.ts';

export function aDeviceWithDisk(): TestDevice {
  globalThis.indexedDB = new IDBFactory();
  const device = aDevice();
  const ports: VaultPorts = { ...device.ports, documents: storeWithoutRetries() };
  const hold = { isStillWriter: () => Promise.resolve(device.isWriter) };
  return Object.assign(device, { ports, door: new VaultDoor(ports, hold, false) });
}

/** With one client. */
export async function aVaultOnDisk(): Promise<TestDevice & { session: VaultSession; words: string }> {
  const device = aDeviceWithDisk();
  const { session, recoveryWords } = await device.door.found(passphrase);
  await session.keyring.addClientKeys([clientId]);
  return Object.assign(device, { session, words: recoveryWords.join(' ') });
}

/** The next opening of a document's database fails, once. */
export function failNextOpening(docId: string): void {
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (name, version) => {
    if (name !== databaseNameOf(docId)) return version === undefined ? open(name) : open(name, version);
    indexedDB.open = open;
    throw new DOMException('no', 'UnknownError');
  };
}

/** Row `key` (from 1) of a document does not decode any more; its blob lies in it as before. */
export async function damageRow(docId: string, key: number): Promise<void> {
  const row = (await rawRows(docId))[key - 1];
  if (!(row instanceof Uint8Array)) throw new Error('no such row');
  await replaceRow(
    docId,
    key,
    row.map((byte, at) => (at === 0 ? 255 : byte)),
  );
}
