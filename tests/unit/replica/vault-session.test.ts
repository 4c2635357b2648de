import { describe, expect, test } from 'vitest';
import { eraseClient } from '../../../src/sync/replica/erase-client.ts';
import { isWhole } from '../../../src/sync/replica/document-health.ts';
import { addScore, aVault, clientId, passphrase, tamperWithBlobs, totals, unlocked } from './a-practice.ts';

const derivation = new TextEncoder().encode('test/1');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a vault', () => {
  test('what was saved is there after locking and unlocking', async () => {
    const device = await aVault();
    await device.session.keyring.addClientKeys([clientId]);
    await addScore(device.session, 1, { enteredTotal: 12 });
    await addScore(device.session, 2, { enteredTotal: 9 });
    expect((await device.session.close()).kind).toBe('saved');
    expect(await totals(await unlocked(device))).toEqual([12, 9]);
  });

  test('a wrong passphrase opens nothing, and after five of them the right one still does', async () => {
    const device = await aVault();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await device.door.unlock('lamp river wool')).kind).toBe('wrong-passphrase');
    }
    expect((await device.door.unlock(` ${passphrase.replace(' ', '   ')} `)).kind).toBe('open');
  });

  test('a changed passphrase opens, the old one does not', async () => {
    const device = await aVault();
    expect(await device.session.access.changePassphrase('not it', 'new words here')).toEqual({
      kind: 'wrong-passphrase',
    });
    expect(await device.session.access.changePassphrase(passphrase, 'new words here')).toEqual({
      kind: 'changed',
    });
    expect((await device.door.unlock(passphrase)).kind).toBe('wrong-passphrase');
    expect((await device.door.unlock('new words here')).kind).toBe('open');
  });

  test('two sessions of one device never use a (session, seq) again', async () => {
    const device = await aVault();
    await device.session.keyring.addClientKeys([clientId]);
    await addScore(device.session, 1);
    await device.session.close();
    const again = await unlocked(device);
    await addScore(again, 2);
    const document = await again.openClient(clientId);
    expect(isWhole(document.health)).toBe(true);
    expect(await totals(again)).toHaveLength(2);
  });

  test('another tab that took over makes further edits "not saved", and nothing of them reaches the disk', async () => {
    const device = await aVault();
    await device.session.keyring.addClientKeys([clientId]);
    await addScore(device.session, 1);
    device.isWriter = false;
    await addScore(device.session, 2);
    const document = await device.session.openClient(clientId);
    expect(document.status).toEqual({ kind: 'not-saved', reason: 'elsewhere' });
    device.isWriter = true;
    expect(await totals(await unlocked(device))).toHaveLength(1);
  });

  test('keeps a sealed trail of what was done to it', async () => {
    const device = await aVault();
    await device.session.access.changePassphrase(passphrase, passphrase);
    const again = await unlocked(device);
    await again.close();
    const { events, unreadable } = await again.audit.read();
    expect(events.map(({ what }) => what)).toEqual(['unlocked', 'passphrase-changed', 'vault-made']);
    expect(unreadable).toBe(0);
  });
});

describe('damage', () => {
  test('a blob with one flipped byte is set aside and named; the others open; nothing is compacted', async () => {
    const device = await aVault();
    await device.session.keyring.addClientKeys([clientId]);
    for (let number = 1; number <= 12; number += 1) {
      const document = await device.session.openClient(clientId);
      await addScore(device.session, number, { enteredTotal: number });
      if (number < 12) continue;
      await document.flush();
    }
    await device.session.close();
    await tamperWithBlobs(device, clientId, (blobs) => {
      const damaged = new Uint8Array(blobs.get(0));
      damaged[150] = (damaged[150] ?? 0) ^ 1;
      blobs.delete(0, 1);
      blobs.insert(0, [damaged]);
    });
    const session = await unlocked(device);
    const document = await session.openClient(clientId);
    expect(document.health.damaged).toBe(1);
    expect((await session.quarantine()).map(({ reason }) => reason)).toEqual(['damaged-blob']);
    const before = document.encodeOuter().length;
    await document.compact({ always: true });
    expect(document.encodeOuter().length).toBeGreaterThanOrEqual(before);
  });

  test('a blob that is missing from the middle is a gap, and what follows still opens', async () => {
    const device = await aVault();
    await device.session.keyring.addClientKeys([clientId]);
    for (const number of [1, 2, 3]) await addScore(device.session, number, { enteredTotal: number });
    await device.session.close();
    await tamperWithBlobs(device, clientId, (blobs) => blobs.delete(1, 1));
    const document = await (await unlocked(device)).openClient(clientId);
    expect(document.health.gaps.map(({ missing }) => missing)).toEqual([1]);
    expect(isWhole(document.health)).toBe(false);
  });

  test('the same blob twice with other bytes: the second is set aside', async () => {
    const device = await aVault();
    await device.session.keyring.addClientKeys([clientId]);
    await addScore(device.session, 1, { enteredTotal: 1 });
    await device.session.close();
    const twin = await aVault();
    await twin.session.close();
    await tamperWithBlobs(device, clientId, (blobs) => {
      const copy = new Uint8Array(blobs.get(0));
      copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 1;
      blobs.push([copy]);
    });
    const session = await unlocked(device);
    const document = await session.openClient(clientId);
    expect(document.health.damaged).toBe(1);
    expect((await session.quarantine()).map(({ reason }) => reason)).toEqual(['repeat-with-other-bytes']);
  });
});

