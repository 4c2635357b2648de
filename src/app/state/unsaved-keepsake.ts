// What could not be saved when the vault had to lock (P5): sealed updates, kept where the full or broken database is not, and
// taken in at the next unlock. Nothing here is readable without the vault's keys.
import { readKeepsake, writeKeepsake, type Keepsake } from '../../exchange/keepsake.ts';
import type { VaultSession } from '../../sync/index.ts';

const key = 'soundings-unsaved';
/** What lay in its place and was not this vault's, or could not be read: never written over. */
const asideKey = 'soundings-unsaved-set-aside';

export type KeepsakeOutcome =
  | { readonly kind: 'nothing-kept' }
  /** It stays where it is, as it is. */
  | { readonly kind: 'unreadable' }
  /** Counts of documents; what waits stays where it is until there is room. */
  | { readonly kind: 'taken-in'; readonly documents: number; readonly waiting: number };

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** False if even this place is full: then the vault must not lock. */
export async function keepUnsaved(session: VaultSession): Promise<boolean> {
  const unsaved = await session.unsaved();
  if (unsaved.length === 0) return true;
  const documents = unsaved.map(({ docId, update }) => ({ docId, update: toBase64(update) }));
  const before = localStorage.getItem(key);
  const kept = before === null ? null : readKeepsake(before);
  const ours = kept?.vaultId === session.vaultId ? kept.documents : null;
  try {
    if (before !== null && ours === null) setAside(before);
    const keepsake: Keepsake = { vaultId: session.vaultId, documents: [...(ours ?? []), ...documents] };
    localStorage.setItem(key, writeKeepsake(keepsake));
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return false;
    throw error;
  }
}

function setAside(text: string): void {
  const earlier = localStorage.getItem(asideKey);
  localStorage.setItem(asideKey, earlier === null ? text : `${earlier}\n${text}`);
}

/** Takes in what was kept, and forgets what is saved. What is refused or cannot be saved yet stays where it is. */
export async function takeKeepsakeIn(session: VaultSession): Promise<KeepsakeOutcome> {
  const text = localStorage.getItem(key);
  if (text === null) return { kind: 'nothing-kept' };
  const kept = readKeepsake(text);
  if (!kept) return { kind: 'unreadable' };
  if (kept.vaultId !== session.vaultId) return { kind: 'nothing-kept' };
  let documents = 0;
  for (const one of kept.documents) {
    const { docId, update } = one;
    const document = await session.openDocument(docId);
    const taken = await document.takeIn(fromBase64(update));
    const status = await document.flush();
    if (taken.kind === 'taken-in' && status.kind === 'saved') {
      forget(one);
      documents += 1;
    }
    await session.release(document);
  }
  return { kind: 'taken-in', documents, waiting: kept.documents.length - documents };
}

/** Read again: a lock may have kept more since. */
function forget({ docId, update }: Keepsake['documents'][number]): void {
  const kept = readKeepsake(localStorage.getItem(key) ?? '');
  if (!kept) return;
  const documents = kept.documents.filter((one) => one.docId !== docId || one.update !== update);
  if (documents.length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, writeKeepsake({ ...kept, documents }));
}
