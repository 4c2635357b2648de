// Bringing scores in: a file or a paste is read, its columns are explained, what would be written is shown, and only a "yes"
// writes it. Nothing of the file leaves the page; it is forgotten when it was brought in or given up.
import type { DecodedText, TextEncodingName } from '../../exchange/csv/decode-text.ts';
import type { ReadTableChoices } from '../../exchange/csv/read-table.ts';
import type { ReadTable } from '../../exchange/csv/table.ts';
import type { ImportPlan } from '../../exchange/import/import-plan.ts';
import type { ImportProblem } from '../../exchange/import/import-problem.ts';
import { readImportLayout } from '../../records/import-layouts.ts';
import { newClientId, newEntryId } from '../../records/ids.ts';
import { screenPace } from './breathe.ts';
import { carryOutImport, type ImportOutcome } from './import-carry-out.ts';
import { planWithout, type CheckedPlan } from './import-checked-plan.ts';
import { ImportColumns, type GuessedTable, type ImportTools } from './import-columns.svelte.ts';
import { loadExistingClients } from './import-existing.ts';
import { now, today } from './now.ts';
import type { Practice } from './practice.svelte.ts';
import { random } from './random.ts';

export type ImportStage = 'choose' | 'reading' | 'mapping' | 'planning' | 'preview' | 'writing' | 'done';

/** Why a file or a paste is no table. */
export type ImportRefusal =
  Extract<DecodedText, { kind: 'refused' }>['reason'] | Extract<ReadTable, { kind: 'refused' }>['reason'];

export interface ImportProgress {
  readonly done: number;
  readonly of: number;
}

export interface ImportSource {
  /** Null for a paste. */
  readonly name: string | null;
  readonly text: string;
  readonly encoding: TextEncodingName | null;
}

export class ImportState {
  readonly #practice: Practice;
  #tools: ImportTools | null = null;
  #stage = $state.raw<ImportStage>('choose');
  #progress = $state.raw<ImportProgress | null>(null);
  #refusal = $state.raw<ImportRefusal | null>(null);
  #source = $state.raw<ImportSource | null>(null);
  #columns = $state.raw<ImportColumns | null>(null);
  #checked = $state.raw<CheckedPlan | null>(null);
  #outcome = $state.raw<ImportOutcome | null>(null);
  #stop = new AbortController();

  constructor(practice: Practice) {
    this.#practice = practice;
  }

  get stage(): ImportStage {
    return this.#stage;
  }

  /** Of the stages that take time; null until the first step is done. Characters, rows or clients. */
  get progress(): ImportProgress | null {
    return this.#progress;
  }

  get refusal(): ImportRefusal | null {
    return this.#refusal;
  }

  get source(): ImportSource | null {
    return this.#source;
  }

  /** The table and what its columns mean; null before one is read and after it was brought in. */
  get columns(): ImportColumns | null {
    return this.#columns;
  }

  /** What would be written, from the stage 'preview' on. */
  get checked(): CheckedPlan | null {
    return this.#checked;
  }

  get outcome(): ImportOutcome | null {
    return this.#outcome;
  }

