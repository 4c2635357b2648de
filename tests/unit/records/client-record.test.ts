import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  deleteEntry,
  readChoice,
  readClientRecord,
  readProfile,
  restoreEntry,
  writeChoice,
  writeEntries,
  writeProfile,
} from '../../../src/records/client-record.ts';
import { entryId, makeResponse } from './make-entry.ts';

const reason = { at: { utc: '2026-03-03T10:00:00.000Z', offsetMinutes: 0 }, reason: 'typing-error' };

function sync(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}

describe('a client record', () => {
  test('shows entries by the day they belong to, not by when they were written down', () => {
    const doc = new Y.Doc();
    writeEntries(doc, [
      makeResponse(1, { occurredOn: '2026-03-09' }),
      makeResponse(2, { occurredOn: '2026-01-05' }),
      makeResponse(3, { occurredOn: null, sessionNumber: 2 }),
      makeResponse(4, { occurredOn: null, sessionNumber: 1 }),
    ]);
    expect(readClientRecord(doc).entries.map((entry) => entry.id)).toEqual([4, 3, 2, 1].map(entryId));
  });

  test('an entry that is there is never overwritten', () => {
    const doc = new Y.Doc();
    writeEntries(doc, [makeResponse(1, { enteredTotal: 12 })]);
    writeEntries(doc, [makeResponse(1, { enteredTotal: 3 })]);
    expect(readClientRecord(doc).entries).toEqual([makeResponse(1, { enteredTotal: 12 })]);
  });

  test('a correction hides what it replaces and keeps it', () => {
    const doc = new Y.Doc();
    writeEntries(doc, [makeResponse(1), makeResponse(2, { replaces: entryId(1), enteredTotal: 9 })]);
    const record = readClientRecord(doc);
    expect(record.entries.map((entry) => entry.id)).toEqual([entryId(2)]);
    expect(record.corrections[0]?.original.id).toBe(entryId(1));
    expect(record.conflicts).toEqual([]);
  });

  test('a correction stands where what it corrects stood, also down a chain', () => {
    const doc = new Y.Doc();
    writeEntries(doc, [
      makeResponse(1, { enteredTotal: 20 }),
      makeResponse(2, { enteredTotal: 10 }),
      makeResponse(3, { replaces: entryId(1), enteredTotal: 21 }),
      makeResponse(4, { replaces: entryId(3), enteredTotal: 22 }),
    ]);
    const record = readClientRecord(doc);
    expect(record.entries.map((entry) => entry.id)).toEqual([entryId(4), entryId(2)]);
    expect(record.firstWritten.get(entryId(4))?.id).toBe(entryId(1));
  });

  test('two corrections of one entry made on two devices are a conflict that is shown', () => {
    const [office, tablet] = [new Y.Doc(), new Y.Doc()];
    writeEntries(office, [makeResponse(1)]);
    sync(office, tablet);
    writeEntries(office, [makeResponse(2, { replaces: entryId(1), enteredTotal: 9 })]);
    writeEntries(tablet, [makeResponse(3, { replaces: entryId(1), enteredTotal: 10 })]);
    sync(office, tablet);
    for (const doc of [office, tablet]) {
      const { entries, conflicts } = readClientRecord(doc);
      expect(conflicts[0]?.by.map((entry) => entry.id)).toEqual([entryId(3), entryId(2)]);
      expect(entries.map((entry) => entry.id)).toEqual([entryId(3)]);
    }
  });

  test('a correction of the losing correction does not count beside the winner', () => {
    const doc = new Y.Doc();
    const at = (utc: string) => ({ recordedAt: { utc, offsetMinutes: 0 } });
    writeEntries(doc, [
      makeResponse(1, at('2026-03-01T10:00:00.000Z')),
      makeResponse(2, { ...at('2026-03-02T10:00:00.000Z'), replaces: entryId(1) }),
      makeResponse(3, { ...at('2026-03-05T10:00:00.000Z'), replaces: entryId(1) }),
      makeResponse(4, { ...at('2026-03-03T10:00:00.000Z'), replaces: entryId(2) }),
    ]);
    expect(readClientRecord(doc).entries.map((entry) => entry.id)).toEqual([entryId(3)]);
  });

  test('a newer correction further down a chain makes its whole chain the one that counts', () => {
    const doc = new Y.Doc();
    const at = (utc: string) => ({ recordedAt: { utc, offsetMinutes: 0 } });
    writeEntries(doc, [
      makeResponse(1, at('2026-03-01T10:00:00.000Z')),
      makeResponse(2, { ...at('2026-03-02T10:00:00.000Z'), replaces: entryId(1) }),
      makeResponse(3, { ...at('2026-03-03T10:00:00.000Z'), replaces: entryId(1) }),
      makeResponse(4, { ...at('2026-03-05T10:00:00.000Z'), replaces: entryId(2) }),
    ]);
    expect(readClientRecord(doc).entries.map((entry) => entry.id)).toEqual([entryId(4)]);
  });

  test('deleting a correction brings the original back', () => {
    const doc = new Y.Doc();
    writeEntries(doc, [makeResponse(1), makeResponse(2, { replaces: entryId(1) })]);
    deleteEntry(doc, entryId(2), reason);
    expect(readClientRecord(doc).entries.map((entry) => entry.id)).toEqual([entryId(1)]);
  });

  test('deleting keeps the entry with its reason, and can be taken back', () => {
    const doc = new Y.Doc();
    writeEntries(doc, [makeResponse(1)]);
    deleteEntry(doc, entryId(1), reason);
    expect(readClientRecord(doc).entries).toEqual([]);
    expect(readClientRecord(doc).deleted[0]?.tombstone.reason).toBe('typing-error');
    restoreEntry(doc, entryId(1));
    expect(readClientRecord(doc).entries).toHaveLength(1);
  });

  test('an entry of a newer version is kept and counted, never misread', () => {
    const doc = new Y.Doc();
    writeEntries(doc, [makeResponse(1)]);
    doc.getMap('entries').set(entryId(2), { ...makeResponse(2), v: 2 });
    doc.getMap('entries').set(entryId(3), { ...makeResponse(3), kind: 'horoscope' });
    const record = readClientRecord(doc);
    expect(record.entries).toHaveLength(1);
    expect(record.unreadable).toBe(2);
  });

  test('two devices that fill in two fields of one profile both keep theirs', () => {
    const [office, tablet] = [new Y.Doc(), new Y.Doc()];
    writeProfile(office, 'ageInYears', 44);
    writeProfile(tablet, 'retainUntil', '2033-01-01');
    sync(office, tablet);
    expect(readProfile(office)).toEqual({ ageInYears: 44, retainUntil: '2033-01-01' });
    writeProfile(office, 'ageInYears', null);
    expect(readProfile(office)).toEqual({ retainUntil: '2033-01-01' });
  });

  test('keeps the chosen rule for each instrument', () => {
    const doc = new Y.Doc();
    expect(readChoice(doc, 'change-rule', 'gad-7')).toBeNull();
    writeChoice(doc, 'change-rule', 'gad-7', 'nhs-4');
    expect(readChoice(doc, 'change-rule', 'gad-7')).toBe('nhs-4');
    expect(readChoice(doc, 'cut-off', 'gad-7')).toBeNull();
  });
});
