// The two sealed caches (VAULT P4): what the caseload and one chart need, in one read and one decrypt. What lies in them is
// the app's business; this file knows stamps. A stamp is half the digest of how the content was derived, half the digest of
// what it was derived from; it is AAD together with table and row, so that a row cannot stand in for another.
import type { DocId } from '../vault/ids.ts';
import type { SeriesRow, SummaryBlockRow, VaultStore } from '../store/vault-store.ts';

/** Seals and opens cache rows; null when the bytes are not what was sealed under this stamp. */
export interface CacheSealer {
  sealSeries(docId: DocId, stamp: Uint8Array, plain: Uint8Array): Promise<Uint8Array>;
  openSeries(docId: DocId, stamp: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | null>;
  sealSummaries(block: number, stamp: Uint8Array, plain: Uint8Array): Promise<Uint8Array>;
  openSummaries(block: number, stamp: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | null>;
}

/** Digest of everything beside the documents that a derivation reads: code version, own measures, chosen rules. */
export type Derivation = Uint8Array;

export interface SummaryBlock {
  readonly block: number;
  readonly plain: Uint8Array;
  /** The heads that the block was derived from, in the order of its clients. */
  readonly heads: readonly Uint8Array[];
}

const halfDigest = async (parts: readonly Uint8Array[]): Promise<Uint8Array> => {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined)).slice(0, 16);
};

const stampBytes = 32;

async function stampOf(derivation: Derivation, heads: readonly Uint8Array[]): Promise<Uint8Array> {
  const [how, fromWhat] = await Promise.all([halfDigest([derivation]), halfDigest(heads)]);
  const stamp = new Uint8Array(stampBytes);
  stamp.set(how, 0);
  stamp.set(fromWhat, 16);
  return stamp;
}

const startsAlike = (a: Uint8Array, b: Uint8Array, length: number): boolean =>
  a.length >= length && b.length >= length && a.subarray(0, length).every((byte, index) => byte === b[index]);

/** The caseload's rows, asked for before the vault was open; null where nobody did. */
export type ReadAhead = Promise<readonly SummaryBlockRow[]> | null;

export class DerivedCache {
  readonly #tables: VaultStore;
  readonly #sealer: CacheSealer;
  /** Good for one reading, and for none once a block has been written. */
  #readAhead: ReadAhead;

  constructor(tables: VaultStore, sealer: CacheSealer, readAhead: ReadAhead) {
    this.#tables = tables;
    this.#sealer = sealer;
    this.#readAhead = readAhead;
  }

  /** What a chart needs of one client; null if nothing valid lies there (then derive it again from the document). */
  async readSeries(docId: DocId, derivation: Derivation): Promise<Uint8Array | null> {
    const [row, head] = await Promise.all([this.#tables.readSeries(docId), this.#tables.readHead(docId)]);
    if (!row || !head || row.stamp.length !== stampBytes) return null;
    // Opened under the stamp that it bears, while it is worked out which one it has to bear to count.
    const [stamp, plain] = await Promise.all([
      stampOf(derivation, [head]),
      this.#sealer.openSeries(docId, row.stamp, row.sealed),
    ]);
    return startsAlike(row.stamp, stamp, stampBytes) ? plain : null;
  }

  /** The caseload's blocks that are valid under this derivation; a damaged or outdated one is absent. */
  async readSummaries(derivation: Derivation): Promise<ReadonlyMap<number, Uint8Array>> {
    const reading = this.#readAhead ?? this.#tables.readSummaries();
    this.#readAhead = null;
    const [rows, wanted] = await Promise.all([reading, stampOf(derivation, [])]);
    const opened = await Promise.all(
      rows
        .filter((row) => startsAlike(row.stamp, wanted, 16))
        .map(async (row) => {
          const plain = await this.#sealer.openSummaries(row.block, row.stamp, row.sealed);
          return plain ? ([row.block, plain] as const) : null;
        }),
    );
    return new Map(opened.filter((block) => block !== null));
  }

  async sealSeries(
    docId: DocId,
    head: Uint8Array,
    derivation: Derivation,
    plain: Uint8Array,
  ): Promise<SeriesRow> {
    const stamp = await stampOf(derivation, [head]);
    return { docId, stamp, sealed: await this.#sealer.sealSeries(docId, stamp, plain) };
  }

  async sealSummaries(
    { block, plain, heads }: SummaryBlock,
    derivation: Derivation,
  ): Promise<SummaryBlockRow> {
    this.#readAhead = null;
    const stamp = await stampOf(derivation, heads);
    return { block, stamp, sealed: await this.#sealer.sealSummaries(block, stamp, plain) };
  }
}
