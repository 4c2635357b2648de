import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { parseEntryId } from '../../../src/records/ids.ts';
import {
  deletePrivateNote,
  readPrivateNotes,
  restorePrivateNote,
  writePrivateNote,
  writePrivateText,
} from '../../../src/records/private-record.ts';

const at = (utc: string) => ({ utc, offsetMinutes: 60 });
const first = 'a'.repeat(32);
const second = 'b'.repeat(32);
const session = parseEntryId('c'.repeat(32));

function aNote(words = 'The heron dream'): Y.Doc {
  const doc = new Y.Doc();
  writePrivateNote(doc, first, { occurredOn: '2026-03-02', createdAt: at('2026-03-02T10:00:00Z'), session });
  writePrivateText(doc, first, words);
  return doc;
}

function merged(one: Y.Doc, other: Y.Doc): Y.Doc {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  return one;
}

function copyOf(doc: Y.Doc): Y.Doc {
  return merged(new Y.Doc(), doc);
}

describe('psychotherapy notes', () => {
  test('are listed by day, the newest first, with the session that each is about', () => {
    const doc = aNote();
    writePrivateNote(doc, second, {
      ...{ occurredOn: '2026-03-09', createdAt: at('2026-03-01T10:00:00Z'), session: null },
    });
    writePrivateText(doc, second, 'Later');
    expect(readPrivateNotes(doc)).toMatchObject([
      { id: second, occurredOn: '2026-03-09', session: null, text: 'Later' },
      { id: first, occurredOn: '2026-03-02', session, text: 'The heron dream' },
    ]);
  });

  test('that two devices write in at once keep the words of both', () => {
    const here = aNote();
    const there = copyOf(here);
    writePrivateText(here, first, 'The grey heron dream');
    writePrivateText(there, first, 'The heron dream, again');
    expect(readPrivateNotes(merged(here, there))[0]?.text).toBe('The grey heron dream, again');
  });

  test.each([
    ['', 'x'],
    ['x', ''],
    ['aaa', 'aa'],
    ['aa', 'aaa'],
    ['a👍b', 'a👎b'],
    ['👍', '👍👍'],
    ['one two', 'two one'],
  ])('“%s” becomes “%s”, with no half character on the way', (before, after) => {
    const doc = aNote(before);
    const deltas: string[] = [];
    doc.getText(`private/${first}`).observe(({ delta }) => {
      for (const { insert } of delta) if (typeof insert === 'string') deltas.push(insert);
    });
    writePrivateText(doc, first, after);
    expect(readPrivateNotes(doc)[0]?.text).toBe(after);
    expect(deltas.join('')).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  });

  test('are gone when they are deleted, words and all, and come back with them', () => {
    const doc = aNote();
    deletePrivateNote(doc, first);
    expect(readPrivateNotes(doc)).toEqual([]);
    expect(doc.getText(`private/${first}`).toJSON()).toBe('');
    restorePrivateNote(doc, first, 'The heron dream');
    expect(readPrivateNotes(doc)).toMatchObject([{ occurredOn: '2026-03-02', text: 'The heron dream' }]);
  });

  test('stay deleted when another device writes on in them', () => {
    const here = aNote();
    const there = copyOf(here);
    deletePrivateNote(here, first);
    writePrivateText(there, first, 'The heron dream, again');
    expect(readPrivateNotes(merged(here, there))).toEqual([]);
  });
});
