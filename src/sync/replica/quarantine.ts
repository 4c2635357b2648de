// What cannot be opened is dropped nowhere: it is kept here, sealed, and shown (VAULT B2, B5).
import { storeReasonOf, storeTrouble } from '../store/store-failure.ts';
import type { NotSavedReason } from '../store/document-store.ts';
import type { QuarantineRow, VaultStore } from '../store/vault-store.ts';
import { bytesEqual, concatBytes, sha256 } from '../vault/bytes.ts';
import type { DocumentRef } from '../vault/content-keys.ts';
import { findBlobHeaders, readBlobHeader } from '../vault/sealed-blob.ts';
import { isCovered, type SnapshotCover } from '../vault/snapshot-cover.ts';
import { toHex, toUtf8 } from '../vault/text.ts';
import { ReadOnce } from './read-once.ts';
import type { UnlockedKeys } from './unlocked-keys.ts';

export type SetAside = Omit<QuarantineRow, 'id' | 'foundAt'>;

export class Quarantine {
  readonly #tables: VaultStore;
  readonly #keys: UnlockedKeys;
  readonly #now: () => string;
  /** Rows that found no room: shown all the same, and written before anything is called whole. */
  #waiting: readonly QuarantineRow[] = [];
  readonly #short = new ReadOnce<ReadonlySet<string>>(async () => {
    const rows = await this.rows();
    return new Set(rows.filter(({ reason }) => reason === 'missing').map(({ docId }) => docId));
  });

  constructor(tables: VaultStore, keys: UnlockedKeys, now: () => string) {
    this.#tables = tables;
    this.#keys = keys;
    this.#now = now;
  }

  /** The same damage is kept once. */
  async setAside(ref: DocumentRef, rows: readonly SetAside[]): Promise<void> {
    const foundAt = this.#now();
    const sealed = await Promise.all(
      rows.map(async (row) => ({
        ...row,
        id: await idOf(row),
        bytes: await this.#keys.sealQuarantined(ref, row.bytes),
        foundAt,
      })),
    );
    this.#waiting = [...this.#waiting, ...sealed];
    await this.writeWaiting().catch((error: unknown) => {
      // A full disk must not keep anybody from reading what can be read.
      if (storeReasonOf(error) === null) throw error;
    });
    this.#short.forget();
  }

  /** Sets aside before the place where it lay is written over. Null if all of it is on the disk now; else why not. */
  async keep(ref: DocumentRef, rows: readonly SetAside[]): Promise<NotSavedReason | null> {
    if (rows.length > 0) await this.setAside(ref, rows);
    return storeTrouble(this.writeWaiting());
  }

  /** Rejects with the store's error while there is no room. */
  async writeWaiting(): Promise<void> {
    const rows = this.#waiting;
    if (rows.length === 0) return;
    await this.#tables.addQuarantine(rows);
    this.#waiting = this.#waiting.filter((row) => !rows.includes(row));
  }

  async rows(): Promise<readonly QuarantineRow[]> {
    const kept = await this.#tables.readQuarantine();
    const ids = new Set(kept.map(({ id }) => id));
    return [...kept, ...this.#waiting.filter(({ id }) => !ids.has(id))];
  }

  /** Documents of which something that was saved was found missing, in this session or before. */
  shortDocuments(): Promise<ReadonlySet<string>> {
    return this.#short.get();
  }

  /** Ids of pieces that open although no device of ours signed them: their signature is checked at each opening (B3). */
  async untrustedIn(docId: string): Promise<ReadonlySet<string>> {
    const rows = (await this.rows()).filter((row) => row.docId === docId && isUntrusted(row));
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * To be called for a document that opened whole. Lets go of the pieces whose content is in it again: what stands at their
   * place there was opened (`cover`), or nothing of ours was in them. True if there were any.
   */
  async noteHealed(ref: DocumentRef, cover: SnapshotCover): Promise<boolean> {
    const rows = (await this.rows()).filter(({ docId }) => docId === ref.docId);
    const isBack = await Promise.all(rows.map((row) => this.#isBack(ref, row, cover)));
    const ids = rows.filter((_, index) => isBack[index]).map(({ id }) => id);
    if (ids.length === 0) return false;
    try {
      await this.#letGo(ids);
      return true;
    } catch (error) {
      // They stay in the list until there is room to take them out.
      if (storeReasonOf(error) === null) throw error;
      return false;
    }
  }

  async #isBack(ref: DocumentRef, row: QuarantineRow, cover: SnapshotCover): Promise<boolean> {
    switch (row.reason) {
      case 'missing':
      case 'revoked':
        return false;
      // Ours in another signature or not at all.
      case 'unknown-device':
        return true;
      // A whole record tells nothing of a row that came last. Its blobs do; a row in which none is found has no witness.
      case 'damaged-row': {
        const bytes = await this.#keys.openQuarantined(ref, row.bytes);
        const headers = bytes ? findBlobHeaders(bytes).filter(({ docId }) => docId === ref.docId) : [];
        return headers.length > 0 && headers.every((header) => isCovered(cover, header));
      }
      case 'bad-signature':
      case 'damaged-blob':
      case 'repeat-with-other-bytes': {
        const blob = await this.#keys.openQuarantined(ref, row.bytes);
        const header = blob && readBlobHeader(blob);
        return header ? isCovered(cover, header) : false;
      }
    }
  }

  async #letGo(ids: readonly string[]): Promise<void> {
    await this.#tables.removeQuarantine(ids);
    this.#waiting = this.#waiting.filter(({ id }) => !ids.includes(id));
    this.#short.forget();
  }

  /** The therapist goes on without what is missing of a document, and without rows that are not on the disk any more. */
  async acceptShort(docId: string, { hasDamage }: { readonly hasDamage: boolean }): Promise<void> {
    const isAccepted = ({ reason }: QuarantineRow): boolean =>
      reason === 'missing' || (reason === 'damaged-row' && !hasDamage);
    const rows = (await this.rows()).filter((row) => row.docId === docId && isAccepted(row));
    await this.#letGo(rows.map(({ id }) => id));
  }

  /**
   * What was missing has come back if the document now holds all of a state whose head it had when it was last whole.
   * True if it was short of something before and is not any more.
   */
  async noteHolds(ref: DocumentRef, heads: readonly Uint8Array[]): Promise<boolean> {
    if (!(await this.shortDocuments()).has(ref.docId)) return false;
    const missing = (await this.rows()).filter(
      ({ docId, reason }) => docId === ref.docId && reason === 'missing',
    );
    const lost = await Promise.all(missing.map(({ bytes }) => this.#keys.openQuarantined(ref, bytes)));
    const isHeld = lost.map((head) => head !== null && heads.some((held) => bytesEqual(held, head)));
    await this.#letGo(missing.filter((_, index) => isHeld[index]).map(({ id }) => id));
    return !(await this.shortDocuments()).has(ref.docId);
  }
}

/**
 * The digest of what a row holds, and of where it was found: the same bytes can be damage in two documents. That of an untrusted
 * blob is of its bytes alone, which name their document: it is the mark by which the blob is known again.
 */
async function idOf(row: SetAside): Promise<string> {
  return toHex(await sha256(isUntrusted(row) ? row.bytes : concatBytes(toUtf8(row.docId), row.bytes)));
}

const isUntrusted = ({ reason }: Pick<SetAside, 'reason'>): boolean =>
  reason === 'bad-signature' || reason === 'unknown-device';
