// Two devices of one vault that exchange outer updates in any order, edit, compact and restart at any moment: all that was
// saved on either is on both in the end (VAULT B1, B4, B6, B7). The vault is founded once; the second device restores it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectBackup } from '../../../src/sync/replica/backup-files.ts';
import { isWhole } from '../../../src/sync/replica/document-health.ts';
import { restoreVault } from '../../../src/sync/replica/restore-vault.ts';
import type { VaultSession } from '../../../src/sync/replica/vault-session.ts';
import {
  addScore,
  aDevice,
  aVault,
  clientId,
  totals,
  unlocked,
  type TestDevice,
} from '../../unit/replica/a-practice.ts';

type Step =
  | { readonly kind: 'edit' | 'compact' | 'restart'; readonly on: 0 | 1 }
  | { readonly kind: 'send'; readonly from: 0 | 1 };

const which = fc.constantFrom<0 | 1>(0, 1);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('edit' as const), on: which }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('compact' as const), on: which }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), on: which }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('send' as const), from: which }) },
  ),
  { minLength: 4, maxLength: 24 },
);

interface Pair {
  readonly devices: readonly [TestDevice, TestDevice];
  sessions: [VaultSession, VaultSession];
}

async function aPair(): Promise<Pair> {
  const first = await aVault();
  await first.session.keyring.addClientKeys([clientId]);
  const { files } = await collectBackup(first.session);
  const second = aDevice();
  const restored = await restoreVault(second.door, files, first.words.join(' '), 'lamp river cotton');
  if (restored.kind !== 'restored') throw new Error(restored.reason);
  await first.session.addStatements(await second.ports.tables.readStatements());
  return { devices: [first, second], sessions: [first.session, restored.session] };
}

async function send(from: VaultSession, to: VaultSession): Promise<void> {
  const [source, target] = [await from.openClient(clientId), await to.openClient(clientId)];
  await source.flush();
  const outcome = await target.takeIn(source.encodeOuter());
  expect(outcome.kind).toBe('taken-in');
  await from.release(source);
  await to.release(target);
}

async function carryOut(pair: Pair, step: Step, number: number): Promise<void> {
  if (step.kind === 'send') {
    await send(pair.sessions[step.from], pair.sessions[step.from === 0 ? 1 : 0]);
    return;
  }
  const session = pair.sessions[step.on];
  if (step.kind === 'edit') {
    await addScore(session, number, { enteredTotal: number });
  } else if (step.kind === 'compact') {
    const document = await session.openClient(clientId);
    await document.compact({ always: true });
    await session.release(document);
  } else {
    await session.close();
    pair.sessions[step.on] = await unlocked(pair.devices[step.on]);
  }
}

test('two devices converge, and nothing that was saved is lost', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const pair = await aPair();
      const written: number[] = [];
      for (const [index, step] of history.entries()) {
        await carryOut(pair, step, index + 1);
        if (step.kind === 'edit') written.push(index + 1);
      }
      const [a, b] = pair.sessions;
      await send(a, b);
      await send(b, a);
      await send(a, b);
      expect(await totals(a)).toEqual(written);
      expect(await totals(b)).toEqual(written);
      const [docA, docB] = [await a.openClient(clientId), await b.openClient(clientId)];
      expect(await docA.head()).toEqual(await docB.head());
      expect(isWhole(docA.health)).toBe(true);
    }),
    { numRuns: 15 },
  );
});
