// Heads and caches of what was derived, written in one transaction that also clears the dirty marks (VAULT P4). A document
// that was edited since it was derived stays dirty.
import { storeReasonOf } from '../store/store-failure.ts';
import type { SeriesRow, SummaryBlockRow, VaultStore } from '../store/vault-store.ts';
import type { DocId } from '../vault/ids.ts';
import { asDocId } from './as-doc-id.ts';
import type { DerivedCache, Derivation } from './derived-cache.ts';
import type { DirtyMarks } from './dirty-marks.ts';
import type { OpenDocument } from './open-document.ts';
import type { Quarantine } from './quarantine.ts';
import type { UnlockedKeys } from './unlocked-keys.ts';

/** What was derived of one document, at which of its revisions. */
export interface DerivedDocument {
  readonly document: OpenDocument;
  readonly revision: number;
  /** Plain bytes for the series cache; null where a document has none (the directory). */
  readonly series: Uint8Array | null;
}

export interface DerivedBlock {
  readonly block: number;
  readonly plain: Uint8Array;
  /** The clients in it, in order. */
  readonly docIds: readonly string[];
}

export interface DerivedCommit {
  readonly derivation: Derivation;
  readonly documents: readonly DerivedDocument[];
  readonly blocks: readonly DerivedBlock[];
}

export interface CommitDeps {
  readonly tables: VaultStore;
  readonly cache: DerivedCache;
  readonly dirty: DirtyMarks;
  readonly keys: UnlockedKeys;
  readonly quarantine: Pick<Quarantine, 'writeWaiting'>;
  readonly isStillWriter: () => Promise<boolean>;
}

interface Derived {
  readonly derived: DerivedDocument;
  readonly docId: DocId;
  readonly head: Uint8Array;
  /** Of the sealed document, when its head was taken. */
  readonly sealedRevision: number;
  readonly series: SeriesRow | null;
}

/** A full or closed store leaves the dirty marks standing: then everything is derived again at the next start. */
export async function commitDerived(deps: CommitDeps, commit: DerivedCommit): Promise<void> {
  try {
    await commitWhatIsSaved(deps, commit);
  } catch (error) {
    if (storeReasonOf(error) === null) throw error;
  }
}

async function commitWhatIsSaved(deps: CommitDeps, commit: DerivedCommit): Promise<void> {
  const { cache, dirty, keys, quarantine, isStillWriter } = deps;
  const saved: Derived[] = [];
  for (const derived of commit.documents) {
    const { document, series } = derived;
    if ((await document.flush()).kind !== 'saved') continue;
    const docId = asDocId(document.docId);
    // Nothing of a client whose key is not here can be sealed: it stays to be derived, and costs nobody else anything.
    if (series && !keys.keyring.clientKeys.has(docId)) continue;
    const { sealedRevision } = document;
    const head = await document.head();
    const row = series ? await cache.sealSeries(docId, head, commit.derivation, series) : null;
    saved.push({ derived, docId, head, sealedRevision, series: row });
  }
  const summaries = await sealBlocks(deps, commit, saved);
  if (!(await isStillWriter())) return;
  // A new head makes a document whole at the next start: what was found missing has to be written down before.
  await quarantine.writeWaiting();
  const unchanged = saved.filter(isUnchanged);
  // From here to the transaction nothing waits: a later edit sets its mark after this commit has cleared the old one.
  for (const { derived } of unchanged) derived.document.markedClean();
  await dirty.commitClean({
    heads: unchanged.map(({ docId, head }) => ({ docId, head })),
    series: unchanged.map(({ series }) => series).filter((row) => row !== null),
    summaries: unchanged.length === saved.length ? summaries : [],
    cleanDocIds: unchanged.map(({ docId }) => docId),
  });
}

/** Neither edited since it was derived nor compacted since its head was taken. */
const isUnchanged = ({ derived: { document, revision }, sealedRevision }: Derived): boolean =>
  document.revision === revision && document.sealedRevision === sealedRevision;

function sealBlocks(
  { tables, cache }: CommitDeps,
  { blocks, derivation }: DerivedCommit,
  saved: readonly Derived[],
): Promise<SummaryBlockRow[]> {
  const fresh = new Map<string, Uint8Array>(saved.map(({ docId, head }) => [docId, head]));
  return Promise.all(
    blocks.map(async ({ block, plain, docIds }) => {
      const heads = await Promise.all(
        docIds.map(async (docId) => fresh.get(docId) ?? tables.readHead(docId)),
      );
      return cache.sealSummaries({ block, plain, heads: heads.filter((head) => head !== null) }, derivation);
    }),
  );
}
