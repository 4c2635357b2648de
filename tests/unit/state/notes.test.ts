// Notes from a session's facts to a signature, and two devices that write one draft.
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import { newEntry } from '../../../src/app/state/new-entry.ts';
import {
  addSince,
  chooseTemplate,
  firstToWrite,
  openNote,
  settleEdits,
  typeSection,
  unsignedEdits,
  unsignedNotes,
  type OpenNote,
} from '../../../src/app/state/note-draft.ts';
import { isAsSigned } from '../../../src/app/state/note-hash.ts';
import { hasAllWords, markHits, searchWords } from '../../../src/app/state/note-search.ts';
import { signedNotes, signNote } from '../../../src/app/state/note-sign.ts';
import type { Practice } from '../../../src/app/state/practice.svelte.ts';
import { addSession } from '../../../src/app/state/session-changes.ts';
import { builtInTemplates, noteFacts, sectionsOf } from '../../../src/clinical/notes/templates.ts';
import { differenceOf, readNoteText, typeNoteText } from '../../../src/records/note-drafts.ts';
import { aClient, first, phq9 } from './a-client.ts';

const day = '2026-03-09';
let practice: Practice;
let client: ClientState;

const current = (): OpenNote => {
  const subject = firstToWrite(unsignedNotes(client));
  if (!subject) throw new Error('nothing to write about');
  return openNote(client, practice, { techniques: [], marks: [] }, subject, 'en');
};
const part = (id: string) => first(current().parts.filter((each) => each.id === id));
const mark = (words: string, minute: number) =>
  client.addEntry({ ...newEntry(client, day), kind: 'mark', mark: 'insight', minute, words });

beforeEach(async () => {
  ({ practice, client } = await aClient());
  await phq9(client, '2026-03-02', 0);
  await phq9(client, day, 1);
  await addSession(client, { occurredOn: day, sessionNumber: 2, attendance: 'came' });
  await mark('It is not my fault.', 12);
});

describe('a note fills itself', () => {
  test.each(builtInTemplates)('%s has one place for every fact', (template) => {
    expect(
      sectionsOf(template)
        .flatMap(({ facts }) => facts)
        .sort(),
    ).toEqual([...noteFacts].sort());
  });

  test.each(builtInTemplates)('%s holds scores, verdict and marks once', (template) => {
    chooseTemplate(client, current(), template);
    const text = current()
      .parts.map((each) => each.text)
      .join('\n');
    expect(text.split('PHQ-9: baseline 16, last 16, now 17')).toHaveLength(2);
    expect(text.split('Minute 12: Insight: It is not my fault.')).toHaveLength(2);
    expect(text).toContain('Session 2: came.');
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  test('an untouched section follows the facts; a touched one is left alone and offers them', async () => {
    typeSection(client, current(), part('subjective'), 'Mine.');
    await mark('Later.', 30);
    expect(part('subjective')).toMatchObject({ text: 'Mine.', since: 'Minute 30: Insight: Later.' });
    addSince(client, current(), part('subjective'));
    expect(part('subjective')).toMatchObject({ text: 'Mine.\nMinute 30: Insight: Later.', since: '' });
  });

  test('another shape keeps what was typed', () => {
    typeSection(client, current(), part('subjective'), 'Mine.');
    chooseTemplate(client, current(), 'dap');
    expect(part('subjective').text).toBe('Mine.');
    expect(part('data').text).toContain('PHQ-9');
  });
});

describe('signing', () => {
  test('twice with the same words is one entry that matches its hash', async () => {
    const note = current();
    await signNote(client, note);
    await signNote(client, note);
    const [only, ...more] = signedNotes(client.record?.entries ?? []);
    expect(more).toEqual([]);
    if (!only) throw new Error('it is not there');
    expect(only.isConflict).toBe(false);
    expect(await isAsSigned(only.note)).toBe(true);
    expect(await isAsSigned({ ...only.note, sections: [{ title: 'Plan', text: 'other' }] })).toBe(false);
    expect(unsignedNotes(client)).toEqual([]);
  });

  test('with different words is a conflict, and both are kept', async () => {
    const before = current();
    typeSection(client, before, part('plan'), 'Otherwise.');
    const after = current();
    await signNote(client, before);
    await signNote(client, after);
    expect(signedNotes(client.record?.entries ?? []).map(({ isConflict }) => isConflict)).toEqual([
      true,
      true,
    ]);
  });

  test('what is typed afterwards is an unsigned edit until something is done with it', async () => {
    typeSection(client, current(), part('plan'), 'Walks.');
    const note = current();
    await signNote(client, note);
    expect(unsignedEdits(client, practice, note.subject.draftId)).toEqual([]);
    typeSection(client, note, first(note.parts.filter(({ id }) => id === 'plan')), 'Walks. Sleeps.');
    const edits = unsignedEdits(client, practice, note.subject.draftId);
    expect(edits).toMatchObject([{ title: 'Plan', added: ' Sleeps.', removed: '' }]);
    await settleEdits(client, note.subject.draftId, edits);
    expect(unsignedEdits(client, practice, note.subject.draftId)).toEqual([]);
  });
});

describe('two devices typing in one section', () => {
  test('lose nothing, and what was filled in is there once', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()];
    const filled = 'Session 2: came.';
    typeNoteText(a, 'd', 'plan', `${filled} Here.`, filled);
    typeNoteText(b, 'd', 'plan', `There. ${filled}`, filled);
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    expect(readNoteText(a, 'd', 'plan')).toBe('There. Session 2: came. Here.');
    expect(readNoteText(b, 'd', 'plan')).toBe(readNoteText(a, 'd', 'plan'));
  });

  test('a difference never cuts a character in two', () => {
    expect(differenceOf('a😀b', 'a😁b')).toEqual({ at: 1, removed: '😀', added: '😁' });
    expect(differenceOf('aa', 'aaa')).toEqual({ at: 2, removed: '', added: 'a' });
  });
});

describe('search', () => {
  test('finds all words in any order, whatever their case and accents', () => {
    expect(hasAllWords(['Grübelt über den CAFÉ-Besuch'], searchWords('cafe grubelt'))).toBe(true);
    expect(hasAllWords(['Grübelt'], searchWords('grübelt nie'))).toBe(false);
  });

  test('marks the letters as they stand', () => {
    expect(markHits('Im Café, im cafe\u0301!', searchWords('cafe')).filter(({ isHit }) => isHit)).toEqual([
      { text: 'Café', isHit: true },
      { text: 'cafe\u0301', isHit: true },
    ]);
  });
});
