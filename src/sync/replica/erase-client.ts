// Erasing a client for good (VAULT K5): the signed, permanent statement first, then its documents and cache rows, its key and
// the cache key, and the directory compacted so that the sealed label leaves the disk too.
import { deviceSigner, signStatement } from '../registry/statement.ts';
import { withoutClientKey } from '../vault/key-bundle.ts';
import { newCacheKey } from '../vault/keyring.ts';
import { asDocId } from './as-doc-id.ts';
import type { VaultSession } from './vault-session.ts';

/** The caller has taken the client out of the directory. It does not reach backups, remnants on disk or other devices. */
export async function eraseClient(session: VaultSession, id: string): Promise<void> {
  const { tables, documents, keys, random, now } = session.deps;
  const docId = asDocId(id);
  const signer = await deviceSigner(keys.keyring.device);
  await session.addStatements([await signStatement({ kind: 'erased', docId }, session.vaultId, signer, now)]);
  const privateId = await keys.content.privateDocIdOf(docId);
  for (const gone of privateId ? [docId, privateId] : [docId]) {
    await documents.remove(gone);
    await tables.forgetDocument(gone);
  }
  await session.keyring.change((keyring) => ({
    ...withoutClientKey(keyring, docId),
    cacheKey: newCacheKey(random),
  }));
  const directory = await session.openDirectory();
  await directory.compact({ always: true });
  await session.release(directory);
  await session.audit.note('client-erased');
}
