// The tables beside the documents (VAULT P4): wrapped keys, statements, heads, caches, quarantine, audit trail. All of it is
// sealed or signed bytes by the time it comes here. Implemented over Dexie and over memory; one contract suite for both.

/** Single sealed or wrapped values, by name. */
export type KeySlot =
  | 'vault-id'
  | 'wrap-passphrase'
  | 'wrap-passkey'
  | 'keyring'
  | 'keyring-recovery'
  | 'last-backup'
  /** Readable before unlock: what the client is asked while the tablet is with them (H5). */
  | 'hand-over'
  | 'preferences';

export interface HeadRow {
  readonly docId: string;
  /** SHA-256 head of the outer document (B8). */
  readonly head: Uint8Array;
}

export interface SeriesRow {
  readonly docId: string;
  readonly stamp: Uint8Array;
  readonly sealed: Uint8Array;
}

/** One packed block of the caseload. */
export interface SummaryBlockRow {
  readonly block: number;
  readonly stamp: Uint8Array;
  readonly sealed: Uint8Array;
}

export interface QuarantineRow {
  /** SHA-256 hex of `bytes`: the same damage is kept once. */
  readonly id: string;
  readonly docId: string;
  readonly reason:
    | 'damaged-row'
    | 'damaged-blob'
    | 'bad-signature'
    | 'unknown-device'
    | 'repeat-with-other-bytes'
    /** `bytes` is the head that the document had when it was last whole: less than that lies on the disk. */
    | 'missing'
    | 'revoked';
  readonly bytes: Uint8Array;
  /** UTC instant, ISO 8601. */
  readonly foundAt: string;
}

export interface AuditRow {
  /** Auto-incremented. */
  readonly seq?: number;
  readonly sealed: Uint8Array;
}

/** One answer given while the vault was locked; the same question again is a row more, and the last one counts. */
export interface InboxRow {
  /** Auto-incremented. */
  readonly seq?: number;
  /** 32 hex digits. */
  readonly checkInId: string;
  /** Over all questions of the check-in. */
  readonly index: number;
  readonly sealed: Uint8Array;
}

/** What is written together after a burst of edits: in one strict transaction, dirty marks cleared with it. */
export interface CleanCommit {
  readonly heads: readonly HeadRow[];
  readonly series: readonly SeriesRow[];
  readonly summaries: readonly SummaryBlockRow[];
  readonly cleanDocIds: readonly string[];
}

export type StoreOpening =
  | { readonly kind: 'opened'; readonly store: VaultStore }
  | { readonly kind: 'cannot-open'; readonly reason: string };

export interface VaultStore {
  readSlot(slot: KeySlot): Promise<Uint8Array | null>;
  /** Strict; all slots in one transaction. null deletes. */
  writeSlots(values: Readonly<Partial<Record<KeySlot, Uint8Array | null>>>): Promise<void>;

  readStatements(): Promise<readonly Uint8Array[]>;
  /** Grow-only (R1): keyed by SHA-256, an existing statement is left as it is. */
  addStatements(statements: readonly Uint8Array[]): Promise<void>;

  readHead(docId: string): Promise<Uint8Array | null>;
  readHeads(): Promise<readonly HeadRow[]>;
  /** Strict, before the first outer write of a burst (P4). */
  markDirty(docIds: readonly string[]): Promise<void>;
  readDirty(): Promise<readonly string[]>;
  commitClean(commit: CleanCommit): Promise<void>;

  readSeries(docId: string): Promise<SeriesRow | null>;
  readSummaries(): Promise<readonly SummaryBlockRow[]>;
  clearCaches(): Promise<void>;

  addQuarantine(rows: readonly QuarantineRow[]): Promise<void>;
  readQuarantine(): Promise<readonly QuarantineRow[]>;
  /** Takes rows out whose content has come back. */
  removeQuarantine(ids: readonly string[]): Promise<void>;

  appendAudit(sealed: Uint8Array): Promise<void>;
  readAudit(): Promise<readonly AuditRow[]>;

  /** An answer and the sheet that asks the next question: in one strict transaction. */
  keepAnswer(row: InboxRow, sheet: Uint8Array): Promise<void>;
  /** Of every check-in, in the order in which they were given. */
  readInbox(): Promise<readonly InboxRow[]>;
  clearInbox(checkInId: string): Promise<void>;

  /** The writer's generation (P3): `claim` adds one and returns it; the holder compares before each write. */
  claimGeneration(): Promise<number>;
  /** The same, only if the generation is still the one that was seen; null: another has claimed since. One transaction. */
  claimGenerationAfter(seen: number): Promise<number | null>;
  readGeneration(): Promise<number>;

  /** Forget everything about one document: head, dirty mark, series, quarantine (erasure, K5). */
  forgetDocument(docId: string): Promise<void>;
  /** Called once if the browser closes the database under us. */
  onClosed(listener: () => void): () => void;
  close(): Promise<void>;
  /** Deletes the whole database. */
  destroy(): Promise<void>;
}
