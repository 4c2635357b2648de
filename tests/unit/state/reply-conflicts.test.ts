// Deciding between two replies that two devices took in.
import { expect, test } from 'vitest';
import { responsesFrom } from '../../../src/app/state/check-in-entries.ts';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import type { Practice } from '../../../src/app/state/practice.svelte.ts';
import { decideReply } from '../../../src/app/state/reply-conflicts.ts';
import { takeReply } from '../../../src/app/state/take-reply.ts';
import { aClient, first } from './a-client.ts';
import { aLink, mild, moderate, parsed, readable, replyTo, theLink } from './check-in-link-story.ts';

/** The second reply arrives as the other device wrote it: without having seen the first. */
async function twoReplies(practice: Practice, client: ClientState): Promise<void> {
  const link = await aLink(practice, client);
  const other = await parsed(await replyTo(link, [moderate.map(() => 3), mild]));
  await takeReply(client, await readable(practice, client, await replyTo(link)), practice.findInstrument);
  const entries = await responsesFrom({
    ...{ client, checkIn: link, findInstrument: practice.findInstrument, mode: 'link', keyCompared: false },
    ...{ answers: [moderate.map(() => 3), mild], answeredAt: new Date().toISOString() },
    replyPrint: other.replyPrint,
  });
  await new Promise((later) => setTimeout(later, 5));
  for (const entry of entries) {
    const utc = new Date().toISOString();
    await client.addEntry({ ...entry, recordedAt: { ...entry.recordedAt, utc } });
  }
}

const phq8Answers = (client: ClientState) =>
  (client.record?.entries ?? []).flatMap((entry) =>
    entry.kind === 'response' && entry.instrumentId === 'phq-8' ? [entry.answers?.[0]] : [],
  );

test('until it is decided the first counts; deciding deletes the other with its reason, and can be undone', async () => {
  const { practice, client } = await aClient();
  await twoReplies(practice, client);
  expect(phq8Answers(client)).toEqual([2]);
  const conflict = first(client.record?.replyConflicts ?? []);

  const undo = await decideReply(client, conflict, 'other');
  expect(phq8Answers(client)).toEqual([3]);
  expect(client.record?.replyConflicts).toEqual([]);
  expect(theLink(client).taken?.replyPrint).toBe(first(conflict.others).checkIn?.replyPrint);

  await undo(client);
  expect(client.record?.replyConflicts).toHaveLength(1);
  await decideReply(client, first(client.record?.replyConflicts ?? []), 'first');
  expect(phq8Answers(client)).toEqual([2]);
  expect(client.record?.replyConflicts).toEqual([]);
});
