import { describe, expect, test } from 'vitest';
import { sealBytes, openBytes } from '../../../src/sync/vault/seal.ts';
import { PIN_MINUTES, PinWrap } from '../../../src/sync/vault/pin-wrap.ts';
import { keyringKeyOf, newVaultKey } from '../../../src/sync/vault/vault-key.ts';
import { vaultIdOf } from '../../../src/sync/vault/ids.ts';
import { newDevice } from '../../../src/sync/vault/device.ts';
import { fastKdf } from './fast-kdf.ts';
import { seededRandom } from './seeded-random.ts';

const pin = '402917';
const nothing = new Uint8Array(0);

async function aWrap() {
  const random = seededRandom(3);
  const clock = { now: 1_000 };
  const keyringKey = await keyringKeyOf(newVaultKey(random), await vaultIdOf(await newDevice(random)));
  const wrap = await PinWrap.of(keyringKey, pin, {
    deriveKey: fastKdf,
    random,
    monotonicNow: () => clock.now,
  });
  return { wrap, keyringKey, clock, random };
}

describe('a one-time PIN', () => {
  test('opens to the same key, once', async () => {
    const { wrap, keyringKey, random } = await aWrap();
    const sealed = await sealBytes(keyringKey, new Uint8Array([7]), nothing, random);
    const opening = await wrap.open(pin);
    if (opening.kind !== 'opened') throw new Error(opening.kind);
    expect(await openBytes(opening.keyringKey, sealed, nothing)).toEqual(new Uint8Array([7]));
    expect(wrap.isAlive).toBe(false);
    expect((await wrap.open(pin)).kind).toBe('gone');
  });

  test('is gone after five wrong tries, also for the right one', async () => {
    const { wrap } = await aWrap();
    for (const triesLeft of [4, 3, 2, 1])
      expect(await wrap.open('000000')).toEqual({ kind: 'wrong-pin', triesLeft });
    expect(await wrap.open('000000')).toEqual({ kind: 'gone', why: 'tries' });
    expect(await wrap.open(pin)).toEqual({ kind: 'gone', why: 'tries' });
  });

  test('counts tries that are made at once one by one', async () => {
    const { wrap } = await aWrap();
    const openings = await Promise.all(Array.from({ length: 8 }, () => wrap.open('111111')));
    expect(openings.filter(({ kind }) => kind === 'wrong-pin')).toHaveLength(4);
    expect(await wrap.open(pin)).toEqual({ kind: 'gone', why: 'tries' });
  });

  test('counts what is no PIN at all as a try', async () => {
    const { wrap } = await aWrap();
    expect(await wrap.open('')).toEqual({ kind: 'wrong-pin', triesLeft: 4 });
  });

  test('is gone after twenty minutes', async () => {
    const { wrap, clock } = await aWrap();
    clock.now += PIN_MINUTES * 60_000 - 1;
    expect(wrap.isAlive).toBe(true);
    clock.now += 1;
    expect(wrap.isAlive).toBe(false);
    expect(await wrap.open(pin)).toEqual({ kind: 'gone', why: 'time' });
  });

  test('has six digits', async () => {
    const { keyringKey } = await aWrap();
    const deps = { deriveKey: fastKdf, random: seededRandom(1), monotonicNow: () => 0 };
    await expect(PinWrap.of(keyringKey, '12345', deps)).rejects.toThrow(RangeError);
    await expect(PinWrap.of(keyringKey, '12345a', deps)).rejects.toThrow(RangeError);
  });
});
