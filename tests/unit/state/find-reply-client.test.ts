// Whose reply it is: by the keys alone, the likely ones first.
import { expect, test, vi } from 'vitest';
import { findReplyClient } from '../../../src/app/state/find-reply-client.ts';
import type { ClientId } from '../../../src/records/entry.ts';
import { encodeFragment } from '../../../src/sync/index.ts';
import { readFragment } from '../../../src/sync/vault/check-in-fragment.ts';
import { keyPairFromSeed } from '../../../src/sync/vault/key-pairs.ts';
import { aClient } from './a-client.ts';
import { aLink, parsed, random, replyTo } from './check-in-link-story.ts';

/** How many keys were tried. */
const counting = (session: {
  checkInSeed: (id: string, checkIn: string) => Promise<Uint8Array<ArrayBuffer> | null>;
}) => {
  const seed = vi.fn((id: string, checkIn: string) => session.checkInSeed(id, checkIn));
  return { seed, session: { checkInSeed: seed } };
};

async function someClients() {
  const { practice, client } = await aClient();
  const others: ClientId[] = [];
  for (let n = 0; n < 40; n++) others.push(await practice.addClient(`C${String(n)}`));
  const link = await aLink(practice, client);
  const reply = await parsed(await replyTo(link));
  await vi.waitFor(() => expect(practice.clientSummary(client.id)?.today.checkIns).toHaveLength(1));
  return { practice, client, link, reply, others };
}

test('the client at hand is tried first; then whoever has it open; then everybody, with progress', async () => {
  const { practice, client, reply, others } = await someClients();
  const atHand = counting(practice.session);
  const everybody = [...practice.clients].sort((a) => (a.id === client.id ? 1 : -1));
  const found = { kind: 'found', clientId: client.id };
  expect(
    await findReplyClient(reply, { session: atHand.session, clients: everybody, atHand: client.id }),
  ).toEqual(found);
  expect(atHand.seed).toHaveBeenCalledTimes(1);

  const onAnotherPage = counting(practice.session);
  const elsewhere = { session: onAnotherPage.session, clients: everybody, atHand: others[3] ?? null };
  expect(await findReplyClient(reply, elsewhere)).toEqual(found);
  expect(onAnotherPage.seed).toHaveBeenCalledTimes(2);

  const forgotten = everybody.map((each) => ({ ...each, today: { ...each.today, checkIns: [] } }));
  const onProgress = vi.fn();
  const search = { session: practice.session, clients: forgotten, atHand: null };
  expect(await findReplyClient(reply, search, { onProgress })).toEqual(found);
  expect(onProgress).toHaveBeenCalled();
});

test('a reply of another vault belongs to nobody here', async () => {
  const { practice } = await aClient();
  const elsewhere = await aClient();
  const reply = await parsed(await replyTo(await aLink(elsewhere.practice, elsewhere.client)));
  const { session, clients } = practice;
  expect(await findReplyClient(reply, { session, clients, atHand: null })).toEqual({ kind: 'nobody-here' });
});

test('a reply sealed to a key that somebody put into the link is seen to be that', async () => {
  const { practice, client, link } = await someClients();
  const read = readFragment(link.fragment);
  if (read.kind !== 'read') throw new Error('our own fragment');
  const { publicKey } = await keyPairFromSeed('X25519', random(32));
  const swapped = await parsed(await replyTo({ fragment: encodeFragment({ ...read.offer, publicKey }) }));
  const { session, clients } = practice;
  expect(await findReplyClient(swapped, { session, clients, atHand: null })).toEqual({
    kind: 'other-key',
    clientId: client.id,
  });
});

test('a search that is given up ends', async () => {
  const { practice, reply } = await someClients();
  const { session, clients } = practice;
  const search = findReplyClient(reply, { session, clients, atHand: null }, { signal: AbortSignal.abort() });
  await expect(search).rejects.toThrow();
});
