// One open vault as the screens see it: the caseload, the measures, what is saved. The caseload stands on the screen before
// the first document is open (VAULT P4); each part is kept by a class of its own.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type { OwnMeasureDefinition } from '../../clinical/instruments/own-measure.ts';
import type { Choice } from '../../records/client-record.ts';
import {
  readClients,
  readSetting,
  writeClientLabel,
  writeClients,
  writeClientStatus,
  writeOwnMeasure,
  writeSetting,
  type ClientStatus,
  type DirectoryClient,
} from '../../records/directory.ts';
import type { ClientId } from '../../records/entry.ts';
import { newClientId } from '../../records/ids.ts';
import {
  readCrisisContacts,
  readTechniqueChoices,
  type CrisisContact,
  type TechniqueChoice,
} from '../../records/practice-settings.ts';
import {
  eraseClient,
  type AuditEvent,
  type DocumentHealth,
  type DocumentStatus,
  type InnerDocument,
  type OpenDocument,
  type Progress,
  type VaultSession,
} from '../../sync/index.ts';
import type { FreshClient } from './add-clients.ts';
import { BackupState } from './backup.svelte.ts';
import { breathe } from './breathe.ts';
import { CaseloadKeeper } from './caseload-keeper.svelte.ts';
import type { ChoicesFor } from './client-chart.ts';
import type { ClientSummary } from './client-summary.ts';
import { ClientState } from './client.svelte.ts';
import { damageItems, type DamageItem } from './damage.ts';
import { DirectoryState } from './directory-state.svelte.ts';
import { InstrumentBook } from './instrument-book.svelte.ts';
import { KeysState } from './keys.svelte.ts';
import { now } from './now.ts';
import { random } from './random.ts';
import { SaveState } from './save-state.svelte.ts';
import { summariseNewcomer, type RecordSummary } from './summarise-client.ts';

export type { FreshClient } from './add-clients.ts';
export type { DamageItem } from './damage.ts';

const defaultIdleMinutes = 15;

export class Practice {
  readonly session: VaultSession;
  readonly save: SaveState;
  readonly keys: KeysState;
  readonly backup: BackupState;
  readonly #directory: DirectoryState;
  readonly #book: InstrumentBook;
  readonly #keeper: CaseloadKeeper;
  readonly #clients = new Map<ClientId, ClientState>();

  private constructor(session: VaultSession) {
    this.session = session;
    this.save = new SaveState(session);
    this.keys = new KeysState(session);
    this.backup = new BackupState(this);
    this.#directory = new DirectoryState(session);
    this.#book = new InstrumentBook(this.#directory);
    this.#keeper = new CaseloadKeeper(session, this.#directory, this.#book);
  }

