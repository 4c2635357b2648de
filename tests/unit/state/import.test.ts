// An import from the first byte to the last entry, into a vault in memory.
import { beforeEach, expect, test } from 'vitest';
import { importOf, type ImportState } from '../../../src/app/state/import.svelte.ts';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { deleteEntry, readClientRecord } from '../../../src/records/client-record.ts';
import type { ClientId } from '../../../src/records/entry.ts';
import { openThrowAwayVault } from '../../../src/sync/index.ts';

let practice: Practice;
let bringIn: ImportState;

beforeEach(async () => {
  practice = await Practice.open(await openThrowAwayVault());
  bringIn = importOf(practice);
});

const clientCalled = (label: string): ClientId => {
  const found = practice.clients.find((client) => client.label === label);
  if (!found) throw new Error(`no client is called ${label}`);
  return found.id;
};

async function planOf(text: string): Promise<NonNullable<ImportState['checked']>['plan']> {
  bringIn.startOver();
  await bringIn.takePaste(text);
  await bringIn.preview();
  if (!bringIn.checked) throw new Error(JSON.stringify(bringIn.columns?.gaps));
  return bringIn.checked.plan;
}

const three = 'client,date,PHQ-9\nA-1,2026-01-05,18\nA-1,2026-02-05,9\nB-2,2026-01-07,12\n';

test('scores come in, and a second time nothing does', async () => {
  expect((await planOf(three)).counts).toMatchObject({ scores: 3, newClients: 2 });
  expect(practice.clients).toEqual([]);
  await bringIn.write();
  expect(bringIn.outcome).toEqual({
    kind: 'done',
    written: { measures: 0, newClients: 2, existingClients: 0, scores: 3 },
  });
  expect(practice.clientSummary(clientCalled('A-1'))?.lines[0]).toMatchObject({ standing: 'recovered' });
  expect((await practice.audit()).events.map(({ what }) => what)).toContain('imported');

  const again = await planOf(three);
  expect(again.counts).toMatchObject({ scores: 0, alreadyThere: 3 });
  expect(again.clients).toEqual([]);
});

test('new rows join the clients who are here, and what was deleted stays deleted', async () => {
  await planOf(three);
  await bringIn.write();
  const id = clientCalled('A-1');
  const document = await practice.session.openClient(id);
  const [first] = readClientRecord(document.inner).entries;
  if (!first) throw new Error('nothing was written');
  deleteEntry(document.inner, first.id, { at: first.recordedAt, reason: 'wrong person' });
  await document.flush();
  await practice.session.release(document);

  const plan = await planOf(`${three}A-1,2026-03-05,4\n`);
  expect(plan.counts).toMatchObject({ scores: 1, alreadyThere: 3, existingClients: 1, newClients: 0 });
  await bringIn.write();
  expect(bringIn.outcome).toMatchObject({ kind: 'done', written: { existingClients: 1, scores: 1 } });
  const reopened = await practice.session.openClient(id);
  expect(readClientRecord(reopened.inner).entries).toHaveLength(2);
  expect(practice.clientSummary(id)?.lines[0]?.latest?.total).toBe(4);
});

test('a measure of one’s own is made once, and the table is read in the same way the next time', async () => {
  const table = 'id,time,mood,other\nX,pre,3,1\nX,post,7,2\n';
  await bringIn.takePaste(table);
  const { columns } = bringIn;
  if (!columns) throw new Error('no table was read');
  expect(columns.isReady).toBe(false);
  columns.setMeasure('other', { choice: { kind: 'ignore' } });
  const draft = columns.drafts['mood'];
  if (!draft) throw new Error('no draft was made');
  Object.assign(draft, { name: 'Mood today', better: 'higher' });
  draft.min = { value: 0, text: '0' };
  draft.max = { value: 10, text: '10' };
  expect(columns.isReady).toBe(true);
  await bringIn.preview();
  await bringIn.write();
  expect(practice.ownMeasures.map(({ name }) => name)).toEqual(['Mood today']);

  await bringIn.takePaste(table);
  expect(bringIn.columns?.isAsBefore).toBe(true);
  expect(bringIn.columns?.measures.map(({ key }) => key)).toEqual(['mood', 'other']);
  expect(bringIn.columns?.isReady).toBe(true);
  await bringIn.preview();
  expect(bringIn.checked?.plan.counts).toMatchObject({ scores: 0, alreadyThere: 2 });
});

