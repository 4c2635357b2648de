import { openDatabase } from './document-database.ts';
import { hashName } from './hash-name.ts';
import { errorName, StoreFailure } from './store-failure.ts';
import { nativeSchemaVersion, VaultTables, type SlotRow, type StatementRow } from './vault-tables.ts';
import type {
  AuditRow,
  CleanCommit,
  HeadRow,
  InboxRow,
  KeySlot,
  QuarantineRow,
  SeriesRow,
  StoreOpening,
  SummaryBlockRow,
  VaultStore,
} from './vault-store.ts';

const openTimeoutMs = 10_000;

/**
 * Opens (or makes) the vault's tables.
 * @returns 'cannot-open' with `newer-version`, `blocked`, `no-answer` or the name of the browser's error.
 */
export async function openDexieVaultStore(name = 'soundings-vault'): Promise<StoreOpening> {
  try {
    if (await isFromNewerVersion(name)) return { kind: 'cannot-open', reason: 'newer-version' };
    const tables = new VaultTables(name);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refusal = await Promise.race([
      tables.open().then(() => null),
      new Promise<string>((resolve) => {
        tables.on('blocked', () => {
          resolve('blocked');
        });
        timer = setTimeout(resolve, openTimeoutMs, 'no-answer');
      }),
    ]).finally(() => {
      clearTimeout(timer);
    });
    if (refusal === null) return { kind: 'opened', store: new DexieVaultStore(tables) };
    tables.close();
    return { kind: 'cannot-open', reason: refusal };
  } catch (error) {
    return { kind: 'cannot-open', reason: errorName(error instanceof StoreFailure ? error.cause : error) };
  }
}

/** Dexie opens a newer database as if it were its own, and even adds tables to it: so we look first. */
async function isFromNewerVersion(name: string): Promise<boolean> {
  const opened = await openDatabase(name, null);
  if (opened === null) return false;
  const { version } = opened.db;
  opened.db.close();
  return version > nativeSchemaVersion;
}

class DexieVaultStore implements VaultStore {
  readonly #tables: VaultTables;
  readonly #closedListeners = new Set<() => void>();
  /** Closing that we asked for is no news. */
  #isClosing = false;

  constructor(tables: VaultTables) {
    this.#tables = tables;
    tables.on('close', () => {
      if (this.#isClosing) return;
      this.#isClosing = true;
      for (const listener of this.#closedListeners) listener();
    });
    tables.on('versionchange', () => {
      tables.close(); // fires 'close'
      return false; // Dexie's own handler would write to the console
    });
  }

  async readSlot(slot: KeySlot): Promise<Uint8Array | null> {
    return (await this.#tables.slots.get(slot))?.bytes ?? null;
  }

  async writeSlots(values: Readonly<Partial<Record<KeySlot, Uint8Array | null>>>): Promise<void> {
    const { slots } = this.#tables;
    const kept: SlotRow[] = [];
    const dropped: KeySlot[] = [];
    for (const [slot, bytes] of Object.entries(values) as [KeySlot, Uint8Array | null][])
      // keys are KeySlots by type
      if (bytes === null) dropped.push(slot);
      else kept.push({ slot, bytes });
    await this.#tables.transaction('rw', slots, async () => {
      await slots.bulkPut(kept);
      await slots.bulkDelete(dropped);
    });
  }

  async readStatements(): Promise<readonly Uint8Array[]> {
    return (await this.#tables.statements.toArray()).map((row) => row.bytes);
  }

  async addStatements(given: readonly Uint8Array[]): Promise<void> {
    const rows = await Promise.all(
      given.map(async (bytes): Promise<StatementRow> => ({ id: await hashName(bytes), bytes })),
    );
    const { statements } = this.#tables;
    await this.#tables.transaction('rw', statements, async () => {
      const known = await statements.bulkGet(rows.map((row) => row.id));
      await statements.bulkPut(rows.filter((_, at) => known[at] === undefined));
    });
  }

