// A session from its beginning to its end, through the open vault; and what the clock says about it.
import { beforeEach, describe, expect, test } from 'vitest';
import { minuteNow } from '../../../src/clinical/marks/minute.ts';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import { writeLifeEvent } from '../../../src/app/state/life-event-changes.ts';
import { changeLink } from '../../../src/app/state/link-changes.ts';
import type { Practice } from '../../../src/app/state/practice.svelte.ts';
import {
  discardSession,
  keepSessionWord,
  setLate,
  startSession,
  stopSession,
  type WithPartner,
} from '../../../src/app/state/running-changes.ts';
import { goingOnElsewhere, sessionsGoingOn } from '../../../src/app/state/running-sessions.ts';
import { endedAtTime, endProblem, isLeftOpen, localTime } from '../../../src/app/state/session-clock.ts';
import { addSession, sessionsIn } from '../../../src/app/state/session-changes.ts';
import { readSessionWord } from '../../../src/records/running-session.ts';
import { aClient, first } from './a-client.ts';

let practice: Practice;
let client: ClientState;
const day = '2026-03-12';
/** 10:02 in London. */
const startedAt = { utc: '2026-03-12T10:02:30.000Z', offsetMinutes: 0 };
const alone = { place: 'room', sharedWith: [] } as const;
const sessions = (of: ClientState = client) => sessionsIn(of.record?.entries ?? []).map(({ entry }) => entry);
const withPartner: WithPartner = async (id, act) => {
  const partner = await practice.openClient(id);
  if (partner) await act(partner);
};
const stopped = async (endedAt: string) => {
  const outcome = await stopSession(client, endedAt, withPartner);
  if (!outcome) throw new Error('none was going on');
  return outcome;
};

beforeEach(async () => {
  ({ practice, client } = await aClient());
});

test('a session that is started goes on, and the list knows it; a second start changes nothing', async () => {
  await addSession(client, { occurredOn: '2026-03-05', sessionNumber: 1, attendance: 'came' });
  await startSession(client, { ...alone, place: 'video' }, day, startedAt);
  const { runningSession } = client;
  expect(runningSession).toMatchObject({ sessionNumber: 2, place: 'video', isLate: false, startedAt });
  await startSession(client, alone, day);
  expect(client.runningSession).toEqual(runningSession);
  await expect.poll(() => client.summary?.today.running?.id).toBe(runningSession?.id);
});

test('when it ends its entry has the id of the beginning, what was typed, and nothing goes on', async () => {
  await startSession(client, { ...alone, place: 'video' }, day, startedAt);
  const id = client.runningSession?.id;
  await setLate(client, true);
  await keepSessionWord(client, 'whereToday', ' At her sister’s ');
  await keepSessionWord(client, 'homework', 'Open one letter');
  await stopped('2026-03-12T10:52:00.000Z');
  expect(client.runningSession).toBeNull();
  expect(sessions()).toEqual([
    expect.objectContaining({
      ...{ id, occurredOn: day, sessionNumber: 1, attendance: 'late', place: 'video', episode: 1 },
      ...{ startedAt: startedAt.utc, endedAt: '2026-03-12T10:52:00.000Z' },
      ...{ whereToday: 'At her sister’s', homework: 'Open one letter' },
    }),
  ]);
  expect(first(sessions()), 'nothing was typed').not.toHaveProperty('forNextTime');
  await keepSessionWord(client, 'homework', 'typed too late');
  expect(client.read((doc) => readSessionWord(doc, 'homework'))).toBe('');
});

test('an undo of the end lets it go on as it was; ended again it has the same id and the later end', async () => {
  await startSession(client, alone, day, startedAt);
  const before = client.runningSession;
  await keepSessionWord(client, 'homework', 'Open one letter');
  const { undo } = await stopped('2026-03-12T10:20:00.000Z');
  await undo(client);
  expect(sessions()).toEqual([]);
  expect(client.runningSession).toEqual(before);
  await stopped('2026-03-12T10:50:00.000Z');
  expect(sessions()).toMatchObject([
    { id: before?.id, endedAt: '2026-03-12T10:50:00.000Z', homework: 'Open one letter' },
  ]);
  expect(client.record?.deleted, 'an entry that was never the last word').toEqual([]);
});

test('what is written down meanwhile is of this session, also once it has ended', async () => {
  await startSession(client, alone, day, startedAt);
  await writeLifeEvent(client, day, 'A new job', null);
  const { entry } = await stopped('2026-03-12T10:50:00.000Z');
  expect(client.record?.entries.find(({ kind }) => kind === 'life-event')).toMatchObject({
    ...{ session: entry.id, sessionNumber: 1 },
  });
});

test('a number that another device gave meanwhile is not given twice', async () => {
  await startSession(client, alone, day, startedAt);
  await addSession(client, { occurredOn: day, sessionNumber: 1, attendance: 'came' });
  const { entry } = await stopped('2026-03-12T10:50:00.000Z');
  expect(entry.sessionNumber).toBe(2);
});

test('one that did not take place is written down so, or not at all; what was captured stays; an undo takes it up again', async () => {
  for (const as of ['cancelled', 'missed'] as const) {
    await startSession(client, alone, day, startedAt);
    const before = client.runningSession;
    await writeLifeEvent(client, day, 'A new job', null);
    const undo = await discardSession(client, as);
    expect(client.runningSession).toBeNull();
    expect(sessions()).toMatchObject([{ attendance: as, sessionNumber: null, occurredOn: day }]);
    await undo?.(client);
    expect(client.runningSession).toEqual(before);
    expect(sessions()).toEqual([]);
    await discardSession(client, 'mistake');
    expect(sessions()).toEqual([]);
  }
  expect(client.record?.entries.map(({ kind }) => kind)).toEqual(['life-event', 'life-event']);
});

