// A therapist's vault in memory, with the quick key derivation: for stories about what a vault does.
import * as Y from 'yjs';
import { writeEntries } from '../../../src/records/client-record.ts';
import type { ResponseEntry } from '../../../src/records/entry.ts';
import { VaultDoor, type WriterHold } from '../../../src/sync/replica/vault-door.ts';
import type { VaultPorts } from '../../../src/sync/replica/vault-ports.ts';
import type { VaultSession } from '../../../src/sync/replica/vault-session.ts';
import { MemoryDocumentStore } from '../../../src/sync/store/memory-document-store.ts';
import { MemoryVaultStore } from '../../../src/sync/store/memory-vault-store.ts';
import { KDF_FLOOR } from '../../../src/sync/vault/kdf.ts';
import { makeResponse } from '../records/make-entry.ts';
import { fastKdf } from '../vault/fast-kdf.ts';

export const passphrase = 'lamp river cotton';

export interface TestDevice {
  readonly ports: VaultPorts;
  readonly door: VaultDoor;
  /** Set to false: another tab has taken over. */
  isWriter: boolean;
}

export function aDevice(): TestDevice {
  const ports: VaultPorts = {
    tables: new MemoryVaultStore(),
    documents: new MemoryDocumentStore(),
    deriveKey: fastKdf,
    kdfCost: () => Promise.resolve(KDF_FLOOR),
    credentials: null,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    now: () => new Date().toISOString(),
  };
  const device: { isWriter: boolean } = { isWriter: true };
  const hold: WriterHold = {
    isStillWriter: () => Promise.resolve(device.isWriter),
  };
  return Object.assign(device, { ports, door: new VaultDoor(ports, hold, false) });
}

export async function aVault(): Promise<TestDevice & { session: VaultSession; words: readonly string[] }> {
  const device = aDevice();
  const { session, recoveryWords } = await device.door.found(passphrase);
  return Object.assign(device, { session, words: recoveryWords });
}

export async function unlocked(device: TestDevice): Promise<VaultSession> {
  const outcome = await device.door.unlock(passphrase);
  if (outcome.kind !== 'open') throw new Error(`not open: ${outcome.kind}`);
  return outcome.session;
}

export const clientId = '00112233445566778899aabbccddeeff';

/** Writes one response into a client and waits until it is saved. */
export async function addScore(
  session: VaultSession,
  number: number,
  over: Partial<ResponseEntry> = {},
  id = clientId,
): Promise<void> {
  const document = await session.openClient(id);
  writeEntries(document.inner, [makeResponse(number, over)]);
  await document.flush();
  await session.release(document);
}

/** The totals that a client's document holds, in the order of their entries' ids. */
export async function totals(session: VaultSession, id = clientId): Promise<number[]> {
  const document = await session.openClient(id);
  const entries = document.inner.getMap<ResponseEntry>('entries');
  const found = [...entries.keys()].sort().map((key) => entries.get(key)?.enteredTotal ?? Number.NaN);
  await session.release(document);
  return found;
}

export const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

/** Commits a client's head as the app does when it is quiet: from now on the disk is expected to hold it. */
export async function settle(session: VaultSession, id = clientId): Promise<void> {
  const document = await session.openClient(id);
  const documents = [{ document, revision: document.revision, series: null }];
  await session.commitDerived({ derivation: new Uint8Array(1), documents, blocks: [] });
  await session.release(document);
}

/** Changes the sealed blobs of a document on its disk, by hand. */
export async function tamperWithBlobs(
  device: TestDevice,
  docId: string,
  change: (blobs: Y.Array<Uint8Array>) => void,
): Promise<void> {
  const log = await device.ports.documents.open(docId);
  const outer = new Y.Doc();
  Y.applyUpdate(outer, Y.encodeStateAsUpdate(log.outer));
  await log.close();
  change(outer.getArray<Uint8Array>('blobs'));
  await device.ports.documents.remove(docId);
  await device.ports.documents.create(docId, Y.encodeStateAsUpdate(outer));
}