  async readHead(docId: string): Promise<Uint8Array | null> {
    return (await this.#tables.heads.get(docId))?.head ?? null;
  }

  readHeads(): Promise<readonly HeadRow[]> {
    return promised(this.#tables.heads.toArray());
  }

  async markDirty(docIds: readonly string[]): Promise<void> {
    await this.#tables.dirty.bulkPut(docIds.map((docId) => ({ docId })));
  }

  readDirty(): Promise<readonly string[]> {
    return promised(this.#tables.dirty.toCollection().primaryKeys());
  }

  async commitClean(commit: CleanCommit): Promise<void> {
    const { heads, series, summaries, dirty } = this.#tables;
    await this.#tables.transaction('rw', heads, series, summaries, dirty, async () => {
      await heads.bulkPut([...commit.heads]);
      await series.bulkPut([...commit.series]);
      await summaries.bulkPut([...commit.summaries]);
      await dirty.bulkDelete([...commit.cleanDocIds]);
    });
  }

  async readSeries(docId: string): Promise<SeriesRow | null> {
    return (await this.#tables.series.get(docId)) ?? null;
  }

  readSummaries(): Promise<readonly SummaryBlockRow[]> {
    return promised(this.#tables.summaries.toArray());
  }

  async clearCaches(): Promise<void> {
    const { series, summaries } = this.#tables;
    await this.#tables.transaction('rw', series, summaries, async () => {
      await series.clear();
      await summaries.clear();
    });
  }

  async addQuarantine(rows: readonly QuarantineRow[]): Promise<void> {
    const { quarantine } = this.#tables;
    await this.#tables.transaction('rw', quarantine, async () => {
      const known = await quarantine.bulkGet(rows.map((row) => row.id));
      await quarantine.bulkPut(rows.filter((_, at) => known[at] === undefined));
    });
  }

  readQuarantine(): Promise<readonly QuarantineRow[]> {
    return promised(this.#tables.quarantine.toArray());
  }

  async removeQuarantine(ids: readonly string[]): Promise<void> {
    await this.#tables.quarantine.bulkDelete([...ids]);
  }

  async appendAudit(sealed: Uint8Array): Promise<void> {
    await this.#tables.audit.add({ sealed });
  }

  readAudit(): Promise<readonly AuditRow[]> {
    return promised(this.#tables.audit.toArray());
  }

  async keepAnswer(row: InboxRow, sheet: Uint8Array): Promise<void> {
    const { inbox, slots } = this.#tables;
    await this.#tables.transaction('rw', inbox, slots, async () => {
      await inbox.add({ ...row });
      await slots.put({ slot: 'hand-over', bytes: sheet });
    });
  }

  readInbox(): Promise<readonly InboxRow[]> {
    return promised(this.#tables.inbox.toArray());
  }

  async clearInbox(checkInId: string): Promise<void> {
    await this.#tables.inbox.where('checkInId').equals(checkInId).delete();
  }

  claimGeneration(): Promise<number> {
    const { counters } = this.#tables;
    return promised(
      this.#tables.transaction('rw', counters, async () =>
        this.#putGeneration((await this.#generation()) + 1),
      ),
    );
  }

  claimGenerationAfter(seen: number): Promise<number | null> {
    const { counters } = this.#tables;
    return promised(
      this.#tables.transaction('rw', counters, async () =>
        (await this.#generation()) === seen ? this.#putGeneration(seen + 1) : null,
      ),
    );
  }

  readGeneration(): Promise<number> {
    return promised(this.#generation());
  }

  async #generation(): Promise<number> {
    return (await this.#tables.counters.get('generation'))?.value ?? 0;
  }

  async #putGeneration(value: number): Promise<number> {
    await this.#tables.counters.put({ name: 'generation', value });
    return value;
  }

  async forgetDocument(docId: string): Promise<void> {
    const { heads, dirty, series, quarantine } = this.#tables;
    await this.#tables.transaction('rw', heads, dirty, series, quarantine, async () => {
      await heads.delete(docId);
      await dirty.delete(docId);
      await series.delete(docId);
      await quarantine.where('docId').equals(docId).delete();
    });
  }

  onClosed(listener: () => void): () => void {
    this.#closedListeners.add(listener);
    return () => this.#closedListeners.delete(listener);
  }

  close(): Promise<void> {
    this.#isClosing = true;
    this.#tables.close();
    return Promise.resolve();
  }

  async destroy(): Promise<void> {
    this.#isClosing = true;
    await this.#tables.delete();
  }
}

/** Dexie's promises are its own class, whose callbacks run in its zones: outside we hand out native ones. */
const promised = async <T>(value: PromiseLike<T>): Promise<T> => value;