  #begin(stage: ImportStage): AbortSignal {
    this.#stop = new AbortController();
    this.#stage = stage;
    this.#progress = null;
    this.#refusal = null;
    return this.#stop.signal;
  }

  readonly #onProgress = (done: number, of: number): void => {
    this.#progress = { done, of };
  };

  async #load(): Promise<ImportTools> {
    return (this.#tools ??= await import('./import-tools.ts'));
  }

  /** Stops what is under way; the stage before it comes back, or the outcome says how far it came. */
  cancel(): void {
    this.#stop.abort();
  }

  /** Forgets the file and everything said about it. */
  startOver(): void {
    this.#stop.abort();
    this.#stage = 'choose';
    this.#progress = null;
    this.#refusal = null;
    this.#outcome = null;
    this.#forget();
  }

  #forget(): void {
    this.#source = null;
    this.#columns = null;
    this.#checked = null;
  }

  #refuse(reason: ImportRefusal): void {
    this.startOver();
    this.#refusal = reason;
  }

  async takeFile(file: File): Promise<void> {
    const signal = this.#begin('reading');
    const tools = await this.#load();
    if (file.size > tools.largestTableBytes) {
      this.#refuse('too-large');
      return;
    }
    const decoded = tools.decodeText(new Uint8Array(await file.arrayBuffer()));
    if (signal.aborted) this.startOver();
    else if (decoded.kind === 'refused') this.#refuse(decoded.reason);
    else await this.#read({ name: file.name, text: decoded.text, encoding: decoded.encoding }, {}, signal);
  }

  async takePaste(text: string): Promise<void> {
    await this.#read({ name: null, text, encoding: null }, {}, this.#begin('reading'));
  }

  /** Reads the same text with another separator, or with its first row taken for names or for scores. */
  async readAgain(choices: ReadTableChoices): Promise<void> {
    if (!this.#source || !this.#columns) return;
    const { delimiter, headerLine } = this.#columns.table;
    const asItIs = { delimiter, header: headerLine !== null };
    await this.#read(this.#source, { ...asItIs, ...choices }, this.#begin('reading'));
  }

  async #read(source: ImportSource, choices: ReadTableChoices, signal: AbortSignal): Promise<void> {
    try {
      const tools = await this.#load();
      const outcome = await this.#guess(tools, source, choices, signal);
      const kept = typeof outcome === 'string' ? null : await this.#keptLayout(tools, outcome);
      // Another file was chosen meanwhile.
      if (signal !== this.#stop.signal) return;
      if (outcome === 'cancelled' || signal.aborted) this.startOver();
      else if (typeof outcome === 'string') this.#refuse(outcome);
      else {
        this.#forget();
        this.#source = source;
        this.#columns = new ImportColumns(this.#practice, tools, outcome, kept);
        this.#stage = 'mapping';
      }
    } catch (error) {
      this.startOver();
      throw error;
    }
  }

  async #guess(
    tools: ImportTools,
    source: ImportSource,
    choices: ReadTableChoices,
    signal: AbortSignal,
  ): Promise<GuessedTable | ImportRefusal | 'cancelled'> {
    const pace = screenPace({ signal, onProgress: this.#onProgress });
    const read = await tools.readTable(source.text, pace, choices);
    if (read.kind === 'refused') return read.reason;
    if (read.kind === 'cancelled') return 'cancelled';
    const known = this.#practice.instruments.map((instrument) => ({ instrument, alsoCalled: [] }));
    const guessed = await tools.guessMapping(read.table, known, pace);
    return guessed.kind === 'cancelled' ? 'cancelled' : { ...guessed, table: read.table };
  }

  async #keptLayout(tools: ImportTools, { table }: GuessedTable): Promise<unknown> {
    const signature = tools.signatureOf(table.columnNames);
    return signature && readImportLayout((await this.#practice.directory()).inner, signature);
  }

  backToColumns(): void {
    this.#checked = null;
    this.#outcome = null;
    this.#stage = 'mapping';
  }

  /** Works out what would be written; nothing is. */
  async preview(): Promise<void> {
    const columns = this.#columns;
    const tools = this.#tools;
    if (!columns?.isReady || !tools) return;
    const signal = this.#begin('planning');
    this.#outcome = null;
    try {
      const { table, mapping, rowsLeftOut } = columns.wanted;
      const codes = tools.clientCodesIn(table, mapping);
      const existing = await loadExistingClients(this.#practice, codes, this.#onProgress, signal);
      const context = {
        recordedAt: now(),
        today: today(),
        newClientId: () => newClientId(random),
        newMeasureId: () => `own-${newEntryId(random)}`,
        hash: tools.sha256Hex,
      };
      const pace = screenPace({ signal, onProgress: this.#onProgress });
      const { instruments } = this.#practice;
      const planned = await tools.planImport(table, mapping, instruments, existing.clients, context, pace);
      if (planned.kind === 'planned') {
        this.#checked = planWithout(planned.plan, existing.readOnly, rowsLeftOut);
        this.#stage = 'preview';
        return;
      }
      if (planned.kind === 'not-ready') columns.noteUndecided(planned.gaps);
      this.#stage = 'mapping';
    } catch (error) {
      this.#stage = 'mapping';
      if (!signal.aborted) throw error;
    }
  }

  /** Writes what the preview shows. */
  async write(): Promise<void> {
    const columns = this.#columns;
    const plan = this.#checked?.plan;
    const tools = this.#tools;
    if (!plan || !columns || !tools || this.#stage !== 'preview') return;
    const signal = this.#begin('writing');
    const signature = tools.signatureOf(columns.table.columnNames);
    const value = tools.layoutOf(columns.mapping, columns.leftOutTimes, plan.newMeasures);
    const layout = signature === null ? null : { signature, value };
    try {
      const work = { plan, layout, onProgress: this.#onProgress, signal };
      const outcome = await carryOutImport(this.#practice, work);
      this.#outcome = outcome;
      this.#stage = 'done';
      if (outcome.kind === 'done') this.#forget();
    } catch (error) {
      this.#checked = null;
      this.#stage = 'mapping';
      throw error;
    } finally {
      this.#adoptMeasures(plan);
    }
  }

  /** Measures that were written are known ones from now on: another try must not make them again. */
  #adoptMeasures(plan: ImportPlan): void {
    for (const { calledInFile, definition } of plan.newMeasures) {
      const { id, version } = definition;
      const measure = this.#columns?.measures.find((other) => other.calledInFile === calledInFile);
      if (measure && this.#practice.findInstrument(id, version))
        this.#columns?.setMeasure(measure.key, { choice: { kind: 'known', instrumentId: id } });
    }
  }

  /** What stands in the cell that a problem names; null when it is the whole row's, or is gone. */
  cellOf({ line, column }: ImportProblem): string | null {
    const rows = this.#columns?.table.rows ?? [];
    if (column === null) return null;
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.line ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return rows[low]?.line === line ? (rows[low]?.cells[column] ?? null) : null;
  }

  /** Rows of text as a file for a spreadsheet; what it would run is kept from running. */
  listAsFile(lines: readonly (readonly string[])[]): Blob {
    const protect = this.#tools?.protectFromFormula ?? ((text: string) => text);
    const cell = (text: string): string => `"${protect(text).replaceAll('"', '""')}"`;
    const csv = lines.map((line) => line.map(cell).join(',')).join('\r\n');
    return new Blob([`\uFEFF${csv}\r\n`], { type: 'text/csv' });
  }
}

const imports = new WeakMap<Practice, ImportState>();

/** The one import of a practice: going to another page and back finds it as it was. Goes when the practice locks. */
export function importOf(practice: Practice): ImportState {
  const known = imports.get(practice);
  if (known) return known;
  const made = new ImportState(practice);
  imports.set(practice, made);
  return made;
}
