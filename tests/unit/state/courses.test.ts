// Endings, reopenings and appointments through the open vault, as the screens use it.
import { beforeEach, expect, test } from 'vitest';
import '../../../src/app/state/make-readable.ts';
import {
  endCourse,
  reopenCourse,
  takeEndingBack,
  undoCourseChange,
} from '../../../src/app/state/course-changes.ts';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import { makeReadableExport } from '../../../src/app/state/make-readable.ts';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { readReadableJson } from '../../../src/exchange/readable/write-json.ts';
import { statusInRecord } from '../../../src/records/status-in-record.ts';
import { openThrowAwayVault } from '../../../src/sync/index.ts';

const quietly = (): void => undefined;
let practice: Practice;
let client: ClientState;

const draft = {
  occurredOn: '2026-02-27',
  reason: 'as-planned',
  summary: 'Back at work.',
  followUpMonths: [3, 12],
} as const;

const total = (occurredOn: string, enteredTotal: number) =>
  client.addResponse({
    ...{ instrumentId: 'phq-9', instrumentVersion: 'en-1', coding: 'sum-0-27', language: 'en' },
    ...{ respondent: 'self', mode: 'total-entered', answers: null, occurredOn, enteredTotal },
  });
const verdict = () => client.measures[0]?.verdict;
const summary = async () => {
  await practice.deriveNow(new Set([client.id]));
  return practice.clientSummary(client.id);
};

beforeEach(async () => {
  practice = await Practice.open(await openThrowAwayVault());
  const opened = await practice.openClient(await practice.addClient('A'));
  if (!opened) throw new Error('the client is not there');
  client = opened;
  await total('2026-01-05', 18);
  await total('2026-02-27', 9);
});

test('an ending makes the client ended and plans follow-ups; a measure a month before one is due does it', async () => {
  await endCourse(practice, client, draft);
  const ended = await summary();
  expect(ended?.status).toBe('ended');
  expect(ended?.needs.followUps).toEqual([
    { months: 3, dueOn: '2026-05-27' },
    { months: 12, dueOn: '2027-02-27' },
  ]);
  await total('2026-05-01', 8);
  expect((await summary())?.needs.followUps).toEqual([{ months: 12, dueOn: '2027-02-27' }]);
  expect(verdict()).toMatchObject({ kind: 'judged', start: { total: 18 }, latest: { total: 8 } });
});

test('a reopening starts a course with its own baseline; what is entered late joins the course of its day', async () => {
  await endCourse(practice, client, draft);
  const change = await reopenCourse(practice, client, '2026-08-03');
  expect(verdict()?.kind).toBe('no-scores');
  expect((await summary())?.status).toBe('active');
  expect((await summary())?.needs.followUps).toEqual([]);
  await total('2026-08-03', 20);
  await total('2026-06-01', 12);
  expect(client.chart.points.map(({ occurredOn, episode }) => [occurredOn, episode])).toEqual([
    ['2026-01-05', 1],
    ['2026-02-27', 1],
    ['2026-06-01', 1],
    ['2026-08-03', 2],
  ]);
  expect(verdict()).toMatchObject({ kind: 'too-few-points', only: { total: 20 } });
  expect((await summary())?.lines[0]?.spark).toEqual([20]);

  await undoCourseChange(practice, client, change, 'undone');
  expect((await summary())?.status).toBe('ended');
});

test('taking an ending back takes every wording of it back, and the same course goes on', async () => {
  await endCourse(practice, client, draft);
  await endCourse(practice, client, { ...draft, occurredOn: '2026-03-02' });
  expect(client.chart.courses.at(-1)?.ending?.occurredOn).toBe('2026-03-02');
  expect(client.record?.conflicts).toEqual([]);
  const deleted = await takeEndingBack(practice, client, 'not-ended');
  expect(deleted).toHaveLength(2);
  expect(client.chart.courses).toEqual([{ episode: 1, startedOn: '2026-01-05', ending: null }]);
  expect((await summary())?.status).toBe('active');
  expect(client.record?.deleted).toHaveLength(2);
});

test('the readable export has the ending, the reopening and the appointments', async () => {
  await endCourse(practice, client, draft);
  await reopenCourse(practice, client, '2026-08-03');
  await client.saveAppointment({
    next: { on: '2026-08-10', time: '10:00', place: 'video' },
    slot: { weekday: 1, time: null, place: null },
  });
  expect((await summary())?.appointment.next?.on).toBe('2026-08-10');
  const made = await makeReadableExport(practice, 'all', 'json', quietly);
  const read = readReadableJson(await made.blob.text());
  if (read.kind !== 'record') throw new Error(read.reason);
  const [exported] = read.record.clients;
  expect(exported?.otherEntries.map(({ kind, occurredOn, content }) => [kind, occurredOn, content])).toEqual([
    [
      'ending',
      '2026-02-27',
      { endingReason: 'as-planned', summary: 'Back at work.', followUpMonths: '3, 12' },
    ],
    ['reopening', '2026-08-03', {}],
  ]);
  expect(exported?.profile).toMatchObject({
    ...{ nextAppointmentOn: '2026-08-10', nextAppointmentTime: '10:00', nextAppointmentPlace: 'video' },
    usualWeekday: 1,
  });
  const html = await (await makeReadableExport(practice, 'all', 'page-for-records', quietly)).blob.text();
  expect(html).toContain('Back at work.');
  expect(html).toContain('<dd>as planned</dd>');
  expect(html).toContain('<dd>by video</dd>');
  expect(html).toContain('Next appointment');
});

/** What is left when the browser dies after the entry and before the status. */
const dying = { setStatus: () => Promise.reject(new Error('dead')) };
const dies = (change: Promise<unknown>): Promise<void> => expect(change).rejects.toThrow('dead');

const listed = async () => (await practice.listedClients())[0]?.client.status;

test('a crash between an ending and the status leaves nobody active who has ended, nor the other way round', async () => {
  await dies(endCourse(dying, client, draft));
  expect(await listed()).toBe('active');
  expect(client.status).toBe('ended');
  expect((await summary())?.status).toBe('ended');
  expect(await listed()).toBe('ended');

  await dies(reopenCourse(dying, client, '2026-08-03'));
  expect(await listed()).toBe('ended');
  expect(client.status).toBe('active');
  expect((await summary())?.status).toBe('active');
  expect(await listed()).toBe('active');

  await endCourse(practice, client, { ...draft, occurredOn: '2026-09-03' });
  await dies(takeEndingBack(dying, client, 'not-ended'));
  expect(client.status).toBe('active');
  expect((await summary())?.status).toBe('active');
  expect(await listed()).toBe('active');
});

test('who waits goes on waiting, and a record that is not all there decides nothing', async () => {
  await practice.setStatus(client.id, 'waiting');
  expect((await summary())?.status).toBe('waiting');
  await dies(endCourse(dying, client, draft));
  const record = client.record;
  if (!record) throw new Error('no record');
  expect(statusInRecord('waiting', record)).toBe('ended');
  expect(statusInRecord('waiting', { ...record, unreadable: 1 })).toBe('waiting');
});
