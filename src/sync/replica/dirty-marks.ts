// Which documents' caches count for nothing (VAULT P4). The mark is written strictly before the first outer write of a burst
// and cleared in the transaction that writes the new head and caches. Read once, kept in step.
import type { CleanCommit, VaultStore } from '../store/vault-store.ts';
import { ReadOnce } from './read-once.ts';

export class DirtyMarks {
  readonly #tables: VaultStore;
  readonly #marks: ReadOnce<Set<string>>;

  constructor(tables: VaultStore) {
    this.#tables = tables;
    this.#marks = new ReadOnce(async () => new Set(await tables.readDirty()));
  }

  all(): Promise<ReadonlySet<string>> {
    return this.#marks.get();
  }

  async mark(docIds: readonly string[]): Promise<void> {
    const marks = await this.#marks.get();
    await this.#tables.markDirty(docIds);
    for (const docId of docIds) marks.add(docId);
  }

  async commitClean(commit: CleanCommit): Promise<void> {
    const marks = await this.#marks.get();
    for (const docId of commit.cleanDocIds) marks.delete(docId);
    try {
      await this.#tables.commitClean(commit);
    } catch (error) {
      // They stand on the disk still, and the old heads with them.
      for (const docId of commit.cleanDocIds) marks.add(docId);
      throw error;
    }
  }
}
