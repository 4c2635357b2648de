// Keeps the caseload true to the documents: derives what was edited, renamed, brought in or left dirty by a crash, and commits
// the sealed caches with the heads (VAULT P4).
import { readAppointment } from '../../records/appointment.ts';
import { readClientRecord } from '../../records/client-record.ts';
import {
  readClients,
  removeClient,
  writeClients,
  writeClientStatus,
  type DirectoryClient,
} from '../../records/directory.ts';
import type { ClientId } from '../../records/entry.ts';
import { clientIdFrom } from '../../records/ids.ts';
import { statusInRecord } from '../../records/status-in-record.ts';
import {
  isWhole,
  resumeErasures,
  type DerivedBlock,
  type OpenDocument,
  type VaultSession,
} from '../../sync/index.ts';
import { readCarePlan } from './care-plan.ts';
import { Caseload } from './caseload.svelte.ts';
import { deriveChart, viewMeasures } from './client-chart.ts';
import { packChart } from './pack-chart.ts';
import { clientsPerBlock, packBlock, unpackBlock, type ClientSummary } from './client-summary.ts';
import { derivation } from './derivation.ts';
import type { DirectoryState } from './directory-state.svelte.ts';
import type { InstrumentBook } from './instrument-book.svelte.ts';
import { now } from './now.ts';
import { summariseClient } from './summarise-client.ts';
import { readSessionsAndCheckIns } from './today-facts.ts';

/** How long after the last edit the caches are made again; until then the document is marked dirty. */
const settleMs = 1_500;

interface Derived {
  readonly document: OpenDocument;
  readonly revision: number;
  readonly plain: Uint8Array;
  readonly summary: ClientSummary;
}

export class CaseloadKeeper {
  readonly caseload = new Caseload();
  readonly #session: VaultSession;
  readonly #directory: DirectoryState;
  readonly #book: InstrumentBook;
  readonly #toDerive = new Set<ClientId>();
  #preparing = $state.raw<{ readonly done: number; readonly of: number } | null>(null);
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** One derivation after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(session: VaultSession, directory: DirectoryState, book: InstrumentBook) {
    this.#session = session;
    this.#directory = directory;
    this.#book = book;
  }

  /** Set while many clients are being prepared at once, for a progress bar. */
  get preparing(): { readonly done: number; readonly of: number } | null {
    return this.#preparing;
  }

  /** Fills the caseload from the sealed cache; returns how many blocks were there. */
  async fill(): Promise<number> {
    const blocks = await this.#session.readSummaries(derivation);
    this.caseload.fill(new Map([...blocks].map(([block, plain]) => [block, unpackBlock(plain)])));
    return blocks.size;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /**
   * Holds the caseload against the directory; derives what is missing, renamed or was left dirty. `isAllHere`: no edits of the
   * directory can wait elsewhere, so that whoever is not named in it was never added.
   */
  reconcile(isAllHere = false): Promise<void> {
    return this.#inTurn(async () => {
      const directory = await this.#directory.ready;
      await this.#obeyErasures(directory);
      if (isAllHere) await this.#tidy(directory);
      const listed = readClients(directory.inner);
      const ids = new Set(listed.map(({ id }) => id));
      // A directory of which something is damaged or missing may not name everybody: then nobody is dropped, and whoever
      // the caseload still knows is written into it again. One that could not be read names nobody yet.
      if (isWhole(directory.health)) this.caseload.keepOnly(ids);
      else if (directory.isRead) await this.#relist(directory, ids);
      const dirty = new Set(await this.#session.dirtyDocuments());
      const { revision } = directory;
      await this.#derive(listed.filter((client) => dirty.has(client.id) || !this.caseload.isCurrent(client)));
      await this.#session.commitPrivates(derivation);
      if (dirty.has(directory.docId) || directory.revision !== revision) await this.commit(directory, []);
    });
  }

  /** What is left of erased clients goes before anything else: the name, and every block, under the new cache key. */
  obeyErasures(): Promise<void> {
    return this.#inTurn(async () => this.#obeyErasures(await this.#directory.ready));
  }

  async #obeyErasures(directory: OpenDocument): Promise<void> {
    await resumeErasures(this.#session);
    const { erased } = this.#session;
    const named = readClients(directory.inner).filter(({ id }) => erased.has(id));
    const shown = this.caseload.all.filter(({ id }) => erased.has(id));
    if (named.length === 0 && shown.length === 0) return;
    for (const { id } of named) removeClient(directory.inner, id);
    for (const { id } of shown) this.caseload.remove(id);
    await directory.flush();
    // The sealed label has to leave the disk too.
    await directory.compact({ always: true });
    await this.commit(directory, this.caseload.blocks());
  }

