import type { QuarantineRow, VaultStore } from '../../src/sync/store/vault-store.ts';
import { rejects, same, type ContractCase } from './contract-case.ts';

export interface VaultStoreSubject {
  /** An empty store. */
  readonly store: VaultStore;
}

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

const quarantined = (id: string, docId: string): QuarantineRow => ({
  id,
  docId,
  reason: 'damaged-blob',
  bytes: bytes(1, 2),
  foundAt: '2026-01-05T10:00:00.000Z',
});

/** What every place for the vault's tables keeps. */
export const vaultStoreCases: readonly ContractCase<VaultStoreSubject>[] = [
  {
    name: 'an empty vault has nothing in any table',
    run: async ({ store }) => {
      same(await store.readSlot('keyring'), null, 'slot');
      same(await store.readStatements(), [], 'statements');
      same(await store.readHead('d'), null, 'head');
      same(await store.readHeads(), [], 'heads');
      same(await store.readDirty(), [], 'dirty');
      same(await store.readSeries('d'), null, 'series');
      same(await store.readSummaries(), [], 'summaries');
      same(await store.readQuarantine(), [], 'quarantine');
      same(await store.readAudit(), [], 'audit');
      same(await store.readInbox(), [], 'inbox');
      same(await store.readGeneration(), 0, 'generation');
    },
  },
  {
    name: 'slots are written together, overwritten, and deleted by null',
    run: async ({ store }) => {
      await store.writeSlots({ keyring: bytes(1), 'wrap-passkey': bytes(2) });
      same(await store.readSlot('keyring'), bytes(1), 'keyring');
      await store.writeSlots({ keyring: bytes(3), 'wrap-passkey': null });
      same(await store.readSlot('keyring'), bytes(3), 'keyring');
      same(await store.readSlot('wrap-passkey'), null, 'wrap-passkey');
    },
  },
  {
    name: 'a value that cannot be stored leaves every slot as it was',
    run: async ({ store }) => {
      await store.writeSlots({ keyring: bytes(1), 'vault-id': bytes(1) });
      const unstorable = (() => undefined) as unknown as Uint8Array; // a function cannot be cloned
      await rejects(store.writeSlots({ keyring: bytes(2), 'vault-id': unstorable }), 'writing');
      same(await store.readSlot('keyring'), bytes(1), 'keyring');
      same(await store.readSlot('vault-id'), bytes(1), 'vault-id');
    },
  },
  {
    name: 'stored bytes do not change with the caller’s array, nor the other way round',
    run: async ({ store }) => {
      const given = bytes(1, 1);
      await store.writeSlots({ keyring: given });
      given[0] = 9;
      const read = await store.readSlot('keyring');
      same(read, bytes(1, 1), 'keyring');
      if (read !== null) read[0] = 8;
      same(await store.readSlot('keyring'), bytes(1, 1), 'keyring after changing what was read');
    },
  },
  {
    name: 'statements only grow, and the same one is kept once',
    run: async ({ store }) => {
      await store.addStatements([bytes(1), bytes(2)]);
      await store.addStatements([bytes(2), bytes(3), bytes(3)]);
      const read = (await store.readStatements()).map((statement) => statement[0]).sort();
      same(read, [1, 2, 3], 'statements');
      await store.addStatements([]);
      same((await store.readStatements()).length, 3, 'statements after adding none');
    },
  },
  {
    name: 'a dirty mark stands until the commit that makes its document clean',
    run: async ({ store }) => {
      await store.markDirty(['a', 'b']);
      await store.markDirty(['b', 'c']);
      same(await store.readDirty(), ['a', 'b', 'c'], 'dirty');
      await store.commitClean({
        heads: [{ docId: 'b', head: bytes(7) }],
        series: [{ docId: 'b', stamp: bytes(1), sealed: bytes(2) }],
        summaries: [{ block: 0, stamp: bytes(3), sealed: bytes(4) }],
        cleanDocIds: ['b'],
      });
      same(await store.readDirty(), ['a', 'c'], 'dirty');
      same(await store.readHead('b'), bytes(7), 'head');
      same(await store.readSeries('b'), { docId: 'b', stamp: bytes(1), sealed: bytes(2) }, 'series');
      same(await store.readSummaries(), [{ block: 0, stamp: bytes(3), sealed: bytes(4) }], 'summaries');
    },
  },
  {
    name: 'a commit that cannot be stored whole is not stored at all',
    run: async ({ store }) => {
      await store.markDirty(['a']);
      const unstorable = (() => undefined) as unknown as Uint8Array; // a function cannot be cloned
      const commit = store.commitClean({
        heads: [{ docId: 'a', head: bytes(7) }],
        series: [{ docId: 'a', stamp: bytes(1), sealed: unstorable }],
        summaries: [],
        cleanDocIds: ['a'],
      });
      await rejects(commit, 'the commit');
      same(await store.readHead('a'), null, 'head');
      same(await store.readDirty(), ['a'], 'dirty');
    },
  },
  {
    name: 'clearing the caches leaves heads and marks alone',
    run: async ({ store }) => {
      await store.commitClean({
        heads: [{ docId: 'a', head: bytes(7) }],
        series: [{ docId: 'a', stamp: bytes(1), sealed: bytes(2) }],
        summaries: [{ block: 1, stamp: bytes(3), sealed: bytes(4) }],
        cleanDocIds: [],
      });
      await store.markDirty(['a']);
      await store.clearCaches();
      same(await store.readSeries('a'), null, 'series');
      same(await store.readSummaries(), [], 'summaries');
      same(await store.readHeads(), [{ docId: 'a', head: bytes(7) }], 'heads');
      same(await store.readDirty(), ['a'], 'dirty');
    },
  },
  {
    name: 'the same damage is quarantined once, with the day it was first found',
    run: async ({ store }) => {
      await store.addQuarantine([quarantined('x', 'a')]);
      await store.addQuarantine([
        { ...quarantined('x', 'a'), foundAt: '2027-01-01T00:00:00.000Z' },
        quarantined('y', 'b'),
      ]);
      same(await store.readQuarantine(), [quarantined('x', 'a'), quarantined('y', 'b')], 'quarantine');
    },
  },
  {
    name: 'the audit trail is read in the order in which it was written',
    run: async ({ store }) => {
      for (const n of [3, 1, 2]) await store.appendAudit(bytes(n));
      same(
        await store.readAudit(),
        [3, 1, 2].map((n, at) => ({ sealed: bytes(n), seq: at + 1 })),
        'audit',
      );
    },
  },
  {
    name: 'answers are kept in order with the sheet that asks the next one, and cleared by check-in',
    run: async ({ store }) => {
      const answer = (checkInId: string, index: number, value: number) => ({
        checkInId,
        index,
        sealed: bytes(value),
      });
      await store.keepAnswer(answer('a', 0, 1), bytes(10));
      await store.keepAnswer(answer('b', 0, 2), bytes(20));
      await store.keepAnswer(answer('a', 1, 3), bytes(11));
      await store.keepAnswer(answer('a', 0, 4), bytes(12));
      const read = await store.readInbox();
      same(
        read.map(({ checkInId, index, sealed }) => [checkInId, index, sealed[0]]),
        [
          ['a', 0, 1],
          ['b', 0, 2],
          ['a', 1, 3],
          ['a', 0, 4],
        ],
        'inbox',
      );
      same(await store.readSlot('hand-over'), bytes(12), 'sheet');
      await store.clearInbox('a');
      same(
        (await store.readInbox()).map(({ checkInId }) => checkInId),
        ['b'],
        'inbox after clearing',
      );
      same(await store.readSlot('hand-over'), bytes(12), 'sheet after clearing');
    },
  },
  {
    name: 'an answer that cannot be kept leaves the sheet at its question',
    run: async ({ store }) => {
      await store.writeSlots({ 'hand-over': bytes(1) });
      const unstorable = (() => undefined) as unknown as Uint8Array; // a function cannot be cloned
      const keeping = store.keepAnswer({ checkInId: 'a', index: 0, sealed: unstorable }, bytes(2));
      await rejects(keeping, 'the answer');
      same(await store.readSlot('hand-over'), bytes(1), 'sheet');
      same(await store.readInbox(), [], 'inbox');
    },
  },
  {
    name: 'each claim is a new generation, also when two come together',
    run: async ({ store }) => {
      same(await store.claimGeneration(), 1, 'first');
      const both = await Promise.all([store.claimGeneration(), store.claimGeneration()]);
      same([...both].sort(), [2, 3], 'two at once');
      same(await store.readGeneration(), 3, 'read');
      same(await store.claimGenerationAfter(2), null, 'another has claimed since');
      same(await store.claimGenerationAfter(3), 4, 'claimed after what was seen');
      same(await store.readGeneration(), 4, 'read again');
    },
  },
  {
    name: 'a forgotten document leaves nothing in any table, and takes nothing else with it',
    run: async ({ store }) => {
      await store.commitClean({
        heads: ['a', 'b'].map((docId) => ({ docId, head: bytes(7) })),
        series: ['a', 'b'].map((docId) => ({ docId, stamp: bytes(1), sealed: bytes(2) })),
        summaries: [],
        cleanDocIds: [],
      });
      await store.markDirty(['a', 'b']);
      await store.addQuarantine([quarantined('x', 'a'), quarantined('y', 'b')]);
      await store.forgetDocument('a');
      same(await store.readHeads(), [{ docId: 'b', head: bytes(7) }], 'heads');
      same(await store.readDirty(), ['b'], 'dirty');
      same(await store.readSeries('a'), null, 'series of a');
      same((await store.readSeries('b'))?.docId, 'b', 'series of b');
      same(await store.readQuarantine(), [quarantined('y', 'b')], 'quarantine');
    },
  },
];
