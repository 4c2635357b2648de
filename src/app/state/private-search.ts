// Search over one client's psychotherapy notes, and over nothing else.
import type { PrivateNote } from '../../records/private-record.ts';

/** Without case and accents: "cafe" finds "Café". */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The notes in which every word of the query occurs, in their order. */
export function findPrivateNotes(notes: readonly PrivateNote[], query: string): readonly PrivateNote[] {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return notes;
  return notes.filter(({ text }) => {
    const searched = folded(text);
    return words.every((word) => searched.includes(word));
  });
}
