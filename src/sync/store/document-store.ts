// Where outer documents lie. Two implementations keep one contract (tests/contracts/document-store): y-indexeddb under
// a guard (VAULT P1, P2) and memory (the example caseload). Knows Yjs updates and bytes, never what is sealed in them.
import type * as Y from 'yjs';

/** Why a write is not durable; each has its own sentence on the screen. */
export type NotSavedReason = 'quota' | 'aborted' | 'closed' | 'cannot-open';

/** The truth about durability: 'saved' only after the strict transaction completed (P2). */
export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly reason: NotSavedReason };

/** A stored row that is not a Yjs update any more (a flipped byte, a truncated file). It is never deleted. */
export interface DamagedRow {
  readonly key: number;
  readonly bytes: Uint8Array;
  readonly reason: string;
}

/** One document's open log of updates. */
export interface DocumentLog {
  readonly docId: string;
  /** Holds every row that could be decoded. Pushing to it is what writes; what the log itself brings in carries an origin. */
  readonly outer: Y.Doc;
  readonly damagedRows: readonly DamagedRow[];
  /** False until the rows could be read once: whatever is stored, `outer` and `damagedRows` do not know it. */
  readonly isRead: boolean;
  /** True if no row was stored under this id before. */
  readonly isNew: boolean;
  readonly status: SaveStatus;
  /** Called on each change of status; returns the unsubscriber. */
  subscribe(listener: (status: SaveStatus) => void): () => void;
  /** Resolves when everything asked for so far has committed or failed; never rejects. */
  settled(): Promise<SaveStatus>;
  /** After a failure: re-open if need be and write one full-state row (P2). Resolves with what came of it. */
  retry(): Promise<SaveStatus>;
  /** Replace all rows by the current state and wait for that transaction's `complete` (B7). Not while damaged rows exist. */
  trim(): Promise<SaveStatus>;
  /** Waits for `settled`, then closes the database. The outer document is left to the garbage collector. */
  close(): Promise<void>;
}

export interface DocumentStore {
  /** Reads row by row, then attaches for writing at the first edit of `outer`. */
  open(docId: string): Promise<DocumentLog>;
  /** Create a document that is known not to exist, holding `update`, strictly durable when resolved. For imports (P7). */
  create(docId: string, update: Uint8Array): Promise<SaveStatus>;
  list(): Promise<readonly string[]>;
  /** Puts one whole state in the place of all rows, in one strict transaction (B5). The document must not be open. */
  replace(docId: string, update: Uint8Array): Promise<SaveStatus>;
  /** Deletes the document's database; resolves when it is gone. */
  remove(docId: string): Promise<void>;
}
