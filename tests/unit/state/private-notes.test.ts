// Psychotherapy notes as the page has them, in a vault in memory.
import { beforeEach, describe, expect, test } from 'vitest';
import type { ClientId } from '../../../src/records/entry.ts';
import { makeReadableExport } from '../../../src/app/state/make-readable.ts';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { PrivateNotes, withPrivateNotes } from '../../../src/app/state/private-notes.svelte.ts';
import { findPrivateNotes } from '../../../src/app/state/private-search.ts';
import { readReadableJson } from '../../../src/exchange/readable/write-json.ts';
import { openThrowAwayVault } from '../../../src/sync/index.ts';

let practice: Practice;
let id: ClientId;
const quietly = (): void => undefined;
const about = { day: '2026-03-02', session: null };

beforeEach(async () => {
  practice = await Practice.open(await openThrowAwayVault());
  id = await practice.addClient('Wren-12');
});

async function opened(): Promise<PrivateNotes> {
  const notes = await PrivateNotes.open(practice, id);
  if (!notes) throw new Error('no key');
  return notes;
}

async function write(words: string, day = '2026-03-02'): Promise<string> {
  const notes = await opened();
  const noteId = notes.newId();
  notes.write(noteId, words, { ...about, day });
  await notes.close();
  return noteId;
}

describe('a psychotherapy note', () => {
  test('is in the record from its first word on, and not before', async () => {
    const notes = await opened();
    const noteId = notes.newId();
    notes.write(noteId, '', about);
    expect(notes.notes).toEqual([]);
    notes.write(noteId, 'T', about);
    notes.write(noteId, 'The heron', about);
    expect(notes.notes).toMatchObject([{ id: noteId, text: 'The heron', occurredOn: '2026-03-02' }]);
    notes.moveTo(noteId, '2026-02-27');
    await notes.close();
    expect((await opened()).notes).toMatchObject([{ text: 'The heron', occurredOn: '2026-02-27' }]);
  });

  test('that was deleted comes back by its undo, also after the page has gone', async () => {
    const noteId = await write('The heron');
    const notes = await opened();
    const removed = await notes.remove(noteId);
    expect(notes.notes).toEqual([]);
    await notes.close();
    if (!removed) throw new Error('nothing was removed');
    await withPrivateNotes(practice, id, (open) => open.putBack(removed));
    expect((await opened()).notes).toMatchObject([{ text: 'The heron' }]);
  });

  test('is clean once the caches are made, and changes nothing in the list', async () => {
    const before = practice.clientSummary(id);
    await write('The heron');
    await practice.deriveNow(new Set());
    const owners = await Promise.all(
      (await practice.session.dirtyDocuments()).map((docId) => practice.session.ownerOf(docId)),
    );
    expect(owners.filter((owner) => owner?.isPrivate)).toEqual([]);
    expect(practice.clientSummary(id)).toEqual(before);
  });

  test('that is damaged is listed for its client, and the record is not called damaged', async () => {
    await write('The heron');
    const [docId] = await practice.session.writtenPrivates();
    if (docId === undefined) throw new Error('nothing was written');
    const log = await practice.session.deps.documents.open(docId);
    log.outer.getArray('blobs').push([new Uint8Array(300)]);
    await log.settled();
    await log.close();
    const notes = await opened();
    expect(notes.trouble).toMatchObject({ damaged: 1 });
    expect(notes.notes).toMatchObject([{ text: 'The heron' }]);
    expect(await practice.damage()).toMatchObject([{ clientId: id, label: 'Wren-12', isPrivate: true }]);
    expect(practice.clientSummary(id)?.isWhole).toBe(true);
  });

  test('is in an export only where it was asked for, and only where such notes have a place', async () => {
    await write('The heron');
    const text = async (format: Parameters<typeof makeReadableExport>[2], privateNotes: boolean) =>
      (await makeReadableExport(practice, [id], format, quietly, undefined, { privateNotes })).blob.text();
    for (const format of ['csv', 'json', 'page-for-client', 'page-for-records'] as const)
      expect(await text(format, false), format).not.toMatch(/heron|sychotherapy/);
    for (const format of ['csv', 'page-for-client'] as const)
      expect(await text(format, true), format).not.toMatch(/heron|sychotherapy/);
    expect(await text('page-for-records', true)).toMatch(
      /<h2>Psychotherapy notes<\/h2>\s*<p class="fine">Kept apart.*The heron/s,
    );
    const read = readReadableJson(await text('json', true));
    if (read.kind !== 'record') throw new Error(read.reason);
    expect(read.record.clients[0]?.privateNotes).toMatchObject([
      { text: 'The heron', occurredOn: '2026-03-02' },
    ]);
  });
});

test('a search finds notes in which every word occurs, whatever its case and accents', async () => {
  await write('Café at the CORNER', '2026-03-01');
  await write('The corner shop', '2026-03-02');
  const { notes } = await opened();
  const found = (query: string) => findPrivateNotes(notes, query).map(({ text }) => text);
  expect(found('cafe corner')).toEqual(['Café at the CORNER']);
  expect(found('corner')).toEqual(['The corner shop', 'Café at the CORNER']);
  expect(found('  ')).toHaveLength(2);
  expect(found('heron')).toEqual([]);
});
