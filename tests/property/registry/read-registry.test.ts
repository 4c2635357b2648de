import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { asBytes, type Bytes } from '../../../src/sync/vault/bytes.ts';
import type { DeviceWithSecrets } from '../../../src/sync/vault/device.ts';
import type { DocId } from '../../../src/sync/vault/ids.ts';
import { decodeStatement } from '../../../src/sync/registry/statement.ts';
import type { RegistryView } from '../../../src/sync/registry/registry-view.ts';
import { revokeDevice } from '../../../src/sync/registry/revoke-device.ts';
import { anId } from '../../unit/vault/a-vault.ts';
import { flippedCopies } from '../../unit/vault/seeded-random.ts';
import { aPractice, type Practice } from '../../unit/registry/a-practice.ts';

/** The view without the list of what was turned away. */
const said = ({ rejected: _, ...view }: RegistryView): Omit<RegistryView, 'rejected'> => view;

/** One step of a tangled history: who acts, on whom, how much of what was said they have seen. */
const step = fc.record({
  act: fc.constantFrom('admit', 'revoke', 'revoke', 'erase', 'sheet revokes'),
  actor: fc.nat(),
  target: fc.nat(),
  unseen: fc.nat({ max: 6 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function live(practice: Practice, steps: readonly Step[]): Promise<readonly Bytes[]> {
  const devices: DeviceWithSecrets[] = [practice.desk];
  const said: Bytes[] = [...practice.founded];
  const pick = (n: number): DeviceWithSecrets => devices[n % devices.length] ?? practice.desk;
  for (const [i, { act, actor, target, unseen }] of steps.entries()) {
    // An actor has always seen the founding, and misses the last few things that were said.
    const known = said.slice(0, Math.max(practice.founded.length, said.length - unseen));
    const view = await practice.view(known);
    if (act === 'admit') {
      const { device, statements } = await practice.admit(pick(actor));
      devices.push(device);
      said.push(...statements);
    } else if (act === 'erase') {
      said.push(await practice.say(pick(actor), { kind: 'erased', docId: anId<DocId>(i) }));
    } else if (view.devices.has(pick(target).id)) {
      const signing = act === 'revoke' ? await practice.by(pick(actor)) : await practice.bySheet();
      said.push(...(await revokeDevice(known, pick(target).id, [], signing)).newStatements);
    }
  }
  return said;
}

describe('the registry', () => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await aPractice(3);
  });

  test('any order and any repetition of the same statements gives the same view', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 7 }),
        fc.array(fc.nat(), { minLength: 1 }),
        async (steps, chances) => {
          let draws = 0;
          const chance = (): number => ((chances[draws++ % chances.length] ?? 0) * 31 + draws * 7919) % 1009;
          const statements = await live(practice, steps);
          const view = await practice.view(statements);
          for (let round = 0; round < 3; round++) {
            const drawn = [...statements, ...statements.slice(0, 4)].map((bytes) => ({
              bytes,
              at: chance(),
            }));
            const shuffled = drawn.sort((a, b) => a.at - b.at).map(({ bytes }) => bytes);
            expect(await practice.view(shuffled)).toEqual(view);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('a device that a standing revocation names is never active, and no epoch of a revoked device is current', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
        const view = await practice.view(await live(practice, steps));
        for (const { body } of view.statements.values()) {
          if (body.kind === 'revoke') expect(view.devices.get(body.deviceId)?.state).not.toBe('active');
        }
        for (const holder of view.currentEpoch?.holders ?? []) {
          if (holder.kind === 'device') expect(view.devices.get(holder.id)?.state).not.toBe('revoked');
        }
        const disputed = [...view.devices.values()].some(({ state }) => state === 'disputed');
        if (disputed) expect(view.standoff).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('what the sheet says stands, whatever the devices say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.nat(), async (steps, target) => {
        const statements = await live(practice, steps);
        const view = await practice.view(statements);
        const devices = [...view.devices.keys()];
        const id = devices[target % devices.length];
        if (id === undefined) throw new Error('there is always the founder');
        const { newStatements } = await revokeDevice(statements, id, [], await practice.bySheet());
        const after = await practice.view(statements, newStatements);
        expect(after.devices.get(id)?.state).toBe('revoked');
      }),
      { numRuns: 15 },
    );
  });

  test('a statement with any byte flipped never counts and never changes the view', async () => {
    const tablet = await practice.admit(practice.desk);
    const known = [...practice.founded, ...tablet.statements];
    const statements = [...known, ...(await practice.revoke(practice.desk, tablet.device, known))];
    const view = await practice.view(statements);
    const kinds = new Set<string>();
    for (const statement of statements) {
      const decoded = await decodeStatement(statement);
      if (decoded === null || decoded === 'newer-version' || kinds.has(decoded.statement.body.kind)) continue;
      kinds.add(decoded.statement.body.kind);
      const copies = [...flippedCopies(statement)].map(([copy]) => asBytes(copy));
      const flipped = await practice.view(statements, copies);
      expect(said(flipped)).toEqual(said(view));
      expect(flipped.rejected).toHaveLength(copies.length);
    }
    expect(kinds).toEqual(
      new Set(['found', 'recovery-key', 'device-name', 'epoch', 'grant', 'admit', 'revoke']),
    );
  });

  test('rubbish is rejected as malformed and changes nothing', async () => {
    const view = await practice.view(practice.founded);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 5 }), async (rubbish) => {
        const header = new Uint8Array([0x53, 0x4e, 0x44, 0x47, 0x10, 1]);
        const likely = rubbish.map((bytes) => new Uint8Array([...header, ...bytes]));
        const read = await practice.view(practice.founded, rubbish.map(asBytes), likely);
        expect(said(read)).toEqual(said(view));
        expect(new Set(read.rejected.map(({ reason }) => reason)).size).toBeLessThanOrEqual(2);
      }),
      { numRuns: 30 },
    );
  });
});