  /**
   * Resolves as soon as the caseload can be shown; everything else begins once the screen has had its turn. `takeIn` brings in
   * what waits outside the vault, before the directory is believed about who is in the list; true if nothing waits there.
   */
  static async open(
    session: VaultSession,
    takeIn: () => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<Practice> {
    const practice = new Practice(session);
    const blocks = await practice.#keeper.fill();
    const reconcile = async (): Promise<void> => {
      const takingIn = takeIn();
      session.alongside(takingIn);
      await practice.#keeper.reconcile(await takingIn.catch(() => false));
    };
    // Nothing to show from the cache: wait, so that an empty list is never shown for a full practice.
    if (blocks === 0) await reconcile();
    else session.alongside(breathe().then(reconcile));
    session.alongside(breathe().then(() => Promise.all([practice.keys.look(), practice.backup.look()])));
    return practice;
  }

  get isExample(): boolean {
    return this.session.isThrowAway;
  }

  get clients(): readonly ClientSummary[] {
    return this.#keeper.caseload.all;
  }

  /** Set while many clients are being prepared at once, for a progress bar. */
  get preparing(): { readonly done: number; readonly of: number } | null {
    return this.#keeper.preparing;
  }

  clientSummary(id: ClientId): ClientSummary | null {
    return this.#keeper.caseload.find(id);
  }

  /** What is wrong with the list of clients itself; null when nothing is. */
  get directoryTrouble(): DocumentHealth | null {
    return this.#directory.trouble;
  }

  // ---- measures

  /** Published instruments and the practice's own, newest version of each. */
  get instruments(): readonly Instrument[] {
    return this.#book.newest;
  }

  get ownMeasures(): readonly OwnMeasureDefinition[] {
    return this.#book.definitions;
  }

  readonly findInstrument = (id: string, version: string): Instrument | null => this.#book.find(id, version);

  choicesFor(document: OpenDocument | null): ChoicesFor {
    return this.#book.choicesFor(document);
  }

  practiceChoice(choice: Choice, instrumentId: string): string | null {
    return this.#book.practiceChoice(choice, instrumentId);
  }

  /** A new version, or a measure of the same name, changes what others are called: lists that name them are derived again. */
  async saveOwnMeasure(definition: OwnMeasureDefinition): Promise<void> {
    const directory = await this.directory();
    const before = this.#book.ownNames;
    writeOwnMeasure(directory.inner, definition);
    await directory.flush();
    const after = this.#book.ownNames;
    const renamed = [...before].filter(([key, name]) => after.get(key) !== name);
    await this.#deriveUsersOf(new Set(renamed.map(([key]) => key.split('@')[0] ?? key)));
  }

  /** How many clients have scores with this version of a measure. */
  usersOf({ id, version }: Pick<Instrument, 'id' | 'version'>): number {
    return this.clients.filter(({ lines }) =>
      lines.some((line) => line.instrumentId === id && line.instrumentVersion === version),
    ).length;
  }

  /** The practice's rule or cut-off for one instrument; every verdict that rests on it is derived again. */
  async choose(choice: Choice, instrumentId: string, id: string): Promise<void> {
    const directory = await this.directory();
    writeSetting(directory.inner, `${choice}/${instrumentId}`, id);
    await directory.flush();
    await this.#deriveUsersOf(new Set([instrumentId]));
  }

  async #deriveUsersOf(instrumentIds: ReadonlySet<string>): Promise<void> {
    const concerned = this.clients.filter(({ lines }) =>
      lines.some((line) => instrumentIds.has(line.instrumentId)),
    );
    if (concerned.length > 0) await this.#keeper.settle(concerned.map((client) => client.id));
  }

  // ---- clients

  /** Opens a client; the chart is there after one read, the document opens behind it. Null: not in the caseload. */
  async openClient(id: ClientId): Promise<ClientState | null> {
    const known = this.#clients.get(id);
    if (known) return known;
    await this.directory();
    if (!this.clientSummary(id)) return null;
    const client = await ClientState.open(this, id);
    this.#clients.set(id, client);
    return client;
  }

  async closeClient(id: ClientId): Promise<void> {
    const client = this.#clients.get(id);
    if (!client) return;
    this.#clients.delete(id);
    await client.close();
  }

