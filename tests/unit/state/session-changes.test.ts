// Sessions and check-outs through the open vault, and what cannot be a session.
import { beforeEach, describe, expect, test } from 'vitest';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import { endCourse, reopenCourse } from '../../../src/app/state/course-changes.ts';
import { crossOut } from '../../../src/app/state/entry-changes.ts';
import type { Practice } from '../../../src/app/state/practice.svelte.ts';
import {
  addSession,
  correctSession,
  deleteSession,
  nextSessionNumber,
  sessionProblem,
  sessionsIn,
  writeCheckOut,
  type SessionDraft,
} from '../../../src/app/state/session-changes.ts';
import { aClient, first } from './a-client.ts';

let practice: Practice;
let client: ClientState;
const today = '2026-03-12';
const came = (occurredOn: string, sessionNumber: number): SessionDraft => ({
  ...{ occurredOn, sessionNumber, attendance: 'came' },
});
const all = () => client.record?.entries ?? [];
const sessions = () => sessionsIn(all());
const said = { heard: 8, topics: 7, way: null, overall: 9 };
const ending = { reason: 'as-planned', summary: '', followUpMonths: [] } as const;
const problem = (draft: Parameters<typeof sessionProblem>[0], corrected = null as null | string) =>
  sessionProblem(
    draft,
    { entries: all(), courses: client.chart.courses },
    today,
    sessions().find(({ entry }) => entry.id === corrected)?.entry.id ?? null,
  );

beforeEach(async () => {
  ({ practice, client } = await aClient());
});

test('sessions stand the newest first, whenever they were written down; the next number is one more', async () => {
  await addSession(client, came('2026-03-10', 2));
  await addSession(client, came('2026-03-03', 1));
  expect(sessions().map(({ entry }) => entry.sessionNumber)).toEqual([2, 1]);
  expect(nextSessionNumber(all(), 1)).toBe(3);
  expect(nextSessionNumber(all(), 2)).toBe(1);
});

test('a session that did not take place has no number', async () => {
  await addSession(client, { occurredOn: '2026-03-10', sessionNumber: 4, attendance: 'missed' });
  expect(first(sessions()).entry).toMatchObject({ attendance: 'missed', sessionNumber: null });
  expect(nextSessionNumber(all(), 1)).toBe(1);
});

test('a check-out belongs to its session, also where there were two on one day; it is corrected, not doubled', async () => {
  await addSession(client, came('2026-03-10', 1));
  await addSession(client, came('2026-03-10', 2));
  await writeCheckOut(client, first(sessions()), said);
  expect(sessions().map(({ checkOut }) => checkOut?.overall ?? null)).toEqual([9, null]);
  const undo = await writeCheckOut(client, first(sessions()), { ...said, overall: 4 });
  expect(all().filter(({ kind }) => kind === 'check-out')).toHaveLength(1);
  expect(first(sessions()).checkOut?.overall).toBe(4);
  await undo(client);
  expect(first(sessions()).checkOut?.overall).toBe(9);
});

test('a session that is put right keeps its check-out, and an undo moves both back', async () => {
  await addSession(client, came('2026-03-10', 1));
  await writeCheckOut(client, first(sessions()), said);
  const undo = await correctSession(client, first(sessions()), came('2026-03-09', 3));
  expect(sessions()).toHaveLength(1);
  expect(first(sessions())).toMatchObject({
    entry: { occurredOn: '2026-03-09', sessionNumber: 3 },
    checkOut: { occurredOn: '2026-03-09', sessionNumber: 3, heard: 8, way: null },
  });
  await undo(client);
  expect(first(sessions())).toMatchObject({
    entry: { occurredOn: '2026-03-10', sessionNumber: 1 },
    checkOut: { occurredOn: '2026-03-10', overall: 9 },
  });
  expect(client.record?.conflicts).toEqual([]);
});

test('a session that is deleted takes its check-out along, with the reason; an undo brings both back', async () => {
  await addSession(client, came('2026-03-10', 1));
  await writeCheckOut(client, first(sessions()), said);
  const undo = await deleteSession(client, first(sessions()), 'entered-twice');
  expect(all()).toEqual([]);
  expect(client.record?.deleted.map(({ tombstone }) => tombstone.reason)).toEqual([
    'entered-twice',
    'entered-twice',
  ]);
  await undo(client);
  expect(first(sessions()).checkOut?.heard).toBe(8);
});

test('the undo of something that was just written leaves it in the record as deleted at once', async () => {
  const undo = await addSession(client, came('2026-03-10', 1));
  await undo(client);
  expect(sessions()).toEqual([]);
  expect(client.record?.deleted).toMatchObject([{ tombstone: { reason: 'undone' } }]);
});

test('a check-out that is deleted leaves its session', async () => {
  await addSession(client, came('2026-03-10', 1));
  await writeCheckOut(client, first(sessions()), said);
  const { checkOut } = first(sessions());
  await crossOut(client, checkOut ? [checkOut.id] : [], 'mistake');
  expect(first(sessions()).checkOut).toBeNull();
});

test('two corrections of a session on two devices are no conflict of responses', async () => {
  await addSession(client, came('2026-03-10', 1));
  const session = first(sessions());
  await correctSession(client, session, came('2026-03-10', 2));
  await correctSession(client, session, came('2026-03-10', 3));
  expect(client.record?.conflicts).toHaveLength(1);
  expect(client.chart.conflicts).toBe(0);
});

describe('what cannot be a session', () => {
  test('no day, a day to come, a slip of the year', () => {
    expect(problem({ ...came(today, 1), occurredOn: null })).toEqual({ kind: 'day-missing' });
    expect(problem(came('2026-03-13', 1))).toEqual({ kind: 'day-future' });
    expect(problem(came('1026-03-12', 1))).toEqual({ kind: 'day-long-ago' });
    expect(problem(came(today, 1))).toBeNull();
  });

  test('no whole number from 1 on', () => {
    for (const sessionNumber of [null, 0, -1, 2.5, 10_000, Number.NaN])
      expect(problem({ ...came(today, 1), sessionNumber })).toEqual({ kind: 'number-wrong' });
    expect(problem({ occurredOn: today, sessionNumber: null, attendance: 'cancelled' })).toBeNull();
  });

  test('a number that is taken in this course, unless it is its own', async () => {
    await addSession(client, came('2026-03-10', 1));
    expect(problem(came(today, 1))).toEqual({ kind: 'number-taken', on: '2026-03-10' });
    expect(problem(came(today, 1), first(sessions()).entry.id)).toBeNull();
  });

  test('a day after an ending, and one between two courses; each course counts from 1', async () => {
    await addSession(client, came('2026-01-05', 1));
    await endCourse(practice, client, { ...ending, occurredOn: '2026-02-01' });
    expect(problem(came('2026-02-01', 2))).toBeNull();
    expect(problem(came('2026-02-02', 2))).toEqual({ kind: 'course-ended', on: '2026-02-01' });
    await reopenCourse(practice, client, '2026-03-01');
    expect(problem(came('2026-02-15', 2))).toEqual({ kind: 'before-course', startedOn: '2026-03-01' });
    expect(problem(came('2026-03-01', 1))).toBeNull();
    expect(problem(came('2026-01-12', 1))).toEqual({ kind: 'number-taken', on: '2026-01-05' });
  });

  test('an earlier session than the first thing in the record can be added late', async () => {
    await addSession(client, came('2026-03-10', 2));
    expect(problem(came('2026-03-03', 1))).toBeNull();
  });
});
