// What could not be saved when the vault had to lock (P5): sealed updates, kept where the full or broken database is not, and
// taken in at the next unlock. Nothing here is readable without the vault's keys.
import type { VaultSession } from '../../sync/index.ts';

const key = 'soundings-unsaved';

interface Kept {
  readonly vaultId: string;
  readonly documents: readonly { readonly docId: string; readonly update: string }[];
}

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

const readKept = (): Kept | null => {
  const text = localStorage.getItem(key);
  // Written by this file alone; whatever it holds is checked as foreign bytes when it is taken in (B4).
  return text === null ? null : (JSON.parse(text) as Kept);
};

/** False if even this place is full: then the vault must not lock. */
export async function keepUnsaved(session: VaultSession): Promise<boolean> {
  const unsaved = await session.unsaved();
  if (unsaved.length === 0) return true;
  const documents = unsaved.map(({ docId, update }) => ({ docId, update: toBase64(update) }));
  const kept: Kept = {
    vaultId: session.vaultId,
    documents: [...(readKept()?.documents ?? []), ...documents],
  };
  try {
    localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return false;
    throw error;
  }
}

/**
 * Takes in what was kept, and forgets what is saved. What is refused or cannot be saved yet stays where it is. Returns how many
 * documents it went into.
 */
export async function takeKeepsakeIn(session: VaultSession): Promise<number> {
  const kept = readKept();
  if (!kept || kept.vaultId !== session.vaultId) return 0;
  const remaining: Kept['documents'][number][] = [];
  for (const one of kept.documents) {
    const { docId, update } = one;
    const document = await (docId === session.directoryId
      ? session.openDirectory()
      : session.openClient(docId));
    const taken = await document.takeIn(fromBase64(update));
    const status = await document.flush();
    if (taken.kind !== 'taken-in' || status.kind !== 'saved') remaining.push(one);
    await session.release(document);
  }
  if (remaining.length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify({ ...kept, documents: remaining }));
  return kept.documents.length - remaining.length;
}