test('nothing is stopped where nothing goes on', async () => {
  expect(await stopSession(client, startedAt.utc, withPartner)).toBeNull();
  expect(await discardSession(client, 'missed')).toBeNull();
});

describe('linked records', () => {
  let partner: ClientState;

  beforeEach(async () => {
    const opened = await practice.openClient(await practice.addClient('B'));
    if (!opened) throw new Error('the partner is not there');
    partner = opened;
  });

  const withLinked = (id: typeof client.id, act: (one: ClientState) => Promise<unknown>) =>
    practice.openClient(id).then((one) => one && act(one)) as Promise<void>;

  test('a link stands on both sides and is taken away on both', async () => {
    const undo = await changeLink(client, partner.id, true, withLinked);
    expect([client.profile.linkedTo, partner.profile.linkedTo]).toEqual([[partner.id], [client.id]]);
    await undo(client);
    expect([client.profile.linkedTo, partner.profile.linkedTo]).toEqual([undefined, undefined]);
  });

  test('a shared session stands in both records under one id: when, where, who came, and nothing else', async () => {
    await addSession(partner, { occurredOn: '2026-03-01', sessionNumber: 6, attendance: 'came' });
    await startSession(client, { place: 'video', sharedWith: [partner.id] }, day, startedAt);
    await keepSessionWord(client, 'whereToday', 'At her sister’s');
    await keepSessionWord(client, 'homework', 'Open one letter');
    await writeLifeEvent(client, day, 'A new job', null);
    const { entry, undo } = await stopped('2026-03-12T10:52:00.000Z');
    expect(entry).toMatchObject({ isShared: true, sessionNumber: 1 });
    const { recordedAt } = entry;
    expect(first(sessions(partner))).toEqual({
      ...{ id: entry.id, v: 1, kind: 'session', occurredOn: day, recordedAt, attendance: 'came', episode: 1 },
      ...{ sessionNumber: 7, startedAt: startedAt.utc, endedAt: '2026-03-12T10:52:00.000Z' },
      ...{ place: 'video', isShared: true },
    });
    expect(partner.record?.entries).toHaveLength(2);
    await undo(client);
    expect(sessions(partner)).toHaveLength(1);
    expect(client.runningSession?.sharedWith).toEqual([partner.id]);
  });

  test('one that goes on with somebody else is found; one that was left open is not in the way', async () => {
    await startSession(partner, alone, day, startedAt);
    await expect.poll(() => partner.summary?.today.running).toBeTruthy();
    const at = (nowUtc: string, today: string) =>
      goingOnElsewhere(sessionsGoingOn(practice.clients, nowUtc, today), client.id);
    expect(at('2026-03-12T10:30:00.000Z', day)?.client.id).toBe(partner.id);
    expect(at('2026-03-13T08:00:00.000Z', '2026-03-13')).toBeNull();
  });
});

describe('the clock', () => {
  const session = { startedAt, occurredOn: day };
  const late = { startedAt: { utc: '2026-03-12T22:30:00.000Z', offsetMinutes: 60 }, occurredOn: day };

  test('a session was left open after four hours, or on another day; not while one goes on over midnight', () => {
    expect(isLeftOpen(session, '2026-03-12T14:02:00.000Z', day)).toBe(false);
    expect(isLeftOpen(session, '2026-03-12T14:03:00.000Z', day)).toBe(true);
    expect(isLeftOpen(session, '2026-03-13T08:00:00.000Z', '2026-03-13')).toBe(true);
    expect(isLeftOpen(late, '2026-03-12T23:10:00.000Z', '2026-03-13')).toBe(false);
    expect(isLeftOpen(late, '2026-03-13T00:31:00.000Z', '2026-03-13')).toBe(true);
  });

  test('set back it makes neither a minute nor a session of less than nothing', async () => {
    expect(minuteNow(startedAt.utc, '2026-03-12T09:00:00.000Z')).toBe(0);
    expect(isLeftOpen(session, '2026-03-11T09:00:00.000Z', '2026-03-11')).toBe(false);
    await startSession(client, alone, day, startedAt);
    const { entry } = await stopped('2026-03-12T09:00:00.000Z');
    expect(entry.endedAt).toBe(startedAt.utc);
  });

  test('a time is of the place where it was started, and may lie after midnight', () => {
    expect(localTime(late.startedAt)).toBe('23:30');
    expect(endedAtTime(late, '00:20')).toBe('2026-03-12T23:20:00.000Z');
    expect(endedAtTime(session, '10:50')).toBe('2026-03-12T10:50:00.000Z');
    expect(endedAtTime(session, '10:02'), 'within its first minute').toBe(startedAt.utc);
  });

  test('what cannot be an end: no time, one to come, one of another day', () => {
    const now = '2026-03-13T12:00:00.000Z';
    expect(endProblem(session, '', now)).toBe('time-missing');
    expect(endProblem(session, '10:50', '2026-03-12T10:40:00.000Z')).toBe('time-to-come');
    expect(endProblem(session, '09:00', now)).toBe('too-long');
    expect(endProblem(session, '10:50', now)).toBeNull();
  });
});
