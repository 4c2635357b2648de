// Whole client documents at once, eight at a time (VAULT P7): imports and the example caseload.
import * as Y from 'yjs';
import { headOf } from '../store/head.ts';
import type { SeriesRow } from '../store/vault-store.ts';
import type { DocId } from '../vault/ids.ts';
import { asDocId } from './as-doc-id.ts';
import type { CommitDeps } from './commit-derived.ts';
import type { Derivation } from './derived-cache.ts';
import { eachOf } from './each-of.ts';
import { NotSavedError } from './not-saved-error.ts';
import type { Progress } from './progress.ts';
import type { VaultPorts } from './vault-ports.ts';

/** `fill` writes into an empty inner document; `series` derives what goes into the series cache while the disk is at work. */
export interface NewDocument {
  readonly docId: string;
  readonly fill: (inner: Y.Doc) => void;
  readonly series: () => Uint8Array;
}

export interface CreateDeps extends CommitDeps {
  readonly documents: VaultPorts['documents'];
}

const createAtOnce = 8;

/**
 * Makes the documents and commits their heads and series; their keys are there already. Cancelled or killed half-way it
 * leaves documents that no directory names. Throws NotSavedError when a document could not be kept.
 */
export async function createClients(
  { documents, keys, cache, dirty, isStillWriter }: CreateDeps,
  fresh: readonly NewDocument[],
  derivation: Derivation,
  { onProgress, signal }: Progress,
): Promise<void> {
  if (!(await isStillWriter())) throw new NotSavedError('elsewhere');
  await dirty.mark(fresh.map(({ docId }) => docId));
  const heads: { docId: DocId; head: Uint8Array }[] = [];
  const series: SeriesRow[] = [];
  await eachOf(fresh, createAtOnce, async ({ docId: id, fill, series: derive }) => {
    signal?.throwIfAborted();
    const docId = asDocId(id);
    // Yjs would draw a guid of 32 random digits, one by one, for every document.
    const outer = new Y.Doc({ guid: docId });
    outer
      .getArray('blobs')
      .push([await keys.sealerFor({ kind: 'client', docId }).sealEdits(0, filled(docId, fill))]);
    const derived = async (): Promise<{ head: Uint8Array; row: SeriesRow }> => {
      const head = await headOf(outer);
      return { head, row: await cache.sealSeries(docId, head, derivation, derive()) };
    };
    const [status, { head, row }] = await Promise.all([
      documents.create(docId, Y.encodeStateAsUpdate(outer)),
      derived(),
    ]);
    if (status.kind === 'not-saved') throw new NotSavedError(status.reason);
    outer.destroy();
    heads.push({ docId, head });
    series.push(row);
    onProgress?.(heads.length, fresh.length);
  });
  await dirty.commitClean({ heads, series, summaries: [], cleanDocIds: heads.map(({ docId }) => docId) });
}

function filled(docId: DocId, fill: (inner: Y.Doc) => void): Uint8Array {
  const inner = new Y.Doc({ guid: docId });
  fill(inner);
  const update = Y.encodeStateAsUpdate(inner);
  inner.destroy();
  return update;
}
