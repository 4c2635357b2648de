// One client's psychotherapy notes, open. Only the page for them opens this, and nothing else of the app reads what is in it.
import type { ClientId, EntryId } from '../../records/entry.ts';
import {
  deletePrivateNote,
  newPrivateNoteId,
  readPrivateNotes,
  restorePrivateNote,
  writePrivateNote,
  writePrivateText,
  type PrivateNote,
} from '../../records/private-record.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { isWhole, type DocumentHealth, type OpenDocument } from '../../sync/index.ts';
import { now } from './now.ts';
import type { Practice } from './practice.svelte.ts';
import { random } from './random.ts';

export type { PrivateNote } from '../../records/private-record.ts';

export class PrivateNotes {
  readonly #practice: Practice;
  readonly #document: OpenDocument;
  readonly #unsubscribe: () => void;
  #notes = $state.raw<readonly PrivateNote[]>([]);
  #health = $state.raw<DocumentHealth | null>(null);
  #hasDeleted = false;

  private constructor(practice: Practice, document: OpenDocument) {
    this.#practice = practice;
    this.#document = document;
    this.#read();
    let { revision } = document;
    this.#unsubscribe = document.subscribe(() => {
      this.#health = document.health;
      if (document.revision === revision) return;
      ({ revision } = document);
      this.#read();
      practice.privateTouched();
    });
  }

  /** Null: this client's key is not here, so nothing can be read or written. */
  static async open(practice: Practice, clientId: ClientId): Promise<PrivateNotes | null> {
    const { session } = practice;
    if (!session.keyring.hasKeyFor(clientId)) return null;
    return new PrivateNotes(practice, await session.openPrivate(clientId));
  }

  #read(): void {
    this.#notes = readPrivateNotes(this.#document.inner);
    this.#health = this.#document.health;
  }

  /** The newest day first. */
  get notes(): readonly PrivateNote[] {
    return this.#notes;
  }

  /** What is wrong with the document; null when nothing is. */
  get trouble(): DocumentHealth | null {
    return this.#health && !isWhole(this.#health) ? this.#health : null;
  }

  /** An id for a note that is about to be written; nothing is in the record before its first word. */
  newId(): string {
    return newPrivateNoteId(random);
  }

  /** Its words as they stand in the field now; sealed half a second later, or when the field is left. */
  write(
    id: string,
    words: string,
    about: { readonly day: CalendarDay; readonly session: EntryId | null },
  ): void {
    const { inner } = this.#document;
    const isNew = !this.#notes.some((note) => note.id === id);
    if (isNew && words === '') return;
    inner.transact(() => {
      if (isNew)
        writePrivateNote(inner, id, { occurredOn: about.day, createdAt: now(), session: about.session });
      writePrivateText(inner, id, words);
    });
  }

  /** Does nothing for a note without a word yet. */
  moveTo(id: string, occurredOn: CalendarDay): void {
    if (this.#notes.some((note) => note.id === id))
      writePrivateNote(this.#document.inner, id, { occurredOn });
  }

  /** The words leave the document at once, and the disk when it closes. Returns what `putBack` needs. */
  async remove(id: string): Promise<PrivateNote | null> {
    const note = this.#notes.find((each) => each.id === id) ?? null;
    if (!note) return null;
    deletePrivateNote(this.#document.inner, id);
    this.#hasDeleted = true;
    await this.#document.flush();
    return note;
  }

  async putBack({ id, text }: PrivateNote): Promise<void> {
    restorePrivateNote(this.#document.inner, id, text);
    await this.#document.flush();
  }

  async flush(): Promise<void> {
    await this.#document.flush();
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    await this.#document.flush();
    if (this.#hasDeleted) await this.#document.compact({ always: true });
    this.#practice.privateTouched();
    await this.#practice.session.release(this.#document);
  }
}

/** For an undo that may be asked for after the page has gone. Does nothing when the client is gone. */
export async function withPrivateNotes(
  practice: Practice,
  clientId: ClientId,
  act: (notes: PrivateNotes) => Promise<unknown>,
): Promise<void> {
  const notes = await PrivateNotes.open(practice, clientId);
  if (!notes) return;
  try {
    await act(notes);
  } finally {
    await notes.close();
  }
}
