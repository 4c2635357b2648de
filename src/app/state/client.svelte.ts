// One client, open. The chart comes from the sealed cache at once; the document opens behind it and takes over, and only
// then can anything be written.
import { episodeOn } from '../../clinical/episodes/course.ts';
import type { GoalId } from '../../clinical/goals/goal.ts';
import type { Respondent, ResponseMode } from '../../clinical/verdict/score-point.ts';
import {
  noAppointment,
  readAppointment,
  writeAppointment,
  type Appointment,
} from '../../records/appointment.ts';
import {
  deleteEntry,
  readClientRecord,
  readProfile,
  restoreEntry,
  writeChoice,
  writeEntries,
  writeProfile,
  type Choice,
  type ClientRecord,
  type Profile,
} from '../../records/client-record.ts';
import type { ClientStatus } from '../../records/directory.ts';
import type {
  BaselineEntry,
  CheckInOrigin,
  ClientId,
  Entry,
  EntryId,
  ResponseEntry,
} from '../../records/entry.ts';
import { newEntryId } from '../../records/ids.ts';
import { knownEntry } from '../../records/known-entry.ts';
import { pivotsOf, type Pivot } from '../../records/pivots.ts';
import { wordsOfGoal } from '../../records/plan.ts';
import { readRunningSession, type RunningSession } from '../../records/running-session.ts';
import { statusInRecord } from '../../records/status-in-record.ts';
import type { Prompt } from '../../clinical/prompts/prompt.ts';
import type { DueFacts } from '../../clinical/schedule/due-measures.ts';
import {
  isWhole,
  type DocumentHealth,
  type DocumentStatus,
  type InnerDocument,
  type OpenDocument,
} from '../../sync/index.ts';
import { emptyCarePlan, readCarePlan, type CarePlan } from './care-plan.ts';
import {
  deriveChart,
  emptyChart,
  viewMeasures,
  type ChoicesFor,
  type ClientChart,
  type MeasureView,
} from './client-chart.ts';
import { unpackChart } from './pack-chart.ts';
import type { ClientSummary } from './client-summary.ts';
import { derivation } from './derivation.ts';
import { now } from './now.ts';
import type { Practice } from './practice.svelte.ts';
import { dueOfClient } from './planned-course.ts';
import { promptsOfClient } from './prompt-source.ts';
import { noSessionsAndCheckIns, readSessionsAndCheckIns } from './today-facts.ts';
import { random } from './random.ts';
import { summariseRecord } from './summarise-client.ts';

/** A response as the form has it: item by item, or a total where only that is known. */
export interface ResponseDraft {
  readonly instrumentId: string;
  readonly instrumentVersion: string;
  readonly coding: string;
  readonly language: string;
  /** Null only where that of the response which it corrects is not known either. */
  readonly occurredOn: string | null;
  readonly respondent: Respondent;
  readonly mode: ResponseMode;
  readonly answers: readonly (number | null)[] | null;
  readonly enteredTotal: number | null;
  /** A correction of this entry. */
  readonly replaces?: EntryId;
  /** Given by the client alone. */
  readonly checkIn?: CheckInOrigin;
}

/** Where the picture comes from: the cache (look only), or the open document. */
export type Readiness = 'from-cache' | 'editable' | 'read-only';

