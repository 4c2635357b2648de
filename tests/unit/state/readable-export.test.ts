// What leaves the vault in readable form: everything, in three shapes, and nothing that is not whole passes for whole.
import { beforeEach, expect, test } from 'vitest';
import { makeReadableExport } from '../../../src/app/state/make-readable.ts';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { recordConversation } from '../../../src/app/state/risk-changes.ts';
import { newRiskDraft } from '../../../src/app/state/risk-draft.ts';
import { readReadableJson } from '../../../src/exchange/readable/write-json.ts';
import { parseCheckInId, writeCheckIn } from '../../../src/records/check-ins.ts';
import { openThrowAwayVault } from '../../../src/sync/index.ts';
import { exampleCaseload } from '../../caseload/example-caseload.ts';

let practice: Practice;
const quietly = (): void => undefined;

beforeEach(async () => {
  practice = await Practice.open(await openThrowAwayVault());
  const { clients: unsigned, ownMeasures } = exampleCaseload('2026-06-01');
  // The generator leaves the hash to whoever loads it.
  const clients = unsigned.map((client) => ({
    ...client,
    entries: client.entries.map((entry) =>
      entry.kind === 'note' ? { ...entry, sha256: 'a5'.repeat(32) } : entry,
    ),
  }));
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

/** The example's own story: anxious, mindfulness first, then exposure. */
const theAnxious = () => {
  const found = practice.clients.find(({ label }) => label === 'Example: Lantern 04');
  if (!found) throw new Error('the story is not there');
  return found;
};

test('the therapist’s page has the plan and the loop in words', async () => {
  const made = await makeReadableExport(practice, [theAnxious().id], 'page-for-records', quietly);
  const page = await made.blob.text();
  for (const words of [
    '<h2>Plan</h2>',
    'Take the train to work again: goal attainment, −2 to +2, met at 0 (−2 Does not leave the house alone',
    'GAD-7, every session, since',
    ': the primary measure',
    '<td>Change of course</td>',
    '<dt>From</dt><dd>Mindfulness</dd><dt>To</dt><dd>Exposure</dd>',
    '<dt>What may be in the way</dt><dd>Fit of the technique</dd>',
    '<dt>What should move</dt><dd>GAD-7</dd>',
    '<dt>Goal</dt><dd>Sleep without going over the day again</dd>',
    '<td>End-of-session check-out</td>',
    '<dt>State</dt><dd>agreed</dd>',
    '<td>Life event</td>',
  ])
    expect(page).toContain(words);
  expect(page, 'no code without its name').not.toMatch(/<dd>(gad-7|exposure|technique|[0-9a-f]{32})\b/);
});

test('the therapist’s page has what the last session held, in words', async () => {
  const made = await makeReadableExport(practice, [theAnxious().id], 'page-for-records', quietly);
  const page = await made.blob.text();
  for (const words of [
    '<dt>Attendance</dt><dd>came</dd><dt>Began</dt><dd>',
    '<dt>Place</dt><dd>',
    '<dt>Homework until next time</dt><dd>Board the train',
    '<td>Mark</td><td><dl><dt>What was marked</dt><dd>Avoidance</dd><dt>Minute of the session</dt><dd>9</dd>',
    '<td>Distress, 0–10</td><td><dl><dt>Distress, 0–10</dt><dd>7</dd>',
    '<td>Technique used</td><td><dl><dt>Technique</dt><dd>Exposure</dd>',
    '<td>Signed note</td><td><dl><dt>Form</dt><dd>DAP</dd><dt>Text</dt><dd>Data',
    '<dt>SHA-256 of what was signed</dt><dd>a5a5',
  ])
    expect(page).toContain(words);
  expect(page, 'a session that was written down without a clock has no empty fields').toMatch(
    /<td>Session<\/td><td><dl><dt>Attendance<\/dt><dd>[a-z ]+<\/dd><\/dl><\/td>/,
  );
  expect(page).not.toMatch(/Shared with|undefined|\bnull\b/);
});

test('JSON has what the last session held, and the session that each thing hangs on', async () => {
  const made = await makeReadableExport(practice, [theAnxious().id], 'json', quietly);
  const read = readReadableJson(await made.blob.text());
  if (read.kind !== 'record') throw new Error(read.reason);
  const entries = read.record.clients[0]?.otherEntries ?? [];
  const session = entries.find(({ kind, content }) => kind === 'session' && 'startedAt' in content);
  expect(session?.content).toMatchObject({
    place: 'room',
    homework: expect.stringMatching(/train/) as unknown,
  });
  expect(Object.keys(session?.content ?? {})).not.toContain('whereToday');
  const captured = entries.filter(({ duringSession }) => duringSession === session?.id);
  expect(new Set(captured.map(({ kind }) => kind))).toEqual(
    new Set(['distress', 'mark', 'technique-use', 'note', 'check-out']),
  );
  expect(captured.find(({ kind }) => kind === 'mark')?.content).toMatchObject({
    ...{ mark: 'avoidance', markName: 'Avoidance', minute: 9 },
  });
});

test('check-ins are listed with what became of them, and answers say that nobody compared the words', async () => {
  const client = await practice.openClient(theAnxious().id);
  if (!client) throw new Error('the client is not there');
  const id = parseCheckInId('d'.repeat(32));
  await client.edit((doc) =>
    writeCheckIn(doc, {
      ...{
        id,
        way: 'link',
        asked: [{ id: 'phq-9', version: '1' }],
        language: 'en',
        fragment: 'notforanybody',
      },
      ...{ createdAt: { utc: '2026-05-01T10:00:00Z', offsetMinutes: 0 }, expiresAt: '2026-05-08T10:00:00Z' },
      withdrawnAt: '2026-05-02T10:00:00Z',
    }),
  );
  await client.addResponse({
    ...{ instrumentId: 'phq-9', instrumentVersion: '1', coding: '0-3', language: 'en' },
    ...{ occurredOn: '2026-05-01', respondent: 'self', mode: 'link', answers: null, enteredTotal: 7 },
    checkIn: { id, replyPrint: 'e'.repeat(64), keyCompared: false, answeredAt: '2026-05-01T12:00:00Z' },
  });
  const text = async (format: 'json' | 'page-for-records' | 'page-for-client') =>
    (await makeReadableExport(practice, [client.id], format, quietly)).blob.text();
  const page = await text('page-for-records');
  expect(page).toMatch(/<h2>Check-ins given to the client<\/h2>(?:(?!<h2>).)*PHQ-9<\/td><td>withdrawn/s);
  expect(page).toContain('the six words were not compared');
  expect(await text('page-for-client')).not.toContain('Check-ins given');
  const json = await text('json');
  expect(json).not.toContain('notforanybody');
  const read = readReadableJson(json);
  if (read.kind !== 'record') throw new Error(read.reason);
  expect(read.record.clients[0]?.checkIns).toMatchObject([{ id, way: 'link', state: 'withdrawn' }]);
  const answered = read.record.clients[0]?.responses.find(({ checkIn }) => checkIn);
  expect(answered?.checkIn).toMatchObject({ id, keyCompared: false });
});

test('JSON has the plan, and a name beside each id', async () => {
  const made = await makeReadableExport(practice, 'all', 'json', quietly);
  const read = readReadableJson(await made.blob.text());
  if (read.kind !== 'record') throw new Error(read.reason);
  const client = read.record.clients.find(({ code }) => code === theAnxious().label);
  const pivot = client?.otherEntries.find(({ kind }) => kind === 'pivot');
  expect(pivot?.content).toMatchObject({ to: 'exposure', toName: 'Exposure', target: 'gad-7/self' });
  const goalIds = client?.plan?.goals.map(({ id }) => id);
  const rated = client?.otherEntries.find(({ kind }) => kind === 'rating');
  expect(goalIds).toContain(rated?.content['goalId']);
  expect(rated?.content['goal']).toBe('Take the train to work again');
  expect(client?.plan?.schedule[0]).toMatchObject({
    instrumentId: 'gad-7',
    unit: 'sessions',
    isPrimary: true,
  });
  const nothingPlanned = read.record.clients.find(({ code }) => code === 'Example: Orchard 05');
  expect(nothingPlanned && 'plan' in nothingPlanned).toBe(false);
});

test('a conversation about risk that was put right stands there twice, and only one of the two counts', async () => {
  const client = await practice.openClient(theAnxious().id);
  if (!client) throw new Error('the client is not there');
  const said = { ...newRiskDraft('2026-05-30'), said: 'Has a plan.' };
  const first = await recordConversation(client, practice.findInstrument, said);
  const corrected = { ...said, said: 'Has no plan.', replaces: first };
  await recordConversation(client, practice.findInstrument, corrected);
  const page = await (
    await makeReadableExport(practice, [client.id], 'page-for-records', quietly)
  ).blob.text();
  expect(page).toMatch(/<td>Conversation about risk<\/td>(?:(?!<tr>).)*Has no plan\./s);
  expect(page).toMatch(
    /<td>Conversation about risk \(replaced by a correction\)<\/td>(?:(?!<tr>).)*Has a plan\./s,
  );
  const json = await (await makeReadableExport(practice, [client.id], 'json', quietly)).blob.text();
  const read = readReadableJson(json);
  const talks = read.kind === 'record' ? (read.record.clients[0]?.otherEntries ?? []) : [];
  expect(talks.filter(({ kind }) => kind === 'risk-conversation')).toMatchObject([
    { counts: true, replaces: first },
    { counts: false, id: first, replaces: null },
  ]);
});

test('the client’s own page has nothing of it', async () => {
  const made = await makeReadableExport(practice, [theAnxious().id], 'page-for-client', quietly);
  const page = await made.blob.text();
  expect(page).not.toMatch(/Exposure|Mindfulness|train|check-out|Plan</);
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