  /**
   * Takes back what an import left that was killed half-way: documents that no directory entry names, and names whose key
   * was dropped when they could not be saved.
   */
  async #tidy(directory: OpenDocument): Promise<void> {
    const unfinished = await this.#session.unfinished();
    if (unfinished.length === 0 || !isWhole(directory.health)) return;
    const named = new Set<string>(readClients(directory.inner).map(({ id }) => id));
    const isMade = (id: string): boolean => named.has(id) && this.#session.keyring.hasKeyFor(id);
    const halfMade = unfinished.filter((id) => !isMade(id));
    for (const id of halfMade.map(clientIdFrom)) if (id) removeClient(directory.inner, id);
    await this.#session.abandonClients(halfMade);
    if ((await directory.flush()).kind === 'saved') await this.#session.noteUnfinished([]);
  }

  async #relist(directory: OpenDocument, listed: ReadonlySet<ClientId>): Promise<void> {
    const lost = this.caseload.all.filter(({ id }) => !listed.has(id) && this.#session.keyring.hasKeyFor(id));
    if (lost.length === 0) return;
    const again = await Promise.all(
      lost.map(async ({ id, label, status }) => ({
        id,
        sealedLabel: await this.#session.sealLabel(id, label),
        status,
        addedAt: now(),
      })),
    );
    writeClients(directory.inner, again);
    await directory.flush();
  }

  async #derive(clients: readonly DirectoryClient[]): Promise<void> {
    if (clients.length > clientsPerBlock) this.#preparing = { done: 0, of: clients.length };
    for (let start = 0; start < clients.length; start += clientsPerBlock) {
      const batch = clients.slice(start, start + clientsPerBlock);
      const found = await Promise.all(batch.map((client) => this.#deriveOne(client)));
      const blocks = this.caseload.put(found.map(({ summary }) => summary));
      await this.#session.commitDerived({
        derivation,
        documents: found.map(({ document, revision, plain }) => ({ document, revision, series: plain })),
        blocks: this.#packed(blocks),
      });
      await Promise.all(found.map(({ document }) => this.#session.release(document)));
      if (this.#preparing) this.#preparing = { done: start + batch.length, of: clients.length };
    }
    this.#preparing = null;
  }

  async #deriveOne(client: DirectoryClient): Promise<Derived> {
    const document = await this.#session.openClient(client.id);
    const { revision } = document;
    const record = readClientRecord(document.inner);
    const chart = deriveChart(record, this.#book.find);
    const choices = this.#book.choicesFor(document);
    const views = viewMeasures(chart, this.#book.find, choices);
    const label = (await this.#session.openLabel(client.id, client.sealedLabel)) ?? '';
    const appointment = readAppointment(document.inner);
    const isAllThere = isWhole(document.health);
    const status = isAllThere ? statusInRecord(client.status, record) : client.status;
    if (status !== client.status) await this.#putStatusRight(client.id, status);
    const source = {
      ...{ client: { ...client, status }, label, record, chart, views, choices, appointment },
      carePlan: readCarePlan(document.inner),
      ...readSessionsAndCheckIns(document.inner),
      isWhole: isAllThere,
    };
    const summary = summariseClient(source, this.#book.find);
    return { document, revision, plain: packChart(chart), summary };
  }

  /** The record is the truth; the list was left behind by a crash, or by a device that had not heard. */
  async #putStatusRight(id: ClientId, status: DirectoryClient['status']): Promise<void> {
    const directory = await this.#directory.ready;
    writeClientStatus(directory.inner, id, status);
    await directory.flush();
  }

  #packed(blocks: readonly number[]): DerivedBlock[] {
    return blocks.map((block) => {
      const summaries = this.caseload.block(block);
      return { block, plain: packBlock(summaries), docIds: summaries.map(({ id }) => id) };
    });
  }

  /** Commits the directory's head and these blocks as they stand. */
  commit(directory: OpenDocument, blocks: readonly number[]): Promise<void> {
    const documents = [{ document: directory, revision: directory.revision, series: null }];
    return this.#session.commitDerived({ derivation, documents, blocks: this.#packed(blocks) });
  }

  /** After an edit: derived again once it is quiet. */
  touched(id: ClientId): void {
    this.#toDerive.add(id);
    this.settleSoon();
  }

  /** After an edit of something that no summary shows. */
  settleSoon(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#session.alongside(this.settle()), settleMs);
  }

  /** Derives now whatever was touched, and these. */
  settle(ids: Iterable<ClientId> = []): Promise<void> {
    for (const id of ids) this.#toDerive.add(id);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    return this.#inTurn(async () => {
      const directory = await this.#directory.ready;
      const due = new Set(this.#toDerive);
      this.#toDerive.clear();
      await this.#derive(readClients(directory.inner).filter((client) => due.has(client.id)));
      await this.#session.commitPrivates(derivation);
      await this.commit(directory, []);
    });
  }
}
