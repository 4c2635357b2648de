import { describe, expect, test } from 'vitest';
import { eraseClient } from '../../../src/sync/replica/erase-client.ts';
import { HandedOver } from '../../../src/sync/replica/handed-over.ts';
import { encodeSheet, decodeSheet, readSheet } from '../../../src/sync/replica/hand-over-sheet.ts';
import { lookAtVault } from '../../../src/sync/replica/look-at-vault.ts';
import { aVault, clientId, unlocked } from './a-practice.ts';

const checkInId = 'a1'.repeat(16);

async function handedOver() {
  const device = await aVault();
  await device.session.keyring.addClientKeys([clientId]);
  const sheet = await device.session.inbox.handOver({
    ...{ clientId, checkInId, language: 'en', next: 0, hasEnded: false },
    asked: [{ id: 'phq-9', version: '1' }],
    contacts: [{ name: 'Help', reach: '112', note: '' }],
  });
  await device.session.close();
  const run = (given = sheet): HandedOver =>
    new HandedOver(given, { ...device.ports, isStillWriter: () => Promise.resolve(device.isWriter) });
  return { device, sheet, run };
}

describe('an inbox', () => {
  test('keeps each answer sealed, goes on at the next question, and gives them back to the therapist', async () => {
    const { device, run } = await handedOver();
    const first = run();
    await first.answer(0, 3);
    await first.answer(1, null);
    const kept = await readSheet(device.ports.tables);
    expect(kept?.next).toBe(2);
    const afterReload = run(kept ?? undefined);
    await afterReload.answer(2, 1);
    await afterReload.end();
    const session = await unlocked(device);
    const mark = await session.inbox.takeBack();
    if (!mark) throw new Error('nothing came back');
    expect(mark).toEqual({ checkInId, clientId, hasEnded: true });
    const given = await session.inbox.given(mark);
    expect([...given.byIndex]).toEqual([
      [0, 3],
      [1, null],
      [2, 1],
    ]);
    expect(given.unreadable).toBe(0);
    expect(await readSheet(device.ports.tables)).toBeNull();
  });

  test('counts the last of several answers, and never goes back in the questions', async () => {
    const { device, run } = await handedOver();
    const client = run();
    await client.answer(0, 3);
    await client.answer(1, 2);
    await client.answer(0, 0);
    expect(client.sheet.next).toBe(2);
    const session = await unlocked(device);
    const mark = await session.inbox.takeBack();
    if (!mark) throw new Error('nothing came back');
    expect(mark.hasEnded).toBe(false);
    expect((await session.inbox.given(mark)).byIndex.get(0)).toBe(0);
  });

  test('keeps everything until it is decided, and nothing after that', async () => {
    const { device, run } = await handedOver();
    await run().answer(0, 3);
    const session = await unlocked(device);
    await session.inbox.takeBack();
    await session.close();
    const later = await unlocked(device);
    const [mark] = await later.inbox.waiting();
    if (!mark) throw new Error('nothing waits');
    expect((await later.inbox.given(mark)).byIndex.size).toBe(1);
    await later.inbox.finish(checkInId);
    expect(await later.inbox.waiting()).toEqual([]);
    expect(await device.ports.tables.readInbox()).toEqual([]);
  });

  test('does not count rows that were put there by somebody else', async () => {
    const { device, run } = await handedOver();
    const client = run();
    await client.answer(0, 3);
    const [row] = await device.ports.tables.readInbox();
    if (!row) throw new Error('no row');
    await device.ports.tables.keepAnswer({ ...row, index: 1 }, encodeSheet(client.sheet));
    const session = await unlocked(device);
    const mark = await session.inbox.takeBack();
    if (!mark) throw new Error('nothing came back');
    const given = await session.inbox.given(mark);
    expect([...given.byIndex]).toEqual([[0, 3]]);
    expect(given.unreadable).toBe(1);
  });

  test('is emptied when the client is erased', async () => {
    const { device, run } = await handedOver();
    await run().answer(0, 3);
    const session = await unlocked(device);
    await session.inbox.takeBack();
    await eraseClient(session, clientId);
    expect(await session.inbox.waiting()).toEqual([]);
    expect(await device.ports.tables.readInbox()).toEqual([]);
  });

  test('keeps no answer that another tab would have to know of', async () => {
    const { device, run } = await handedOver();
    device.isWriter = false;
    await expect(run().answer(0, 3)).rejects.toThrow();
    expect(await device.ports.tables.readInbox()).toEqual([]);
  });

  test('names no client in what can be read before unlock', async () => {
    const { device, sheet } = await handedOver();
    const slot = await device.ports.tables.readSlot('hand-over');
    expect(new TextDecoder().decode(slot ?? undefined)).not.toContain(clientId);
    expect(Object.keys(sheet).sort()).toEqual(
      ['asked', 'checkInId', 'contacts', 'hasEnded', 'language', 'next', 'publicKey'].sort(),
    );
    expect((await lookAtVault(device.ports.tables)).kind).toBe('locked');
  });

  test('takes a sheet that is not ours for none', async () => {
    const { sheet } = await handedOver();
    const text = new TextDecoder().decode(encodeSheet(sheet));
    const bent = (change: (text: string) => string) => decodeSheet(new TextEncoder().encode(change(text)));
    expect(bent((same) => same)).toEqual(sheet);
    for (const change of [
      (t: string) => t.slice(0, -3),
      (t: string) => t.replace('"v":1', '"v":2'),
      (t: string) => t.replace('"next":0', '"next":-1'),
      (t: string) => t.replace('"phq-9"', '9'),
      () => 'null',
    ])
      expect(bent(change)).toBeNull();
  });
});
