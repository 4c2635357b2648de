// The caseload in memory: summaries by client, each in a block of the sealed cache, so that one change rewrites one block.
import type { DirectoryClient } from '../../records/directory.ts';
import type { ClientId } from '../../records/entry.ts';
import { clientsPerBlock, type ClientSummary } from './client-summary.ts';
import { printOf } from './summarise-client.ts';

export class Caseload {
  readonly #blocks = new Map<number, ClientId[]>();
  readonly #blockOf = new Map<ClientId, number>();
  #summaries = $state.raw<ReadonlyMap<ClientId, ClientSummary>>(new Map());
  readonly #all = $derived([...this.#summaries.values()]);

  get all(): readonly ClientSummary[] {
    return this.#all;
  }

  find(id: ClientId): ClientSummary | null {
    return this.#summaries.get(id) ?? null;
  }

  /** The blocks as they came out of the cache. */
  fill(blocks: ReadonlyMap<number, readonly ClientSummary[]>): void {
    const next = new Map(this.#summaries);
    for (const [block, summaries] of blocks) {
      for (const summary of summaries) {
        next.set(summary.id, summary);
        this.#place(summary.id, block);
      }
    }
    this.#summaries = next;
  }

  /** Adds or replaces; returns the blocks that have to be written again, ascending. */
  put(summaries: readonly ClientSummary[]): number[] {
    const next = new Map(this.#summaries);
    const blocks = new Set<number>();
    for (const summary of summaries) {
      next.set(summary.id, summary);
      const block = this.#blockOf.get(summary.id) ?? this.#blockWithRoom();
      this.#place(summary.id, block);
      blocks.add(block);
    }
    this.#summaries = next;
    return [...blocks].sort((a, b) => a - b);
  }

  blocks(): number[] {
    return [...this.#blocks.keys()].sort((a, b) => a - b);
  }

  block(block: number): ClientSummary[] {
    return (this.#blocks.get(block) ?? [])
      .map((id) => this.#summaries.get(id))
      .filter((summary) => summary !== undefined);
  }

  remove(id: ClientId): void {
    const next = new Map(this.#summaries);
    next.delete(id);
    const block = this.#blockOf.get(id);
    if (block !== undefined)
      this.#blocks.set(
        block,
        (this.#blocks.get(block) ?? []).filter((other) => other !== id),
      );
    this.#blockOf.delete(id);
    this.#summaries = next;
  }

  keepOnly(ids: ReadonlySet<ClientId>): void {
    for (const id of this.#summaries.keys()) if (!ids.has(id)) this.remove(id);
  }

  /** False when the client is missing here, or was renamed or moved since its summary was made. */
  isCurrent(client: DirectoryClient): boolean {
    const summary = this.#summaries.get(client.id);
    return summary?.labelPrint === printOf(client.sealedLabel) && summary.status === client.status;
  }

  #place(id: ClientId, block: number): void {
    if (this.#blockOf.has(id)) return;
    this.#blockOf.set(id, block);
    const placed = this.#blocks.get(block);
    if (placed) placed.push(id);
    else this.#blocks.set(block, [id]);
  }

  #blockWithRoom(): number {
    let block = 0;
    while ((this.#blocks.get(block)?.length ?? 0) >= clientsPerBlock) block += 1;
    return block;
  }
}
