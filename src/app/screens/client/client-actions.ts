// What a therapist does to a record from its page. Each says what it did, and offers to take it back where that can be.
import type { ClientStatus } from '../../../records/directory.ts';
import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import type { Appointment } from '../../../records/appointment.ts';
import type { EntryId } from '../../../records/entry.ts';
import type { Instrument } from '../../../clinical/instruments/instrument.ts';
import { m } from '../../paraglide/messages.js';
import type { AppState } from '../../state/app-state.svelte.ts';
import { countFromFirst } from '../../state/baseline-changes.ts';
import type { MeasureView } from '../../state/client-chart.ts';
import type { ClientState } from '../../state/client.svelte.ts';
import {
  endCourse,
  reopenCourse,
  takeEndingBack,
  undoCourseChange,
  type CourseChange,
  type EndingDraft,
} from '../../state/course-changes.ts';
import type { Practice } from '../../state/practice.svelte.ts';
import { go } from '../../state/route.ts';
import { ruleName } from '../../wording/rule-name.ts';
import { forgetClient, withClient } from './client-holder.ts';
import type { DeleteReason } from '../../wording/delete-reason-word.ts';
import type { HistoryRow } from './history-rows.ts';
import { rowMeasure, rowWhen } from './history-words.ts';
import { lineName } from './line-key.ts';
import { say } from './say.ts';

export class ClientActions {
  readonly #app: AppState;
  readonly #practice: Practice;
  readonly #client: ClientState;
  readonly #locale: string;

  constructor(app: AppState, practice: Practice, client: ClientState, locale: string) {
    this.#app = app;
    this.#practice = practice;
    this.#client = client;
    this.#locale = locale;
  }

  async delete(row: HistoryRow, reason: DeleteReason): Promise<void> {
    if (!row.entry) return;
    const { id } = row.entry;
    await this.#client.deleteEntry(id, reason);
    this.#say(m.client_deleted(this.#which(row)), () => this.#restore(id));
  }

  async restore(row: HistoryRow): Promise<void> {
    if (!row.entry) return;
    await this.#restore(row.entry.id);
    this.#say(m.client_restored(this.#which(row)));
  }

  /** An undo may be asked for after the page has gone. */
  #restore(id: EntryId): Promise<void> {
    return withClient(this.#practice, this.#client.id, (client) => client.restoreEntry(id));
  }

  async moveBaseline(row: HistoryRow, reason: string): Promise<void> {
    if (!row.entry) return;
    await this.#client.moveBaseline(row.entry, reason);
    this.#say(m.client_baseline_moved({ when: rowWhen(row, this.#locale) }));
  }

  /** Takes every choice of a baseline of this measure back. */
  async countFromFirst(view: MeasureView): Promise<void> {
    const reason: DeleteReason = 'from-first';
    const deleted = await countFromFirst(this.#client, view.series, reason);
    this.#say(m.client_baseline_put_away({ measure: lineName(view) }), () =>
      withClient(this.#practice, this.#client.id, async (client) => {
        for (const id of deleted) await client.restoreEntry(id);
      }),
    );
  }

  async choose(instrument: Instrument, changeRuleId: string, cutOffId: string | null): Promise<void> {
    await this.#client.choose('change-rule', instrument.id, changeRuleId);
    if (cutOffId !== null) await this.#client.choose('cut-off', instrument.id, cutOffId);
    const rule = instrument.changeRules.find(({ id }) => id === changeRuleId);
    if (!rule) return;
    this.#say(
      m.client_chosen({ measure: instrument.shortName, rule: ruleName(rule, instrument, this.#locale) }),
    );
  }

  async rename(label: string): Promise<void> {
    const before = this.#client.label;
    await this.#practice.renameClient(this.#client.id, label);
    this.#say(m.client_renamed({ label }), () => this.#practice.renameClient(this.#client.id, before));
  }

  async setStatus(status: ClientStatus, word: string): Promise<void> {
    const before = this.#client.status;
    await this.#practice.setStatus(this.#client.id, status);
    this.#say(m.client_status_changed({ status: word }), () =>
      this.#practice.setStatus(this.#client.id, before),
    );
  }

  async saveAppointment(appointment: Appointment): Promise<void> {
    const before = this.#client.appointment;
    await this.#client.saveAppointment(appointment);
    this.#say(m.client_next_saved(), () =>
      withClient(this.#practice, this.#client.id, (client) => client.saveAppointment(before)),
    );
  }

  async end(draft: EndingDraft): Promise<void> {
    const isChange = !!this.#client.chart.courses.at(-1)?.ending;
    const change = await endCourse(this.#practice, this.#client, draft);
    this.#sayCourse(isChange ? m.client_ending_changed() : m.client_ending_done(), change);
  }

  async reopen(day: CalendarDay): Promise<void> {
    const change = await reopenCourse(this.#practice, this.#client, day);
    this.#sayCourse(m.client_reopened(), change);
  }

  /** It had not ended: the same course goes on. */
  async continue(): Promise<void> {
    const reason: DeleteReason = 'not-ended';
    const deleted = await takeEndingBack(this.#practice, this.#client, reason);
    this.#say(m.client_continued(), () =>
      withClient(this.#practice, this.#client.id, async (client) => {
        for (const id of deleted) await client.restoreEntry(id);
        await this.#practice.setStatus(client.id, 'ended');
      }),
    );
  }

  #sayCourse(text: string, change: CourseChange): void {
    const reason: DeleteReason = 'undone';
    this.#say(text, () =>
      withClient(this.#practice, this.#client.id, (client) =>
        undoCourseChange(this.#practice, client, change, reason),
      ),
    );
  }

  /** For good (VAULT K5). */
  async erase(): Promise<void> {
    const { id, label } = this.#client;
    await this.#practice.eraseClient(id);
    forgetClient(this.#practice, id);
    this.#say(m.client_erased({ label }));
    go({ kind: 'clients' });
  }

  #which(row: HistoryRow): { measure: string; when: string } {
    return { measure: rowMeasure(row), when: rowWhen(row, this.#locale) };
  }

  #say(text: string, undo?: () => Promise<unknown>): void {
    say(this.#app, text, undo);
  }
}
