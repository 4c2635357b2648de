// What leaves the vault in readable form: everything, in three shapes, and nothing that is not whole passes for whole.
import { beforeEach, expect, test } from 'vitest';
import { makeReadableExport } from '../../../src/app/state/make-readable.ts';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { readReadableJson } from '../../../src/exchange/readable/write-json.ts';
import { openThrowAwayVault } from '../../../src/sync/index.ts';
import { exampleCaseload } from '../../caseload/example-caseload.ts';

let practice: Practice;
const quietly = (): void => undefined;

beforeEach(async () => {
  practice = await Practice.open(await openThrowAwayVault());
  const { clients, ownMeasures } = exampleCaseload('2026-06-01');
  for (const definition of ownMeasures) await practice.saveOwnMeasure(definition);
  await practice.addClients(clients);
});

const damageOne = async (): Promise<string> => {
  const [client] = [...practice.clients].sort((a, b) => a.label.localeCompare(b.label));
  if (!client) throw new Error('the example is empty');
  const log = await practice.session.deps.documents.open(client.id);
  log.outer.getArray('blobs').push([new Uint8Array(300)]);
  await log.settled();
  await log.close();
  return client.label;
};

test('JSON holds every client and every answer, and can be read back', async () => {
  const seen: number[] = [];
  const made = await makeReadableExport(practice, 'all', 'json', (done) => seen.push(done));
  const read = readReadableJson(await made.blob.text());
  if (read.kind !== 'record') throw new Error(read.reason);
  expect(read.record.clients).toHaveLength(practice.clients.length);
  expect(seen.at(-1)).toBe(practice.clients.length);
  const responses = read.record.clients.flatMap((client) => client.responses);
  expect(responses.filter(({ counts }) => counts)).toHaveLength(
    practice.clients.reduce((sum, client) => sum + client.responses, 0),
  );
  expect(made.incomplete).toEqual([]);
  expect((await practice.audit()).events.map(({ what }) => what)).toContain('exported');
});

test('a page for the client has scores and answers, and none of the words that are not for clients', async () => {
  const made = await makeReadableExport(practice, 'all', 'page-for-client', quietly);
  const page = await made.blob.text();
  expect(page).toContain('0 = Not at all · 1 = Several days');
  expect(page).toContain('10–14 moderate');
  expect(page).not.toContain('class="sentence"');
  expect(page.replace(/<footer>.*<\/footer>/s, '')).not.toMatch(
    /deteriorat|recovered|improved|unchanged|clinical|abnormal|failed|cut-off/i,
  );
});

test('one client’s page has their sentence and nobody else', async () => {
  const [one, other] = practice.clients;
  if (!one || !other) throw new Error('the example is empty');
  const made = await makeReadableExport(practice, [one.id], 'page-for-records', quietly);
  const page = await made.blob.text();
  expect(made.name).toMatch(/^soundings-\d{4}-\d{2}-\d{2}\.html$/);
  expect(page).toContain(one.label);
  expect(page).not.toContain(other.label);
  expect(page).toContain('class="sentence"');
  expect(page).toContain('<dt>Rule</dt>');
  expect(page).toContain('What this does not say');
  expect(page).not.toMatch(/<script/i);
});

test.each(['csv', 'json', 'page-for-client', 'page-for-records'] as const)(
  'a record that is not whole is named in the %s',
  async (format) => {
    const label = await damageOne();
    const made = await makeReadableExport(practice, 'all', format, quietly);
    expect(made.incomplete).toEqual([label]);
    const text = await made.blob.text();
    if (format === 'json') {
      const read = readReadableJson(text);
      const client = read.kind === 'record' && read.record.clients.find(({ code }) => code === label);
      expect(client && client.profile['recordIsIncomplete']).toBe(true);
    } else expect(text).toMatch(new RegExp(`not complete[^<]*${label}`));
  },
);

test('a cancelled export makes nothing and is not noted', async () => {
  const stop = new AbortController();
  const making = makeReadableExport(
    practice,
    'all',
    'csv',
    (done) => done === 3 && stop.abort(),
    stop.signal,
  );
  await expect(making).rejects.toThrow();
  expect((await practice.audit()).events.map(({ what }) => what)).not.toContain('exported');
});
