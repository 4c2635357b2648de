// Erasing a client for good (VAULT K5): the signed, permanent statement first, then all that follows from it: documents, cache
// rows, the key, the cache key. Whatever stops it half-way, and wherever the statement came from, it is done to the end.
import type { RegistryView } from '../registry/registry-view.ts';
import { deviceSigner, signStatement } from '../registry/statement.ts';
import { storeReasonOf } from '../store/store-failure.ts';
import type { DocId } from '../vault/ids.ts';
import { withoutClientKey, type KeyBundle } from '../vault/key-bundle.ts';
import { newCacheKey } from '../vault/keyring.ts';
import { asDocId } from './as-doc-id.ts';
import { privateDocIdsUnder } from './document-refs.ts';
import { NotSavedError } from './not-saved-error.ts';
import type { VaultSession } from './vault-session.ts';
import { assertStillWriter } from './write-slots.ts';

/**
 * The caller takes the client out of the directory afterwards, and compacts it. It does not reach backups, remnants on disk or
 * other devices. Rejects if it could not be kept; what was stated by then is finished at the next unlock.
 */
export async function eraseClient(session: VaultSession, id: string): Promise<void> {
  const { keys, now } = session.deps;
  const docId = asDocId(id);
  const signer = await deviceSigner(keys.keyring.device);
  await session.addStatements([await signStatement({ kind: 'erased', docId }, session.vaultId, signer, now)]);
}

/** The documents of erased clients, their private ones too, as far as `bundle` still has the keys by which those are known. */
export async function erasedDocuments(
  { erased }: Pick<RegistryView, 'erased'>,
  bundle: Pick<KeyBundle, 'clientKeys'>,
): Promise<ReadonlySet<DocId>> {
  const clientKeys = new Map([...bundle.clientKeys].filter(([docId]) => erased.has(docId)));
  return new Set([...erased, ...(await privateDocIdsUnder({ clientKeys })).keys()]);
}

/** Does what the statements ask for and is not done yet. The key goes last: as long as it is here, something may be left. */
export async function finishErasures(session: VaultSession): Promise<void> {
  const { tables, documents, keys, random, isStillWriter } = session.deps;
  const { erased } = keys.registry;
  if (erased.size === 0) return;
  const stored = new Set(await documents.list());
  const left = [...erased].filter((docId) => keys.keyring.clientKeys.has(docId) || stored.has(docId));
  if (left.length === 0) return;
  await assertStillWriter(isStillWriter);
  for (const docId of left) {
    const privateId = await keys.content.privateDocIdOf(docId);
    for (const gone of privateId ? [docId, privateId] : [docId]) {
      await session.discard(gone);
      await documents.remove(gone);
      await tables.forgetDocument(gone);
    }
  }
  await session.inbox.forgetClients(left);
  await session.keyring.change((keyring) => ({
    ...left.reduce(withoutClientKey, keyring),
    cacheKey: newCacheKey(random),
  }));
  for (const _ of left) await session.audit.noteWhenThereIsRoom('client-erased');
}

/** The same where nobody asked for it: without room, or beside another writer, it waits for the next unlock. */
export async function resumeErasures(session: VaultSession): Promise<void> {
  try {
    await finishErasures(session);
  } catch (error) {
    if (storeReasonOf(error) === null && !(error instanceof NotSavedError)) throw error;
  }
}
