// One client's record in its readable form, with the sentences that stand on the screen.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { readableResponse } from '../../exchange/readable/to-readable.ts';
import type { ReadableVerdict } from '../../exchange/readable/readable-labels.ts';
import type { ExportChoices, ReadableClient } from '../../exchange/readable/readable-record.ts';
import { readAppointment, type Appointment } from '../../records/appointment.ts';
import {
  readClientRecord,
  readProfile,
  type ClientRecord,
  type Profile,
} from '../../records/client-record.ts';
import type { DirectoryClient } from '../../records/directory.ts';
import type { ClientId, Entry } from '../../records/entry.ts';
import { wordsOfGoal } from '../../records/plan.ts';
import { isWhole, type InnerDocument } from '../../sync/index.ts';
import { verdictKey } from '../wording/readable-labels.ts';
import { readableVerdict } from '../wording/readable-verdict.ts';
import { readableMarkName, readableTemplateName } from '../wording/readable-session-words.ts';
import { techniqueName } from '../wording/technique-words.ts';
import { readNoteTemplates } from '../../records/note-templates.ts';
import { readCarePlan } from './care-plan.ts';
import { deriveChart, viewMeasures } from './client-chart.ts';
import { markLabels } from './mark-label-changes.ts';
import { now } from './now.ts';
import type { Practice } from './practice.svelte.ts';
import { readableCheckIns } from './readable-check-ins.ts';
import { readableEntry, type ReadableNames } from './readable-entry.ts';
import { readPrivateToExport } from './readable-private.ts';
import { readablePlan } from './readable-plan.ts';

export interface ExportedClient {
  readonly readable: ReadableClient;
  /** Every measure in the version it was answered in. */
  readonly instruments: readonly Instrument[];
  /** By `verdictKey`. */
  readonly verdicts: ReadonlyMap<string, ReadableVerdict>;
  readonly isWhole: boolean;
}

/** Appointments as they were typed in; what is not known is left out. */
function appointmentFields({ next, slot }: Appointment): ReadableClient['profile'] {
  return {
    ...(next && { nextAppointmentOn: next.on }),
    ...(next?.time && { nextAppointmentTime: next.time }),
    ...(next?.place && { nextAppointmentPlace: next.place }),
    ...(slot && { usualWeekday: slot.weekday }),
    ...(slot?.time && { usualTime: slot.time }),
    ...(slot?.place && { usualPlace: slot.place }),
  };
}

/** Entries that count, and those that a correction replaced, in the order people see them. */
function allEntries(record: ClientRecord): readonly { readonly entry: Entry; readonly counts: boolean }[] {
  const counting = new Set(record.entries.map(({ id }) => id));
  const replaced = record.corrections
    .flatMap(({ original, by }) => [original, ...by])
    .filter(({ id }) => !counting.has(id));
  const once = new Map(replaced.map((entry) => [entry.id, entry]));
  return [
    ...record.entries.map((entry) => ({ entry, counts: true })),
    ...[...once.values()].map((entry) => ({ entry, counts: false })),
  ];
}

function namesIn(inner: InnerDocument, record: ClientRecord, practice: Practice): ReadableNames {
  // A change that was corrected keeps the reviews of what it corrects: both ids name it.
  const labels = new Map(
    allEntries(record).flatMap(({ entry }) => (entry.kind === 'pivot' ? [[entry.id, entry.label]] : [])),
  );
  const noteDays = new Map(
    allEntries(record).flatMap(({ entry }) => (entry.kind === 'note' ? [[entry.id, entry.occurredOn]] : [])),
  );
  const marks = new Map<string, string>(markLabels(practice).map(({ id, label }) => [id, label]));
  const templates = new Map((practice.read(readNoteTemplates) ?? []).map(({ id, name }) => [id, name]));
  return {
    mark: (id) => readableMarkName(id, (own) => marks.get(own) ?? null),
    template: (id) => readableTemplateName(id, (own) => templates.get(own) ?? null),
    noteDay: (id) => noteDays.get(id) ?? null,
    technique: (id) => techniqueName(id, practice.techniques),
    goal: (id) => wordsOfGoal(inner, id),
    measure: (id) => practice.instruments.find((instrument) => instrument.id === id)?.shortName ?? id,
    pivot: (id) => labels.get(id) ?? null,
  };
}

