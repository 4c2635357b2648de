// The hash of a signed note (PROTOCOL 11): the same words give the same bytes on every device.
import type { EntryId, NoteEntry } from '../../records/entry.ts';
import { parseEntryId } from '../../records/ids.ts';

export type SignedContent = Pick<NoteEntry, 'occurredOn' | 'template' | 'sections'>;

/** Every string as its length in UTF-8 bytes (u32, big-endian) and the bytes: no two lists give the same. */
function canonical(strings: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts = strings.map((text) => encoder.encode(text));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}

async function sha256(strings: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', canonical(strings));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const hashOfNote = ({ occurredOn, template, sections }: SignedContent): Promise<string> =>
  sha256([
    'soundings/v1/note',
    occurredOn,
    template,
    ...sections.flatMap(({ title, text }) => [title, text]),
  ]);

/** One draft signed twice with the same words is one entry. */
export const idOfNote = async (draft: string, hash: string): Promise<EntryId> =>
  parseEntryId((await sha256(['soundings/v1/note-entry', draft, hash])).slice(0, 32));

/** False: what stands there is not what was signed. */
export const isAsSigned = async (note: NoteEntry): Promise<boolean> =>
  (await hashOfNote(note)) === note.sha256;