describe('compaction', () => {
  test('folds many small blobs into one snapshot that holds everything, deletions too', async () => {
    const device = await aVault();
    await device.session.keyring.addClientKeys([clientId]);
    const document = await device.session.openClient(clientId);
    for (let number = 1; number <= 70; number += 1)
      await addScore(device.session, number, { enteredTotal: number });
    document.inner.getMap('entries').delete('0'.repeat(31) + '1');
    await document.flush();
    const before = document.encodeOuter().length;
    expect((await document.compact())?.kind).toBe('saved');
    expect(document.encodeOuter().length).toBeLessThan(before * 0.7);
    await device.session.close();
    const reopened = await unlocked(device);
    expect(await totals(reopened)).toEqual(Array.from({ length: 69 }, (_, index) => index + 2));
    expect(isWhole((await reopened.openClient(clientId)).health)).toBe(true);
  });
});

describe('caches', () => {
  test('a series row is valid for the head it was derived from and no other', async () => {
    const device = await aVault();
    const { session } = device;
    await session.keyring.addClientKeys([clientId]);
    await addScore(session, 1);
    const document = await session.openClient(clientId);
    const { revision } = document;
    await session.commitDerived({
      derivation,
      documents: [{ document, revision, series: bytes('chart') }],
      blocks: [{ block: 0, plain: bytes('caseload'), docIds: [clientId] }],
    });
    expect(await session.readSeries(clientId, derivation)).toEqual(bytes('chart'));
    expect((await session.readSummaries(derivation)).get(0)).toEqual(bytes('caseload'));
    expect(await session.dirtyDocuments()).toEqual([]);
    expect(await session.readSeries(clientId, bytes('test/2'))).toBeNull();
    await addScore(session, 2);
    expect(await session.dirtyDocuments()).toEqual([clientId]);
  });

  test('an edit between deriving and committing leaves the document dirty', async () => {
    const { session } = await aVault();
    await session.keyring.addClientKeys([clientId]);
    await addScore(session, 1);
    const document = await session.openClient(clientId);
    const { revision } = document;
    await addScore(session, 2);
    await session.commitDerived({
      derivation,
      documents: [{ document, revision, series: bytes('old') }],
      blocks: [],
    });
    expect(await session.dirtyDocuments()).toEqual([clientId]);
    expect(await session.readSeries(clientId, derivation)).toBeNull();
  });

  test('a tampered or exchanged row does not open', async () => {
    const device = await aVault();
    const { session } = device;
    const other = 'ff112233445566778899aabbccddeeff';
    await session.keyring.addClientKeys([clientId, other]);
    await addScore(session, 1);
    const document = await session.openClient(clientId);
    await session.commitDerived({
      derivation,
      documents: [{ document, revision: document.revision, series: bytes('chart') }],
      blocks: [],
    });
    const row = await device.ports.tables.readSeries(clientId);
    const head = await device.ports.tables.readHead(clientId);
    if (!row || !head) throw new Error('no row');
    const flipped = row.sealed.slice();
    flipped[60] = (flipped[60] ?? 0) ^ 1;
    const put = (docId: string, sealed: Uint8Array): Promise<void> =>
      device.ports.tables.commitClean({
        heads: [{ docId, head }],
        series: [{ ...row, docId, sealed }],
        summaries: [],
        cleanDocIds: [],
      });
    await put(clientId, flipped);
    expect(await session.readSeries(clientId, derivation)).toBeNull();
    await put(other, row.sealed);
    expect(await session.readSeries(other, derivation)).toBeNull();
  });
});

describe('erasing a client', () => {
  test('takes its key, document and cache rows, and no later unlock brings them back', async () => {
    const device = await aVault();
    await device.session.keyring.addClientKeys([clientId]);
    await addScore(device.session, 1);
    await eraseClient(device.session, clientId);
    expect(await device.ports.documents.list()).not.toContain(clientId);
    await device.session.close();
    const session = await unlocked(device);
    await expect(session.sealLabel(clientId, 'x')).rejects.toThrow('no key');
    expect(session.deps.keys.registry.erased.size).toBe(1);
    expect((await session.audit.read()).events.map(({ what }) => what)).toContain('client-erased');
  });
});
