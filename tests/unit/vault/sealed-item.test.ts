import { expect, test } from 'vitest';
import { deriveAesKey } from '../../../src/sync/vault/purposes.ts';
import { itemEpoch, openItem, sealItem, type PlainItem } from '../../../src/sync/vault/sealed-item.ts';
import { toUtf8 } from '../../../src/sync/vault/text.ts';
import { aKeyring } from './a-vault.ts';
import { flippedCopies, seededRandom } from './seeded-random.ts';

const stamp = new Uint8Array(32).fill(2);

async function anItem(changes: Partial<PlainItem> = {}) {
  const key = await deriveAesKey(new Uint8Array(32).fill(1), 'series');
  const item: PlainItem = {
    kind: 'item',
    key,
    epochId: null,
    context: ['series', 'a', stamp],
    plain: toUtf8('row'),
    ...changes,
  };
  return { item, key, sealed: await sealItem(item, seededRandom(1)) };
}

test('a row opens in its place and in no other', async () => {
  const { item, key, sealed } = await anItem();
  expect(await openItem(sealed, key, item.context)).toEqual(item.plain);
  for (const context of [
    ['series', 'b', stamp],
    ['seriesa', '', stamp],
    ['series', 'a'],
    ['series', 'a', stamp, ''],
  ]) {
    expect(await openItem(sealed, key, context)).toBeNull();
  }
});

test('names are padded to 64 bytes, rows to 256', async () => {
  const name = await anItem({ kind: 'short-item' });
  expect(name.sealed.length).toBe(22 + 12 + 64 + 16);
  expect((await anItem()).sealed.length).toBe(22 + 12 + 256 + 16);
  expect(await openItem(name.sealed, name.key, name.item.context)).toEqual(name.item.plain);
});

test('it names the epoch whose root opens it', async () => {
  const [epoch] = (await aKeyring()).epochs;
  expect(itemEpoch((await anItem({ epochId: epoch?.id ?? null })).sealed)).toBe(epoch?.id);
  expect(itemEpoch((await anItem()).sealed)).toBeNull();
  expect(itemEpoch(toUtf8('a'.repeat(300)))).toBe('not-an-item');
  expect(itemEpoch(new Uint8Array())).toBe('not-an-item');
});

test('a flipped byte anywhere keeps it shut', async () => {
  for (const kind of ['item', 'short-item'] as const) {
    const { item, key, sealed } = await anItem({ kind });
    for (const [copy, at] of flippedCopies(sealed)) {
      expect(await openItem(copy, key, item.context), `byte ${at}`).toBeNull();
    }
    for (let length = 0; length < sealed.length; length += 5) {
      expect(await openItem(sealed.subarray(0, length), key, item.context)).toBeNull();
    }
  }
});
