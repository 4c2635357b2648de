import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { headOf } from '../../../src/sync/store/head.ts';
import { blobsOf, newDocId, rawRows, storeWithoutRetries } from './fake-disk.ts';

type Step =
  | { readonly kind: 'push'; readonly byte: number }
  | { readonly kind: 'delete'; readonly at: number }
  | { readonly kind: 'receive'; readonly byte: number }
  | { readonly kind: 'reopen' | 'trim' | 'wait' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('push' as const), byte: fc.nat(255) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('receive' as const), byte: fc.nat(255) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('reopen' as const, 'trim' as const, 'wait' as const) }),
  },
);

describe('random histories', () => {
  it(
    '300 of them: after each reopening the head is the same, and rows stay bounded',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
          const store = storeWithoutRetries();
          const docId = newDocId();
          const elsewhere = new Y.Doc();
          let log = await store.open(docId);
          let writesSinceTrim = 0;
          for (const step of steps) {
            const blobs = blobsOf(log);
            if (step.kind === 'push') {
              blobs.push([new Uint8Array([step.byte])]);
              writesSinceTrim += 1;
            } else if (step.kind === 'delete' && blobs.length > 0) {
              blobs.delete(step.at % blobs.length, 1);
              writesSinceTrim += 1;
            } else if (step.kind === 'receive') {
              Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(log.outer));
              elsewhere.getArray('blobs').insert(0, [new Uint8Array([step.byte])]);
              Y.applyUpdate(log.outer, Y.encodeStateAsUpdate(elsewhere, Y.encodeStateVector(log.outer)));
              writesSinceTrim += 1;
            } else if (step.kind === 'wait') await log.settled();
            else if (step.kind === 'trim') {
              expect(await log.trim()).toEqual({ kind: 'saved' });
              expect(await rawRows(docId)).toHaveLength(1);
              writesSinceTrim = 1;
            } else if (step.kind === 'reopen') {
              const head = await headOf(log.outer);
              await log.close();
              log = await store.open(docId);
              expect(await headOf(log.outer)).toEqual(head);
              expect(log.outer.store.pendingStructs).toBeNull();
              expect(log.outer.store.pendingDs).toBeNull();
            }
          }
          const head = await headOf(log.outer);
          await log.close();
          const last = await store.open(docId);
          expect(await headOf(last.outer)).toEqual(head);
          if (writesSinceTrim > 0) expect((await rawRows(docId)).length).toBeLessThanOrEqual(writesSinceTrim);
          await last.close();
        }),
        { numRuns: 300 },
      );
    },
  );
});
