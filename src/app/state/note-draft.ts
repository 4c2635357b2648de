// The note of one session while it is being written: what stands in each section, and typing into it.
import {
  differenceOf,
  readNoteDrafts,
  readNoteText,
  typeNoteText,
  writeFilled,
  writeNoteDraft,
  writeSettled,
  type NoteDraft,
} from '../../records/note-drafts.ts';
import { newPlainId } from '../../records/ids.ts';
import type { SessionEntry } from '../../records/entry.ts';
import { fillSection, linesSince, type NoteNames } from '../wording/note-fill.ts';
import type { ClientState } from './client.svelte.ts';
import { firstIdOf, noteMaterial } from './note-facts.ts';
import { defaultTemplate, sectionsFor, titleOfSection } from './note-templates.ts';
import { now, today } from './now.ts';
import type { Practice } from './practice.svelte.ts';
import { random } from './random.ts';
import { sessionsIn } from './session-changes.ts';

export interface NoteSubject {
  readonly draftId: string;
  /** Null: a note of no session. */
  readonly session: SessionEntry | null;
  /** Null: nothing was typed or chosen yet. */
  readonly draft: NoteDraft | null;
}

export interface NotePart {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** What the facts say now. */
  readonly filled: string;
  readonly isTouched: boolean;
  /** What has come since it was touched; empty: nothing. */
  readonly since: string;
}

export interface OpenNote {
  readonly subject: NoteSubject;
  readonly template: string;
  readonly parts: readonly NotePart[];
}

type Source = Pick<Practice, 'read' | 'findInstrument' | 'techniques'>;

const draftsOf = (client: Pick<ClientState, 'read'>): readonly NoteDraft[] =>
  client.read(readNoteDrafts) ?? [];

/** What a note can be written about, the newest first: sessions without a signed note, and drafts of no session. */
export function unsignedNotes(client: Pick<ClientState, 'record' | 'read'>): NoteSubject[] {
  const { record } = client;
  if (record === null) return [];
  const drafts = draftsOf(client);
  const signed = new Set(record.entries.flatMap((entry) => (entry.kind === 'note' ? [entry.draft] : [])));
  const bySession = sessionsIn(record.entries).map(({ entry }) => {
    const draftId = firstIdOf(record, entry.id);
    return { draftId, session: entry, draft: drafts.find(({ id }) => id === draftId) ?? null };
  });
  const alone = drafts
    .filter(({ session, createdAt }) => session === null && createdAt !== null)
    .map((draft) => ({ draftId: draft.id, session: null, draft }));
  return [...alone, ...bySession].filter(
    ({ draftId, draft }) => !signed.has(draftId) && !(draft?.isDiscarded ?? false),
  );
}

/** The draft that was begun, or else the newest session without a note. */
export const firstToWrite = (subjects: readonly NoteSubject[]): NoteSubject | null =>
  subjects.find(({ draft }) => draft !== null) ?? subjects[0] ?? null;

export function openNote(
  client: ClientState,
  practice: Source,
  names: NoteNames,
  subject: NoteSubject,
  locale: string,
): OpenNote {
  const { draftId, session, draft } = subject;
  const template = draft?.template ?? defaultTemplate(practice);
  const material = noteMaterial(client, practice.findInstrument, session);
  const sections = sectionsFor(practice, template);
  // What was typed under another shape stays in sight, and is signed with the rest.
  const others = [...(draft?.filled.keys() ?? [])]
    .filter((id) => !sections.some((section) => section.id === id))
    .map((id) => ({ id, title: titleOfSection(practice, id), facts: [] }));
  const parts = [...sections, ...others].map(({ id, title, facts }): NotePart => {
    const filled = fillSection(facts, material, names, locale);
    const before = draft?.filled.get(id);
    if (before === undefined) return { id, title, text: filled, filled, isTouched: false, since: '' };
    const text = client.read((doc) => readNoteText(doc, draftId, id)) ?? '';
    return { id, title, text, filled, isTouched: true, since: linesSince(before, filled) };
  });
  const isShown = ({ id, text }: NotePart): boolean =>
    text.trim() !== '' || sections.some((section) => section.id === id);
  return { subject, template, parts: parts.filter(isShown) };
}

/** In the same transaction as the first thing that is written. */
const begun = (
  { draft, session, draftId }: NoteSubject,
  template: string,
): Parameters<typeof writeNoteDraft>[2] =>
  draft?.createdAt
    ? { template }
    : {
        ...{ template, createdAt: now() },
        occurredOn: session?.occurredOn ?? today(),
        ...(session ? { session: draftId as SessionEntry['id'] } : {}),
      };

export function typeSection(
  client: Pick<ClientState, 'type'>,
  { subject, template }: OpenNote,
  { id, filled }: NotePart,
  text: string,
): void {
  client.type((doc) => {
    if (!subject.draft?.createdAt) writeNoteDraft(doc, subject.draftId, begun(subject, template));
    typeNoteText(doc, subject.draftId, id, text, filled);
  });
}

/** At the end of what stands there. */
export function addSince(client: Pick<ClientState, 'type'>, note: OpenNote, part: NotePart): void {
  typeSection(client, note, part, [part.text.trimEnd(), part.since].filter(Boolean).join('\n'));
  client.type((doc) => writeFilled(doc, note.subject.draftId, part.id, part.filled));
}

export const chooseTemplate = (client: Pick<ClientState, 'type'>, note: OpenNote, template: string): void =>
  client.type((doc) => writeNoteDraft(doc, note.subject.draftId, begun(note.subject, template)));

/** A note of no session, of today. */
export async function beginNote(client: Pick<ClientState, 'edit'>, template: string): Promise<string> {
  const draftId = newPlainId(random);
  await client.edit((doc) =>
    writeNoteDraft(doc, draftId, begun({ draftId, session: null, draft: null }, template)),
  );
  return draftId;
}

export const discardDraft = (
  client: Pick<ClientState, 'edit'>,
  { draftId }: NoteSubject,
  discarded = true,
): Promise<unknown> => client.edit((doc) => writeNoteDraft(doc, draftId, { discarded }));

export interface UnsignedEdit {
  readonly section: string;
  readonly title: string;
  readonly added: string;
  readonly removed: string;
  readonly text: string;
}

/** What was typed into a draft after it had been signed: by another device, or in another tab. */
export function unsignedEdits(client: ClientState, practice: Source, draftId: string): UnsignedEdit[] {
  const draft = draftsOf(client).find(({ id }) => id === draftId);
  if (!draft) return [];
  return [...draft.filled.keys()].flatMap((section) => {
    const text = client.read((doc) => readNoteText(doc, draftId, section)) ?? '';
    const settled = draft.settled.get(section) ?? '';
    if (text.trim() === settled.trim()) return [];
    const { added, removed } = differenceOf(settled, text);
    return [{ section, title: titleOfSection(practice, section), added, removed, text }];
  });
}

/** Nothing more is to be done with these: they were added as an addendum, or discarded. */
export const settleEdits = (
  client: Pick<ClientState, 'edit'>,
  draftId: string,
  edits: readonly Pick<UnsignedEdit, 'section' | 'text'>[],
): Promise<unknown> =>
  client.edit((doc) => {
    doc.transact(() => {
      for (const { section, text } of edits) writeSettled(doc, draftId, section, text);
    });
  });
