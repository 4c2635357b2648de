// An unlocked vault, until it is closed: its documents, keys, caches and statements, each kept by a part of its own. One writer
// at a time (P3).
import type * as Y from 'yjs';
import { readRegistry } from '../registry/read-registry.ts';
import { storeReasonOf } from '../store/store-failure.ts';
import type { QuarantineRow } from '../store/vault-store.ts';
import type { Bytes } from '../vault/bytes.ts';
import { directoryDocIdOf, type DeviceId, type DocId, type VaultId } from '../vault/ids.ts';
import { withoutClientKey } from '../vault/key-bundle.ts';
import { fromUtf8, toUtf8 } from '../vault/text.ts';
import { asDocId } from './as-doc-id.ts';
import { AuditTrail } from './audit-trail.ts';
import { commitDerived, type CommitDeps, type DerivedCommit } from './commit-derived.ts';
import { createClients, type NewDocument } from './create-clients.ts';
import { DerivedCache, type Derivation, type ReadAhead } from './derived-cache.ts';
import { DirtyMarks } from './dirty-marks.ts';
import { DocumentRefs } from './document-refs.ts';
import { DocumentShelf } from './document-shelf.ts';
import { Inbox } from './inbox.ts';
import { KeyringKeeper } from './keyring-keeper.ts';
import type { DocumentStatus } from './document-status.ts';
import { finishErasures } from './erase-client.ts';
import type { OpenDocument } from './open-document.ts';
import { readPreferences, writePreferences } from './preferences.ts';
import type { Progress } from './progress.ts';
import { Quarantine } from './quarantine.ts';
import type { UnlockedKeys } from './unlocked-keys.ts';
import { VaultAccess } from './vault-access.ts';
import type { VaultPorts } from './vault-ports.ts';
import { assertStillWriter, writeSlots } from './write-slots.ts';

export interface VaultSessionDeps extends VaultPorts {
  readonly keys: UnlockedKeys;
  /** As they were read at the door. */
  readonly statements: readonly Uint8Array[];
  /** Seals the keyring; stays in memory while the vault is unlocked. */
  readonly keyringKey: CryptoKey;
  readonly isStillWriter: () => Promise<boolean>;
  readonly isThrowAway: boolean;
}

/** What records read and write; nothing outside this room makes one. */
export type InnerDocument = Y.Doc;

export interface DocumentOwner {
  readonly clientId: string;
  readonly isPrivate: boolean;
}

export class VaultSession {
  readonly deps: VaultSessionDeps;
  readonly directoryId: DocId;
  readonly audit: AuditTrail;
  readonly keyring: KeyringKeeper;
  /** Passphrase, passkey, recovery sheet. */
  readonly access: VaultAccess;
  readonly #refs: DocumentRefs;
  /** What clients answered while the vault was locked. */
  readonly inbox: Inbox;
  readonly #shelf: DocumentShelf;
  readonly #cache: DerivedCache;
  readonly #dirty: DirtyMarks;
  readonly #quarantine: Quarantine;
  /** In memory too: a backup can be made when the store does not answer any more. */
  #statements: readonly Uint8Array[];
  readonly #chores = new Set<Promise<unknown>>();
  /** The browser closed the tables under us (Safari's habit; another tab that deletes them): nothing is saved any more. */
  #areTablesClosed = false;
  /** The tables outlive a session that is handed over: nothing of it may hang on them. */
  readonly #stopListening: () => void;

