import { Dexie, type EntityTable, type Table } from 'dexie';
import type {
  AuditRow,
  HeadRow,
  InboxRow,
  KeySlot,
  QuarantineRow,
  SeriesRow,
  SummaryBlockRow,
} from './vault-store.ts';

export interface SlotRow {
  readonly slot: KeySlot;
  readonly bytes: Uint8Array;
}

export interface StatementRow {
  /** SHA-256 of `bytes`, hex. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

interface CounterRow {
  readonly name: 'generation';
  readonly value: number;
}

/** Dexie multiplies its versions by ten in IndexedDB. */
export const nativeSchemaVersion = 20;

/** The Dexie schema, version 2. Every write is strict: `Saved`, a grant, an erasure must survive the next crash. */
export class VaultTables extends Dexie {
  declare readonly slots: Table<SlotRow, KeySlot>;
  declare readonly statements: Table<StatementRow, string>;
  declare readonly heads: Table<HeadRow, string>;
  declare readonly dirty: Table<{ readonly docId: string }, string>;
  declare readonly series: Table<SeriesRow, string>;
  declare readonly summaries: Table<SummaryBlockRow, number>;
  declare readonly quarantine: Table<QuarantineRow, string>;
  declare readonly audit: EntityTable<AuditRow & { seq: number }, 'seq'>;
  declare readonly inbox: EntityTable<InboxRow & { seq: number }, 'seq'>;
  declare readonly counters: Table<CounterRow, CounterRow['name']>;

  constructor(name: string) {
    // Without autoOpen: false Dexie would quietly make a new, empty vault after the browser closed or deleted this one.
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false, cache: 'disabled' });
    this.version(1).stores({
      slots: 'slot',
      statements: 'id',
      heads: 'docId',
      dirty: 'docId',
      series: 'docId',
      summaries: 'block',
      quarantine: 'id, docId',
      audit: '++seq',
      counters: 'name',
    });
    // Version 2 only adds: what the client answers while the vault is locked.
    this.version(2).stores({ inbox: '++seq, checkInId' });
  }
}
