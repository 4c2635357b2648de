// Which documents' caches count for nothing (VAULT P4). The mark is written strictly before the first outer write of a burst
// and cleared in the transaction that writes the new head and caches. Read once, kept in step.
import type { CleanCommit, VaultStore } from '../store/vault-store.ts';

export class DirtyMarks {
  readonly #tables: VaultStore;
  #marks: Promise<Set<string>> | null = null;

  constructor(tables: VaultStore) {
    this.#tables = tables;
  }

  all(): Promise<ReadonlySet<string>> {
    return this.#read();
  }

  #read(): Promise<Set<string>> {
    this.#marks ??= this.#tables.readDirty().then((docIds) => new Set(docIds));
    return this.#marks;
  }

  async mark(docIds: readonly string[]): Promise<void> {
    const marks = await this.#read();
    await this.#tables.markDirty(docIds);
    for (const docId of docIds) marks.add(docId);
  }

  async commitClean(commit: CleanCommit): Promise<void> {
    const marks = await this.#read();
    for (const docId of commit.cleanDocIds) marks.delete(docId);
    await this.#tables.commitClean(commit);
  }
}