  private constructor(deps: VaultSessionDeps, directoryId: DocId, summaries: ReadAhead) {
    const { tables, keys, now } = deps;
    this.deps = deps;
    this.#stopListening = tables.onClosed(() => {
      this.#areTablesClosed = true;
    });
    this.#statements = deps.statements;
    this.directoryId = directoryId;
    this.audit = new AuditTrail(tables, keys, now);
    this.keyring = new KeyringKeeper(deps);
    this.access = new VaultAccess(this);
    this.inbox = new Inbox(deps, () => this.audit.noteWhenThereIsRoom('handed-over'));
    this.#cache = new DerivedCache(tables, keys.cacheSealer(), summaries);
    this.#dirty = new DirtyMarks(tables);
    this.#quarantine = new Quarantine(tables, keys, now);
    this.#refs = new DocumentRefs(keys, directoryId);
    this.#shelf = new DocumentShelf({
      ...deps,
      dirty: this.#dirty,
      quarantine: this.#quarantine,
      noteHealed: () => this.audit.noteWhenThereIsRoom('damage-healed'),
    });
  }

  /** `summaries`: the caseload's rows, where they were asked for before the vault was open. */
  static async begin(deps: VaultSessionDeps, summaries: ReadAhead): Promise<VaultSession> {
    return new VaultSession(deps, await directoryDocIdOf(deps.keys.keyring.vaultId), summaries);
  }

  get vaultId(): VaultId {
    return this.deps.keys.keyring.vaultId;
  }

  get deviceId(): DeviceId {
    return this.deps.keys.keyring.device.id;
  }

  get isThrowAway(): boolean {
    return this.deps.isThrowAway;
  }

  // ---- documents

  openDirectory(): Promise<OpenDocument> {
    return this.#shelf.open({ kind: 'directory', docId: this.directoryId });
  }

  /** Throws if the id is no document id. */
  openClient(id: string): Promise<OpenDocument> {
    return this.#shelf.open({ kind: 'client', docId: asDocId(id) });
  }

  /**
   * The client's psychotherapy notes. Nothing lies on the disk before the first of them is written (P7). Throws if the client's
   * key is not here.
   */
  async openPrivate(clientId: string): Promise<OpenDocument> {
    const ref = await this.#refs.privateOf(asDocId(clientId));
    if (!ref) throw new Error('no key for this client');
    return this.#shelf.open(ref);
  }

  /** Whatever the id stands for: the directory, a client, a client's private document. */
  async openDocument(id: string): Promise<OpenDocument> {
    return this.#shelf.open(await this.#refs.of(asDocId(id)));
  }

  /** Whose document it is; null for the directory. */
  async ownerOf(id: string): Promise<DocumentOwner | null> {
    const ref = await this.#refs.of(asDocId(id));
    if (ref.kind === 'directory') return null;
    return ref.kind === 'private'
      ? { clientId: ref.clientDocId, isPrivate: true }
      : { clientId: ref.docId, isPrivate: false };
  }

  /** The private documents in which something was ever written, as far as the store gives it out. */
  async writtenPrivates(): Promise<readonly DocId[]> {
    const written = await this.#writtenDocuments();
    const refs = await this.#refs.privates();
    return refs.map(({ docId }) => docId).filter((docId) => written.has(docId));
  }

  /** A head without its document counts: something is missing then, and is said to be. */
  async #writtenDocuments(): Promise<ReadonlySet<string>> {
    const { documents, tables } = this.deps;
    const written = new Set<string>(this.#shelf.writtenIds);
    try {
      const [stored, heads, dirty] = await Promise.all([
        documents.list(),
        tables.readHeads(),
        this.#dirty.all(),
      ]);
      for (const docId of [...stored, ...heads.map((row) => row.docId), ...dirty]) written.add(docId);
    } catch (error) {
      if (storeReasonOf(error) === null) throw error;
    }
    return written;
  }

  release(document: OpenDocument): Promise<void> {
    return this.#shelf.release(document);
  }

  readOuter(docId: DocId, outer: Y.Doc): Promise<{ readonly isWhole: boolean }> {
    return this.#shelf.readOuter(docId, outer);
  }

  async replaceDamaged(docId: DocId, update: Uint8Array): Promise<'replaced' | 'refused' | 'not-saved'> {
    return this.#shelf.replaceDamaged(await this.#refs.of(docId), update);
  }

  unsaved(): Promise<readonly { readonly docId: string; readonly update: Uint8Array }[]> {
    return this.#shelf.unsaved();
  }

  quarantine(): Promise<readonly QuarantineRow[]> {
    return this.#quarantine.rows();
  }

  /** True if what was missing of a document has come back: it now holds all of a state that had one of these heads. */
  async noteHolds(docId: DocId, heads: readonly Uint8Array[]): Promise<boolean> {
    const hasComeBack = await this.#quarantine.noteHolds(await this.#refs.of(docId), heads);
    if (hasComeBack) await this.audit.noteWhenThereIsRoom('damage-healed');
    return hasComeBack;
  }

  /**
   * Goes on with what is here of a record of which something that was saved is missing: from now on it counts as whole (B3).
   * 'needs-the-rest': what is here cannot be read without what is missing. Rejects, and changes nothing, if it cannot be kept.
   */
  async acceptLoss(id: string): Promise<'accepted' | 'needs-the-rest'> {
    const docId = asDocId(id);
    const document = await this.openDocument(docId);
    try {
      if (document.needsTheRest) return 'needs-the-rest';
      // The mark first: the head of what was lost counts for nothing any more.
      await this.#dirty.mark([docId]);
      await this.audit.note('loss-accepted');
      await this.#quarantine.acceptShort(docId, { hasDamage: document.health.damaged > 0 });
      document.acceptShort();
      return 'accepted';
    } finally {
      await this.#shelf.release(document);
    }
  }

  // ---- saving

  get status(): DocumentStatus {
    return this.#areTablesClosed ? { kind: 'not-saved', reason: 'closed' } : this.#shelf.status;
  }

  subscribe(listener: () => void): () => void {
    const stops = [this.#shelf.subscribe(listener), this.deps.tables.onClosed(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Seals what is pending everywhere and waits for the commits (blur, hide, lock). */
  async flush(): Promise<DocumentStatus> {
    await this.#shelf.flush();
    return this.status;
  }

  async retry(): Promise<DocumentStatus> {
    await this.#shelf.retry();
    return this.status;
  }

  // ---- caches

  /** What a client's chart needs, in one read and one decrypt; null if nothing valid lies there. */
  readSeries(id: string, derivation: Derivation): Promise<Uint8Array | null> {
    return this.#cache.readSeries(asDocId(id), derivation);
  }

  /** The caseload's blocks that are valid under this derivation. */
  readSummaries(derivation: Derivation): Promise<ReadonlyMap<number, Uint8Array>> {
    return this.#cache.readSummaries(derivation);
  }

  async dirtyDocuments(): Promise<readonly string[]> {
    return [...(await this.#dirty.all())];
  }

  markDirty(docIds: readonly string[]): Promise<void> {
    return this.#dirty.mark(docIds);
  }

  get #commitDeps(): VaultSessionDeps & CommitDeps {
    return { ...this.deps, cache: this.#cache, dirty: this.#dirty, quarantine: this.#quarantine };
  }

  commitDerived(commit: DerivedCommit): Promise<void> {
    return commitDerived(this.#commitDeps, commit);
  }

  /** Heads of private documents that were written since; nothing else is ever derived from them. */
  async commitPrivates(derivation: Derivation): Promise<void> {
    const dirty = await this.#dirty.all();
    if (dirty.size === 0) return;
    const refs = (await this.#refs.privates()).filter(({ docId }) => dirty.has(docId));
    for (const ref of refs) {
      const document = await this.#shelf.open(ref);
      const { revision } = document;
      await this.commitDerived({ derivation, documents: [{ document, revision, series: null }], blocks: [] });
      await this.#shelf.release(document);
    }
  }

  // ---- clients

  sealLabel(id: string, label: string): Promise<Uint8Array> {
    return this.deps.keys.sealLabel(asDocId(id), label);
  }

  /** Null if the label is damaged or the client's key is not here. */
  openLabel(id: string, sealed: Uint8Array): Promise<string | null> {
    return this.deps.keys.openLabel(asDocId(id), sealed);
  }

  /** The X25519 seed of one check-in of a client (H1); null if the client's key is not here. Rejects if an id is none. */
  async checkInSeed(id: string, checkInId: string): Promise<Bytes | null> {
    return this.deps.keys.checkInSeed(asDocId(id), checkInId);
  }

  createClients(
    fresh: readonly NewDocument[],
    derivation: Derivation,
    progress: Progress = {},
  ): Promise<void> {
    return createClients(this.#commitDeps, fresh, derivation, progress);
  }

  /** Which clients a bulk write is making: noted before it begins, cleared when the directory names them. */
  noteUnfinished(ids: readonly string[]): Promise<void> {
    return writePreferences(this.deps, { unfinishedImport: ids });
  }

  async unfinished(): Promise<readonly string[]> {
    return (await readPreferences(this.deps.tables, this.deps.keys)).unfinishedImport;
  }

  /** Takes back clients that `createClients` made and no directory names: an import that was stopped or failed. */
  async abandonClients(ids: readonly string[]): Promise<void> {
    const { documents, tables } = this.deps;
    const docIds = ids.map(asDocId);
    await assertStillWriter(this.deps.isStillWriter);
    for (const docId of docIds) {
      await documents.remove(docId);
      await tables.forgetDocument(docId);
    }
    await this.keyring.change((keyring) => docIds.reduce(withoutClientKey, keyring));
  }

  // ---- the vault itself

  /** The signed statements of the registry. */
  get statements(): readonly Uint8Array[] {
    return this.#statements;
  }

  /** The clients that were erased for good, here or on another device (K5). */
  get erased(): ReadonlySet<string> {
    return this.deps.keys.registry.erased;
  }

  /** Closes a document of which nothing is to be kept, whoever has it open. */
  discard(docId: DocId): Promise<void> {
    return this.#shelf.discard(docId);
  }

  /** Adds statements to the registry, reads it anew and obeys what it erases (K5). */
  async addStatements(statements: readonly Uint8Array[]): Promise<void> {
    const { tables, keys, isStillWriter } = this.deps;
    await assertStillWriter(isStillWriter);
    await tables.addStatements(statements);
    const all = await tables.readStatements();
    const reading = await readRegistry(all, this.vaultId);
    if (reading.kind !== 'read') throw new Error('the registry has lost its founder');
    this.#statements = all;
    keys.registry = reading.view;
    await finishErasures(this);
  }

  /** UTC instant of the last backup that was handed out; null before the first. Readable before unlock too. */
  async lastBackupAt(): Promise<string | null> {
    const kept = await this.deps.tables.readSlot('last-backup');
    return kept && fromUtf8(kept);
  }

  async noteBackup(): Promise<void> {
    await writeSlots(this.deps, { 'last-backup': toUtf8(this.deps.now()) });
    await this.audit.note('backup-made');
  }

  /** Work that nobody waits for until the vault closes. A failure is thrown where the app shows every fault. */
  alongside(work: Promise<unknown>): void {
    const chore = work
      .catch((error: unknown) => {
        queueMicrotask(() => {
          throw error;
        });
      })
      .finally(() => this.#chores.delete(chore));
    this.#chores.add(chore);
  }

  /** Seals what is pending, waits for Saved, closes every document. What could not be saved is the status. */
  async close(): Promise<DocumentStatus> {
    const status = await this.flush();
    await Promise.all(this.#chores);
    await this.audit.writeWaiting();
    await this.#shelf.closeAll();
    this.#stopListening();
    return status;
  }
}
