import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type { FhirNote, ItemNoteKind } from './fhir-problem.ts';

/** Collects what is to be said about single items, one note for each kind, in the order of first mention. */
export class NoteBook {
  readonly #notes = new Map<string, { kind: ItemNoteKind; items: string[]; instrument?: string }>();

  /** @returns null, so that leaving something out and saying so is one line */
  add(kind: ItemNoteKind, item: string, instrument?: Instrument): null {
    const key = `${kind}/${instrument?.id ?? ''}`;
    const note = this.#notes.get(key) ?? {
      kind,
      items: [],
      ...(instrument && { instrument: instrument.shortName }),
    };
    this.#notes.set(key, note);
    note.items.push(item);
    return null;
  }

  get all(): FhirNote[] {
    return [...this.#notes.values()];
  }
}
