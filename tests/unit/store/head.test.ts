import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { headOf } from '../../../src/sync/store/head.ts';

const edit = fc.record({
  replica: fc.nat(2),
  isDelete: fc.boolean(),
  at: fc.nat(30),
  syncWith: fc.option(fc.nat(2)),
});

describe('the head of a document', () => {
  it('is the same on every replica, in whatever order updates came, in 300 random histories', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        async (edits, chance) => {
          const replicas = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const;
          const updates: Uint8Array[] = [];
          for (const doc of replicas) doc.on('update', (update: Uint8Array) => updates.push(update));
          for (const { replica, isDelete, at, syncWith } of edits) {
            const doc = replicas[replica] ?? replicas[0];
            const blobs = doc.getArray<Uint8Array>('blobs');
            if (isDelete && blobs.length > 0) blobs.delete(at % blobs.length, 1);
            else blobs.push([new Uint8Array([at])]);
            const other = syncWith === null ? undefined : replicas[syncWith];
            if (other !== undefined) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
          }
          const heads = [];
          for (const doc of replicas) {
            for (const other of replicas) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
          }
          for (const doc of replicas) heads.push(await headOf(doc));
          const shuffled = updates
            .map((update) => ({ update, order: chance.next().value as number }))
            .sort((a, b) => a.order - b.order);
          const late = new Y.Doc({ gc: false });
          for (const { update } of shuffled) Y.applyUpdate(late, update);
          heads.push(await headOf(late));
          expect(heads[0]).toHaveLength(32);
          for (const head of heads) expect(head).toEqual(heads[0]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('changes with a deletion, which the state vector does not show', async () => {
    const doc = new Y.Doc();
    doc.getArray('blobs').push([new Uint8Array([1]), new Uint8Array([2])]);
    const [head, vector] = [await headOf(doc), Y.encodeStateVector(doc)];
    doc.getArray('blobs').delete(0, 1);
    expect(Y.encodeStateVector(doc)).toEqual(vector);
    expect(await headOf(doc)).not.toEqual(head);
  });
});
