import { hashName } from './hash-name.ts';
import type {
  AuditRow,
  CleanCommit,
  HeadRow,
  InboxRow,
  KeySlot,
  QuarantineRow,
  SeriesRow,
  SummaryBlockRow,
  VaultStore,
} from './vault-store.ts';

/** The tables of the throw-away example vault. Values are copied in and out, as a database does. */
export class MemoryVaultStore implements VaultStore {
  readonly #slots = new Map<KeySlot, Uint8Array>();
  readonly #statementsById = new Map<string, Uint8Array>();
  readonly #headsByDocId = new Map<string, HeadRow>();
  readonly #dirty = new Set<string>();
  readonly #seriesByDocId = new Map<string, SeriesRow>();
  readonly #summariesByBlock = new Map<number, SummaryBlockRow>();
  readonly #quarantineById = new Map<string, QuarantineRow>();
  readonly #audit: AuditRow[] = [];
  #inbox: InboxRow[] = [];
  #inboxSeq = 0;
  #generation = 0;

  readSlot(slot: KeySlot): Promise<Uint8Array | null> {
    return soon(this.#slots.get(slot) ?? null);
  }

  async writeSlots(values: Readonly<Partial<Record<KeySlot, Uint8Array | null>>>): Promise<void> {
    for (const [slot, bytes] of Object.entries(await soon(values)) as [KeySlot, Uint8Array | null][])
      // KeySlots by type
      if (bytes === null) this.#slots.delete(slot);
      else this.#slots.set(slot, bytes);
  }

  readStatements(): Promise<readonly Uint8Array[]> {
    return soon(sortedValues(this.#statementsById));
  }

  async addStatements(statements: readonly Uint8Array[]): Promise<void> {
    for (const bytes of await soon(statements)) this.#statementsById.set(await hashName(bytes), bytes);
  }

  readHead(docId: string): Promise<Uint8Array | null> {
    return soon(this.#headsByDocId.get(docId)?.head ?? null);
  }

  readHeads(): Promise<readonly HeadRow[]> {
    return soon(sortedValues(this.#headsByDocId));
  }

  markDirty(docIds: readonly string[]): Promise<void> {
    for (const docId of docIds) this.#dirty.add(docId);
    return Promise.resolve();
  }

  readDirty(): Promise<readonly string[]> {
    return soon([...this.#dirty].sort());
  }

  async commitClean(commit: CleanCommit): Promise<void> {
    const { heads, series, summaries, cleanDocIds } = await soon(commit);
    for (const row of heads) this.#headsByDocId.set(row.docId, row);
    for (const row of series) this.#seriesByDocId.set(row.docId, row);
    for (const row of summaries) this.#summariesByBlock.set(row.block, row);
    for (const docId of cleanDocIds) this.#dirty.delete(docId);
  }

  readSeries(docId: string): Promise<SeriesRow | null> {
    return soon(this.#seriesByDocId.get(docId) ?? null);
  }

  readSummaries(): Promise<readonly SummaryBlockRow[]> {
    return soon(sortedValues(this.#summariesByBlock));
  }

  clearCaches(): Promise<void> {
    this.#seriesByDocId.clear();
    this.#summariesByBlock.clear();
    return Promise.resolve();
  }

  async addQuarantine(rows: readonly QuarantineRow[]): Promise<void> {
    for (const row of await soon(rows))
      if (!this.#quarantineById.has(row.id)) this.#quarantineById.set(row.id, row);
  }

  readQuarantine(): Promise<readonly QuarantineRow[]> {
    return soon(sortedValues(this.#quarantineById));
  }

  async removeQuarantine(ids: readonly string[]): Promise<void> {
    for (const id of await soon(ids)) this.#quarantineById.delete(id);
  }

  appendAudit(sealed: Uint8Array): Promise<void> {
    this.#audit.push({ seq: this.#audit.length + 1, sealed: sealed.slice() });
    return Promise.resolve();
  }

  readAudit(): Promise<readonly AuditRow[]> {
    return soon(this.#audit);
  }

  async keepAnswer(row: InboxRow, sheet: Uint8Array): Promise<void> {
    const kept = await soon({ row, sheet });
    this.#inboxSeq += 1;
    this.#inbox.push({ ...kept.row, seq: this.#inboxSeq });
    this.#slots.set('hand-over', kept.sheet);
  }

  readInbox(): Promise<readonly InboxRow[]> {
    return soon(this.#inbox);
  }

  clearInbox(checkInId: string): Promise<void> {
    this.#inbox = this.#inbox.filter((row) => row.checkInId !== checkInId);
    return Promise.resolve();
  }

  claimGeneration(): Promise<number> {
    this.#generation += 1;
    return Promise.resolve(this.#generation);
  }

  claimGenerationAfter(seen: number): Promise<number | null> {
    return seen === this.#generation ? this.claimGeneration() : Promise.resolve(null);
  }

  readGeneration(): Promise<number> {
    return Promise.resolve(this.#generation);
  }

  forgetDocument(docId: string): Promise<void> {
    this.#headsByDocId.delete(docId);
    this.#dirty.delete(docId);
    this.#seriesByDocId.delete(docId);
    for (const [id, row] of this.#quarantineById) if (row.docId === docId) this.#quarantineById.delete(id);
    return Promise.resolve();
  }

  /** Nothing closes memory. */
  onClosed(): () => void {
    return () => undefined;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    const tables = [this.#slots, this.#statementsById, this.#headsByDocId, this.#dirty, this.#seriesByDocId];
    for (const table of [...tables, this.#summariesByBlock, this.#quarantineById]) table.clear();
    this.#audit.length = 0;
    this.#inbox = [];
    return Promise.resolve();
  }
}

const soon = <T>(value: T): Promise<T> => Promise.resolve(structuredClone(value));

const sortedValues = <K extends string | number, V>(map: ReadonlyMap<K, V>): readonly V[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