export class ClientState {
  readonly id: ClientId;
  readonly #practice: Practice;
  #document = $state.raw<OpenDocument | null>(null);
  #record = $state.raw<ClientRecord | null>(null);
  #chart = $state.raw<ClientChart>(emptyChart);
  #health = $state.raw<DocumentHealth | null>(null);
  #opening: Promise<OpenDocument>;
  #unsubscribe: (() => void) | null = null;
  readonly #measures = $derived.by(() =>
    viewMeasures(this.#chart, this.#practice.findInstrument, this.choices),
  );
  readonly #carePlan = $derived.by(() =>
    this.#record && this.#document ? readCarePlan(this.#document.inner) : emptyCarePlan,
  );
  readonly #pivots = $derived.by(() => (this.#record ? pivotsOf(this.#record) : []));
  readonly #prompts = $derived.by(() =>
    this.#record
      ? promptsOfClient(
          { record: this.#record, chart: this.#chart, views: this.#measures, carePlan: this.#carePlan },
          this.#practice.findInstrument,
        )
      : (this.summary?.today.prompts ?? []),
  );

  readonly #due = $derived.by(() =>
    this.#record
      ? dueOfClient({ record: this.#record, chart: this.#chart, carePlan: this.#carePlan })
      : (this.summary?.today.due ?? []),
  );

  private constructor(practice: Practice, id: ClientId, cached: Uint8Array | null) {
    this.#practice = practice;
    this.id = id;
    if (cached) this.#chart = unpackChart(cached);
    this.#opening = this.#openDocument();
  }

  static async open(practice: Practice, id: ClientId): Promise<ClientState> {
    const cached = await practice.session.readSeries(id, derivation);
    const client = new ClientState(practice, id, cached);
    if (!cached) await client.#opening;
    return client;
  }

  async #openDocument(): Promise<OpenDocument> {
    const document = await this.#practice.session.openClient(this.id);
    this.#document = document;
    const read = (): void => {
      this.#record = readClientRecord(document.inner);
      this.#chart = deriveChart(this.#record, this.#practice.findInstrument);
      this.#health = document.health;
    };
    read();
    // The list learns what is wrong with a record when it is opened, and when it has been healed.
    if (this.summary && this.summary.isWhole !== isWhole(document.health)) this.#practice.touched(this.id);
    let revision = document.revision;
    let listed = revision;
    this.#unsubscribe = document.subscribe(() => {
      this.#health = document.health;
      if (document.revision !== revision) {
        revision = document.revision;
        read();
        this.#practice.touched(this.id);
      }
      // Not before it is saved: a block of the cache must never hold what a crash would take back.
      if (listed === revision || document.status.kind !== 'saved') return;
      listed = revision;
      // Afterwards, because a mistake in a sentence must not look like a failure to save.
      queueMicrotask(() => this.#tellTheList());
    });
    return document;
  }

  #tellTheList(): void {
    const { record, chart, measures, appointment, carePlan, summary } = this;
    if (!record || !summary) return;
    const source = {
      ...{ record, chart, views: measures, appointment, carePlan, choices: this.choices },
      addedOn: summary.needs.addedOn,
      ...(this.read(readSessionsAndCheckIns) ?? noSessionsAndCheckIns),
    };
    this.#practice.saved(this.id, summariseRecord(source, this.#practice.findInstrument));
  }

  get summary(): ClientSummary | null {
    return this.#practice.clientSummary(this.id);
  }

  /** As the record has it once it is open; the list may be a moment behind, or a crash. */
  get status(): ClientStatus {
    const listed = this.summary?.status ?? 'active';
    return this.#record && !this.trouble ? statusInRecord(listed, this.#record) : listed;
  }

  get label(): string {
    return this.summary?.label ?? '';
  }

  get readiness(): Readiness {
    if (!this.#document) return 'from-cache';
    return this.#chart.unreadable > 0 ? 'read-only' : 'editable';
  }

  /** What is wrong with the record; null while the document is still opening or when nothing is. */
  get trouble(): DocumentHealth | null {
    return this.#health && !isWhole(this.#health) ? this.#health : null;
  }

  get measures(): readonly MeasureView[] {
    return this.#measures;
  }

  get chart(): ClientChart {
    return this.#chart;
  }

  /** The record itself: entries, corrections, deletions. Null until the document is open. */
  get record(): ClientRecord | null {
    return this.#record;
  }

  get profile(): Profile {
    return this.#record && this.#document ? readProfile(this.#document.inner) : {};
  }

  /** The rules and cut-offs that hold for this client. */
  get choices(): ChoicesFor {
    return this.#practice.choicesFor(this.#document);
  }

  /** Until the document is open as the list knows it. */
  get appointment(): Appointment {
    return this.#record && this.#document
      ? readAppointment(this.#document.inner)
      : (this.summary?.appointment ?? noAppointment);
  }

  /** Plan, schedule and what was switched off; empty until the document is open. */
  get carePlan(): CarePlan {
    return this.#carePlan;
  }

  /** Every change of course, in the order people see them; none until the document is open. */
  get pivots(): readonly Pivot[] {
    return this.#pivots;
  }

  /** Every prompt that waits now or will (`from`); until the document is open as the list knows them. */
  get prompts(): readonly Prompt[] {
    return this.#prompts;
  }

  /** Every planned measure (`dueMeasures` says which are due); until the document is open as the list knows them. */
  get due(): readonly DueFacts[] {
    return this.#due;
  }

  /** Reads something else of the document (records/…); null until it is open, and read again after every change. */
  read<T>(what: (doc: InnerDocument) => T): T | null {
    return this.#record && this.#document ? what(this.#document.inner) : null;
  }

  /** The session that is going on; null: none, or not known before the document is open. */
  get runningSession(): RunningSession | null {
    return this.read(readRunningSession);
  }

  /** The words of a goal, also of one that was removed since; null where it was never known here. */
  goalWords(id: GoalId): string | null {
    return this.read((doc) => wordsOfGoal(doc, id));
  }

  /** Changes something else of the document (records/…) and waits for the strict commit. */
  async edit(change: (doc: InnerDocument) => void): Promise<DocumentStatus> {
    const document = await this.#ready();
    change(document.inner);
    return document.flush();
  }

  /** Changes the document at once and leaves the sealing to its own clock (500 ms, blur, hide, lock): for every key that is typed. */
  type(change: (doc: InnerDocument) => void): void {
    if (this.#document && this.readiness === 'editable') change(this.#document.inner);
  }

  async #ready(): Promise<OpenDocument> {
    const document = await this.#opening;
    if (this.readiness === 'read-only')
      throw new Error('this record is of a newer version and read-only here');
    return document;
  }

  /**
   * Writes a response and waits for the strict commit; the status says whether it is Saved.
   * @param alongside is done in the same step: a draft that it came from goes
   */
  async addResponse(
    draft: ResponseDraft,
    alongside: (doc: InnerDocument) => void = () => undefined,
  ): Promise<{ readonly id: EntryId; readonly status: DocumentStatus }> {
    const document = await this.#ready();
    const { replaces, ...rest } = draft;
    // A correction stays in the course and at the session of what it corrects.
    const original = replaces && this.#record ? knownEntry(this.#record, replaces) : null;
    const running = this.runningSession;
    const isDuring = original === null && running?.occurredOn === draft.occurredOn;
    const entry: ResponseEntry = {
      ...rest,
      id: newEntryId(random),
      v: 1,
      kind: 'response',
      sessionNumber: isDuring ? running.sessionNumber : (original?.sessionNumber ?? null),
      recordedAt: now(),
      episode: original ? original.episode : episodeOn(this.#chart.courses, draft.occurredOn),
      ...(isDuring ? { session: running.id } : {}),
      ...(replaces ? { replaces } : {}),
    };
    document.inner.transact(() => {
      writeEntries(document.inner, [entry]);
      alongside(document.inner);
    });
    return { id: entry.id, status: await document.flush() };
  }

  /** Writes an entry that is whole already: an ending, a reopening. */
  async addEntry(entry: Entry): Promise<DocumentStatus> {
    const document = await this.#ready();
    writeEntries(document.inner, [entry]);
    return document.flush();
  }

  async saveAppointment(appointment: Appointment): Promise<DocumentStatus> {
    const document = await this.#ready();
    writeAppointment(document.inner, appointment);
    return document.flush();
  }

  /** Deletes with a reason; `restoreEntry` takes it back. */
  async deleteEntry(id: EntryId, reason: string): Promise<DocumentStatus> {
    const document = await this.#ready();
    deleteEntry(document.inner, id, { at: now(), reason });
    return document.flush();
  }

  async restoreEntry(id: EntryId): Promise<DocumentStatus> {
    const document = await this.#ready();
    restoreEntry(document.inner, id);
    return document.flush();
  }

  /** Change is counted from this response from now on (CLINICAL 1.7: with a reason). */
  async moveBaseline(response: ResponseEntry, reason: string): Promise<DocumentStatus> {
    const document = await this.#ready();
    const entry: BaselineEntry = {
      id: newEntryId(random),
      v: 1,
      kind: 'baseline',
      occurredOn: response.occurredOn,
      sessionNumber: response.sessionNumber,
      recordedAt: now(),
      episode: response.episode,
      instrumentId: response.instrumentId,
      respondent: response.respondent,
      responseId: response.id,
      reason,
    };
    writeEntries(document.inner, [entry]);
    return document.flush();
  }

  /** This client's rule or cut-off; kept in the record (CLINICAL 1.1). */
  async choose(choice: Choice, instrumentId: string, id: string): Promise<DocumentStatus> {
    const document = await this.#ready();
    writeChoice(document.inner, choice, instrumentId, id);
    return document.flush();
  }

  async writeProfile<K extends keyof Profile>(field: K, value: Profile[K] | null): Promise<DocumentStatus> {
    const document = await this.#ready();
    writeProfile(document.inner, field, value);
    return document.flush();
  }

  /** Resolves when the record can be read and written. */
  async whenOpen(): Promise<void> {
    await this.#opening;
  }

  async close(): Promise<void> {
    const document = await this.#opening;
    this.#unsubscribe?.();
    await this.#practice.session.release(document);
  }
}