function readableClient(
  id: ClientId,
  label: string,
  record: ClientRecord,
  profile: ReadableClient['profile'],
  inner: InnerDocument,
  practice: Practice,
): ReadableClient {
  const all = allEntries(record);
  const names = namesIn(inner, record, practice);
  const plan = readablePlan(readCarePlan(inner), names.technique);
  const checkIns = readableCheckIns(inner, now().utc);
  return {
    clientId: id,
    code: label,
    name: null,
    profile,
    responses: all.flatMap(({ entry, counts }) =>
      entry.kind === 'response'
        ? [
            readableResponse(
              entry,
              practice.findInstrument(entry.instrumentId, entry.instrumentVersion),
              counts,
            ),
          ]
        : [],
    ),
    otherEntries: all.flatMap(({ entry, counts }) =>
      entry.kind === 'response' ? [] : [readableEntry(entry, names, counts)],
    ),
    ...(plan && { plan }),
    ...(checkIns.length > 0 && { checkIns }),
    deletions: record.deleted.map(({ entry, tombstone }) => ({
      id: entry.id,
      kind: entry.kind,
      at: tombstone.at,
      reason: tombstone.reason,
    })),
  };
}

/** Whom to reach and where, as it was typed in. */
function contactFields(profile: Profile): ReadableClient['profile'] {
  const { callBackNumber, usualPlace, emergencyContact, localCrisisLine, guardian, linkedTo = [] } = profile;
  return {
    ...(callBackNumber && { callBackNumber }),
    // `usualPlace` is that of the weekly appointment.
    ...(usualPlace && { usuallyAt: usualPlace }),
    ...(emergencyContact && { emergencyContact }),
    ...(localCrisisLine && { localCrisisLine }),
    ...(guardian && { guardian }),
    ...(linkedTo.length > 0 && { linkedTo: linkedTo.join(', ') }),
  };
}

/** Opens the document and gives it back; the psychotherapy notes only if they were asked for. */
export async function readClientToExport(
  practice: Practice,
  client: DirectoryClient,
  label: string,
  { privateNotes }: ExportChoices,
): Promise<ExportedClient> {
  const kept = privateNotes ? await readPrivateToExport(practice, client.id) : null;
  const document = await practice.session.openClient(client.id);
  try {
    const record = readClientRecord(document.inner);
    const whole = isWhole(document.health) && record.unreadable === 0 && (kept?.isWhole ?? true);
    const views = viewMeasures(
      deriveChart(record, practice.findInstrument),
      practice.findInstrument,
      practice.choicesFor(document),
    );
    const verdicts = views.map(({ instrument, series, verdict }): [string, ReadableVerdict] => {
      const of = { clientId: client.id, instrument, respondent: series.respondent };
      return [verdictKey(of), readableVerdict(verdict, instrument)];
    });
    const person = readProfile(document.inner);
    const { ageInYears, sex, sexRefused, retainUntil } = person;
    const profile = {
      status: client.status,
      ...(ageInYears !== undefined && { ageInYears }),
      ...(sex && { sex }),
      ...(sexRefused && { sexRefused }),
      ...(retainUntil && { retainUntil }),
      ...contactFields(person),
      ...appointmentFields(readAppointment(document.inner)),
      ...(!whole && { recordIsIncomplete: true }),
    };
    return {
      readable: {
        ...readableClient(client.id, label, record, profile, document.inner, practice),
        ...(kept && kept.notes.length > 0 && { privateNotes: kept.notes }),
      },
      instruments: views.map(({ instrument }) => instrument),
      verdicts: new Map(verdicts),
      isWhole: whole,
    };
  } finally {
    await practice.session.release(document);
  }
}
