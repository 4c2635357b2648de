import { describe, expect, it } from 'vitest';
import { minuteNow } from '../../../src/clinical/marks/minute.ts';
import {
  capturedIn,
  lastLeft,
  markMoment,
  putIntoWords,
  rateDistress,
  useTechniqueNow,
  wordsIn,
} from '../../../src/app/state/capture-changes.ts';
import { crossOut } from '../../../src/app/state/entry-changes.ts';
import {
  addMarkLabel,
  changeMarkLabel,
  markLabels,
  offeredMarks,
} from '../../../src/app/state/mark-label-changes.ts';
import { startSession, keepSessionWord, stopSession } from '../../../src/app/state/running-changes.ts';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import type { RunningSession } from '../../../src/records/running-session.ts';
import { today } from '../../../src/app/state/now.ts';
import { aClient, first } from './a-client.ts';

async function inSession(): Promise<{
  client: ClientState;
  running: RunningSession;
  practice: Awaited<ReturnType<typeof aClient>>['practice'];
}> {
  const { client, practice } = await aClient();
  await startSession(client, { place: 'room', sharedWith: [] }, today());
  const running = client.runningSession;
  if (!running) throw new Error('no session goes on');
  return { client, running, practice };
}

const captured = (client: ClientState, running: RunningSession) =>
  capturedIn(client.record?.entries ?? [], running.id);

describe('the minute of a session', () => {
  it('is whole, and never below zero when the clock was set back', () => {
    expect(minuteNow('2026-03-01T10:00:00.000Z', '2026-03-01T10:12:59.999Z')).toBe(12);
    expect(minuteNow('2026-03-01T10:00:00.000Z', '2026-03-01T09:00:00.000Z')).toBe(0);
  });
});

describe('what is captured', () => {
  it('belongs to the session that goes on, with its number', async () => {
    const { client, running } = await inSession();
    await markMoment(client, running, 'avoidance');
    await rateDistress(client, running, 7);
    await rateDistress(client, running, 4);
    await useTechniqueNow(client, running, 'exposure');
    const all = captured(client, running);
    expect(all.map(({ kind }) => kind)).toEqual(['mark', 'distress', 'distress', 'technique-use']);
    expect(all.every(({ session, sessionNumber }) => session === running.id && sessionNumber === 1)).toBe(
      true,
    );
  });

  it('takes words as a correction that keeps its minute, once for the same words', async () => {
    const { client, running } = await inSession();
    await markMoment(client, running, 'insight');
    const [mark] = captured(client, running);
    if (mark?.kind !== 'mark') throw new Error('no mark');
    await putIntoWords(client, mark, '  it was never about the job ');
    const worded = first(captured(client, running));
    if (worded.kind !== 'mark') throw new Error('no mark');
    expect(wordsIn(worded)).toBe('it was never about the job');
    expect(worded.minute).toBe(mark.minute);
    expect(captured(client, running)).toHaveLength(1);
    expect(await putIntoWords(client, worded, 'it was never about the job')).toBeNull();
  });

  it('is gone when it is removed, and back when that is undone', async () => {
    const { client, running } = await inSession();
    await markMoment(client, running, 'rupture');
    const undo = await crossOut(client, [first(captured(client, running)).id], 'mistake');
    expect(captured(client, running)).toEqual([]);
    await undo(client);
    expect(captured(client, running)).toHaveLength(1);
  });

  it('is found again at the next session: homework, and what to come back to', async () => {
    const { client } = await inSession();
    await keepSessionWord(client, 'homework', 'one walk a day');
    await stopSession(client, new Date().toISOString(), () => Promise.resolve());
    await startSession(client, { place: 'room', sharedWith: [] }, today());
    const running = client.runningSession;
    expect(running && lastLeft(client.record?.entries ?? [], running.id)?.homework).toBe('one walk a day');
  });
});

describe('own marks', () => {
  it('are offered in the order in which they were added, and keep their name when put away', async () => {
    const { practice } = await inSession();
    await addMarkLabel(practice, 'Dream');
    await addMarkLabel(practice, 'Body');
    const [dream] = markLabels(practice);
    if (!dream) throw new Error('no label');
    const undo = await changeMarkLabel(practice, dream.id, { isHidden: true });
    expect(offeredMarks(practice).map(({ label }) => label)).toEqual(['Body']);
    expect(markLabels(practice).map(({ label }) => label)).toEqual(['Dream', 'Body']);
    await undo(practice);
    expect(offeredMarks(practice).map(({ label }) => label)).toEqual(['Dream', 'Body']);
  });
});