  async closeClients(): Promise<void> {
    for (const id of [...this.#clients.keys()]) await this.closeClient(id);
  }

  /** Called after each edit of a client. */
  touched(id: ClientId): void {
    this.#keeper.touched(id);
  }

  /** Called after each edit of psychotherapy notes. */
  privateTouched(): void {
    this.#keeper.settleSoon();
  }

  /** Called when an edit of a client is saved: the list shows it at once, the caches follow when it is quiet. */
  saved(id: ClientId, summary: RecordSummary): void {
    this.#show(id, summary);
  }

  #show(id: ClientId, change: Partial<ClientSummary>): void {
    const summary = this.clientSummary(id);
    if (summary) this.#keeper.caseload.put([{ ...summary, ...change }]);
  }

  async addClient(label: string): Promise<ClientId> {
    const directory = await this.directory();
    const id = newClientId(random);
    await this.session.keyring.addClientKeys([id]);
    const sealedLabel = await this.session.sealLabel(id, label);
    const client: DirectoryClient = { id, sealedLabel, status: 'active', addedAt: now() };
    writeClients(directory.inner, [client]);
    this.#keeper.caseload.put([summariseNewcomer(client, label)]);
    this.touched(id);
    await directory.flush();
    return id;
  }

  /** Many at once; see add-clients.ts. */
  async addClients(fresh: readonly FreshClient[], progress: Progress = {}): Promise<void> {
    const directory = await this.directory();
    const { addClients } = await import('./add-clients.ts');
    const { session } = this;
    await addClients({ session, directory, book: this.#book, keeper: this.#keeper }, fresh, progress);
  }

  async renameClient(id: ClientId, label: string): Promise<void> {
    const directory = await this.directory();
    writeClientLabel(directory.inner, id, await this.session.sealLabel(id, label));
    await this.#changed(id, directory, { label });
  }

  async setStatus(id: ClientId, status: ClientStatus): Promise<void> {
    const directory = await this.directory();
    writeClientStatus(directory.inner, id, status);
    await this.#changed(id, directory, { status });
  }

  /** Shows a change of the directory at once, and derives the summary anew when it is quiet. */
  async #changed(id: ClientId, directory: OpenDocument, change: Partial<ClientSummary>): Promise<void> {
    this.#show(id, change);
    this.touched(id);
    await directory.flush();
  }

  /** Erases a client for good (K5): statement, documents, key, name, caches. It cannot be undone. */
  async eraseClient(id: ClientId): Promise<void> {
    await this.#keeper.settle();
    await this.closeClient(id);
    await eraseClient(this.session, id);
    await this.#keeper.obeyErasures();
  }

  /** Clients as the directory has them, with their labels open. */
  async listedClients(): Promise<{ readonly client: DirectoryClient; readonly label: string }[]> {
    const directory = await this.directory();
    return Promise.all(
      readClients(directory.inner).map(async (client) => ({
        client,
        label: (await this.session.openLabel(client.id, client.sealedLabel)) ?? '',
      })),
    );
  }

  /** Clients that an import has changed: derived now, with progress. */
  deriveNow(ids: ReadonlySet<ClientId>): Promise<void> {
    return this.#keeper.settle(ids);
  }

  /** For work that may put another directory in the place of this one (B5): the list shows what is in it then. */
  async replacingDirectory<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.#directory.whileItMayBeReplaced(work);
    } finally {
      await this.#keeper.reconcile();
    }
  }

  // ---- the practice itself

  /** The open directory. */
  directory(): Promise<OpenDocument> {
    return this.#directory.ready;
  }

  /** Reads something of the directory (records/practice-settings); null until it is open, and read again after every change. */
  read<T>(what: (doc: InnerDocument) => T): T | null {
    return this.#directory.inner && what(this.#directory.inner);
  }

  /** Changes something of the directory and waits for the strict commit. */
  async edit(change: (doc: InnerDocument) => void): Promise<DocumentStatus> {
    const directory = await this.directory();
    change(directory.inner);
    return directory.flush();
  }

  get techniques(): readonly TechniqueChoice[] {
    return this.read(readTechniqueChoices) ?? [];
  }

  get crisisContacts(): readonly CrisisContact[] {
    return this.read(readCrisisContacts) ?? [];
  }

  /** Do single letters do something on a page? */
  get letterKeys(): boolean {
    return this.read((doc) => readSetting(doc, 'letterKeys')) !== false;
  }

  set letterKeys(areOn: boolean) {
    if (this.#directory.inner) writeSetting(this.#directory.inner, 'letterKeys', areOn);
  }

  get idleLockMinutes(): number {
    const minutes = this.#directory.inner && readSetting(this.#directory.inner, 'idleLockMinutes');
    return typeof minutes === 'number' ? minutes : defaultIdleMinutes;
  }

  set idleLockMinutes(minutes: number) {
    if (this.#directory.inner) writeSetting(this.#directory.inner, 'idleLockMinutes', minutes);
  }

  /** Pieces of records that could not be opened, kept in quarantine; newest first. */
  async damage(): Promise<readonly DamageItem[]> {
    const found = (await this.session.quarantine()).map(async (row) => ({
      row,
      owner: await this.session.ownerOf(row.docId),
    }));
    return damageItems(await Promise.all(found), (id) => this.clientSummary(id));
  }

  /** What was done to the vault itself, newest first; `unreadable` counts the lines that do not open. */
  audit(): Promise<{ readonly events: readonly AuditEvent[]; readonly unreadable: number }> {
    return this.session.audit.read();
  }

  /** Seals what is pending, makes the caches true, closes every document and drops the keys. */
  async close(): Promise<void> {
    await this.closeClients();
    await this.#keeper.settle();
    await this.session.close();
  }
}