test('times that are not wanted stay out', async () => {
  await bringIn.takePaste('id,session,PHQ-9\nX,1,20\nX,2,12\nX,3,4\n');
  bringIn.columns?.takeTime('2', false);
  await bringIn.preview();
  expect(bringIn.checked?.rowsLeftOut).toBe(1);
  expect(bringIn.checked?.plan.clients[0]?.entries.map(({ sessionNumber }) => sessionNumber)).toEqual([1, 3]);
});

test('stopped while writing, whole batches stay and the rest comes the next time', async () => {
  const rows = Array.from({ length: 450 }, (_, index) => `K${index},1,${index % 28}`);
  const table = `client,session,PHQ-9\n${rows.join('\n')}\n`;
  expect((await planOf(table)).counts.scores).toBe(450);
  const writing = bringIn.write();
  while ((bringIn.progress?.done ?? 0) <= 200) await new Promise((resolve) => setTimeout(resolve, 1));
  bringIn.cancel();
  await writing;
  expect(bringIn.outcome).toMatchObject({ kind: 'cancelled', written: { newClients: 200, scores: 200 } });
  expect(practice.clients).toHaveLength(200);
  expect((await practice.listedClients()).length).toBe(200);

  await bringIn.preview();
  expect(bringIn.checked?.plan.counts).toMatchObject({ scores: 250, alreadyThere: 200 });
  await bringIn.write();
  expect(practice.clients).toHaveLength(450);
});

test('a failure of the store is said, with what was written and what was not', async () => {
  await planOf(three);
  const { documents } = practice.session.deps;
  const create = documents.create.bind(documents);
  let made = 0;
  documents.create = async (docId, update) => {
    made += 1;
    return made > 1 ? { kind: 'not-saved', reason: 'quota' } : create(docId, update);
  };
  await bringIn.write();
  documents.create = create;
  expect(bringIn.outcome).toEqual({
    kind: 'not-saved',
    reason: 'quota',
    written: { measures: 0, newClients: 0, existingClients: 0, scores: 0 },
  });
  expect(practice.clients).toEqual([]);
  await bringIn.preview();
  await bringIn.write();
  expect(bringIn.outcome?.kind).toBe('done');
  expect(practice.clients).toHaveLength(2);
});

test('a list of problems does not run in a spreadsheet', async () => {
  await bringIn.takePaste('client,date,PHQ-9\nA,2026-01-05,12\nA,2026-01-06,=1+1\n');
  await bringIn.preview();
  const [problem] = bringIn.checked?.plan.problems ?? [];
  if (!problem) throw new Error('the formula was taken for a score');
  const cell = bringIn.cellOf(problem) ?? '';
  expect(cell).toBe('=1+1');
  expect(await bringIn.listAsFile([['3', cell]]).text()).toContain('"3","\'=1+1"');
});

test('raw sums of the WHO-5 are asked about before anything is planned, and asked again of the next such file', async () => {
  const raw = 'client,date,WHO-5\nA-1,2026-01-05,8\nA-1,2026-02-05,12\n';
  await bringIn.takePaste(raw);
  await bringIn.preview();
  expect(bringIn.stage).toBe('mapping');
  expect(bringIn.checked).toBeNull();
  const asked = [{ kind: 'raw-or-scaled', measure: 'who5', factor: 4, highest: 12 }];
  expect(bringIn.columns?.gaps).toEqual(asked);
  bringIn.columns?.setMeasure('who5', { totalsAre: 'raw' });
  expect(bringIn.columns?.isReady).toBe(true);
  await bringIn.preview();
  expect(bringIn.checked?.plan.rawTotals.size).toBe(2);
  await bringIn.write();
  expect(practice.clientSummary(clientCalled('A-1'))?.lines[0]?.latest?.total).toBe(48);

  await bringIn.takePaste(raw.replaceAll('A-1', 'B-2'));
  expect(bringIn.columns?.isAsBefore).toBe(true);
  await bringIn.preview();
  expect(bringIn.columns?.gaps).toEqual(asked);
});

test('what was said of one measure’s totals is not said of another’s', async () => {
  await bringIn.takePaste('client,date,wellbeing\nA-1,2026-01-05,8\n');
  bringIn.columns?.setMeasure('wellbeing', { choice: { kind: 'known', instrumentId: 'who-5' } });
  bringIn.columns?.setMeasure('wellbeing', { totalsAre: 'raw' });
  bringIn.columns?.setMeasure('wellbeing', { choice: { kind: 'known', instrumentId: 'dass-21' } });
  expect(bringIn.columns?.measures[0]?.totalsAre).toBeNull();
});
