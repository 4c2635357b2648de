// What a reply is worth before anything is written: every reason not to take it in, and taking it in.
import { beforeEach, expect, test } from 'vitest';
import { openAgain, withdrawLink } from '../../../src/app/state/check-in-links.ts';
import { longestPaste, parseReply } from '../../../src/app/state/check-in-reply.ts';
import { checkInEntryId, dayAnswered } from '../../../src/app/state/check-in-entries.ts';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import type { Practice } from '../../../src/app/state/practice.svelte.ts';
import { takeReply } from '../../../src/app/state/take-reply.ts';
import { writeCheckIn, type CheckIn } from '../../../src/records/check-ins.ts';
import { encodeFragment } from '../../../src/sync/index.ts';
import { readFragment } from '../../../src/sync/vault/check-in-fragment.ts';
import { aClient } from './a-client.ts';
import {
  aLink,
  gad7,
  judged,
  mild,
  moderate,
  parsed,
  phq8,
  readable,
  replyTo,
  theLink,
} from './check-in-link-story.ts';

let practice: Practice;
let client: ClientState;
let link: CheckIn;
const dayMs = 86_400_000;
const daysFromNow = (days: number): string => new Date(Date.now() + days * dayMs).toISOString();
const responses = () => (client.record?.entries ?? []).filter((entry) => entry.kind === 'response');
const responseOf = (instrumentId: string) =>
  responses().find((response) => response.instrumentId === instrumentId);
const take = async (text: string) =>
  takeReply(client, await readable(practice, client, text), practice.findInstrument);

/** The link as somebody on its way may have changed it: the key is still ours. */
function withOtherQuestions({ fragment }: CheckIn): string {
  const read = readFragment(fragment);
  if (read.kind !== 'read') throw new Error('our own fragment');
  return encodeFragment({ ...read.offer, asked: [gad7, gad7] });
}

beforeEach(async () => {
  ({ practice, client } = await aClient());
  link = await aLink(practice, client);
});

test('a reply is read with all its answers, and nothing is written by reading', async () => {
  const reply = await readable(practice, client, await replyTo(link));
  expect(reply.questionnaires.map(({ instrument, answers }) => [instrument.id, answers])).toEqual([
    ['phq-8', moderate],
    ['gad-7', mild],
  ]);
  expect(reply).toMatchObject({ fragmentMatches: true, clockDoubt: null, first: null });
  expect(responses()).toEqual([]);
  expect(theLink(client).taken).toBeNull();
});

test('text around a reply and line breaks in it do not matter', async () => {
  const text = await replyTo(link);
  const broken = text.replace(/.{40}/g, '$&\n');
  const whole = { kind: 'reply', checkInId: link.id };
  expect(await parseReply(`Dear A,\n\n${broken}\n`)).toMatchObject(whole);
  expect(await parseReply(`> ${text}\n>\n> Best wishes, B\n${'so long '.repeat(2_000)}`)).toMatchObject(
    whole,
  );
  expect(await parseReply(`"${text}"`)).toMatchObject(whole);
});

test.each([
  ['some other text', 'not-a-reply'],
  ['', 'not-a-reply'],
  ['<script>alert(1)</script>', 'not-a-reply'],
  ['SR9.AAAA', 'newer'],
  ['SR1.AAAA', 'damaged'],
])('%j is no reply: %s', async (text, kind) => {
  expect((await parseReply(text)).kind).toBe(kind);
});

test('a reply that is cut short or changed by one letter is damaged', async () => {
  const text = await replyTo(link);
  expect((await parseReply(text.slice(0, -20))).kind).toBe('damaged');
  const at = text.length - 100;
  const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
  expect((await parseReply(changed)).kind).toBe('damaged');
});

test('ten million letters are refused at once', async () => {
  const began = performance.now();
  expect((await parseReply('SR1.' + 'A'.repeat(10_000_000))).kind).toBe('too-long');
  expect(performance.now() - began).toBeLessThan(100);
  expect((await parseReply('x'.repeat(longestPaste))).kind).toBe('too-long');
});

test('taking a reply in writes one response for each questionnaire, with where it came from, and ends the link', async () => {
  const text = await replyTo(link);
  await take(text);
  const { replyPrint } = await parsed(text);
  expect(responses()).toHaveLength(2);
  expect(responseOf('phq-8')).toMatchObject({
    ...{ mode: 'link', answers: moderate, respondent: 'self', enteredTotal: null },
    checkIn: { id: link.id, replyPrint, keyCompared: false },
  });
  expect(theLink(client).taken).toMatchObject({ replyPrint });
});

test('the words were compared: the response says so, unless the page was shown another link', async () => {
  await client.edit((doc) => writeCheckIn(doc, { id: link.id, wordsCompared: true }));
  const undo = await take(await replyTo(link));
  expect(responses().map(({ checkIn }) => checkIn?.keyCompared)).toEqual([true, true]);
  await undo(client);
  await take(await replyTo({ fragment: withOtherQuestions(link) }));
  expect(responses().map(({ checkIn }) => checkIn?.keyCompared)).toEqual([false, false]);
});

test('the same reply a second time is said to be in already', async () => {
  const text = await replyTo(link);
  await take(text);
  expect((await judged(practice, client, text)).kind).toBe('already-taken');
});

test('taking in can be undone, and done again', async () => {
  const text = await replyTo(link);
  const undo = await take(text);
  await undo(client);
  expect(responses()).toEqual([]);
  expect(theLink(client).taken).toBeNull();
  await take(text);
  expect(responses()).toHaveLength(2);
});

test('a questionnaire of which nothing was answered makes no response', async () => {
  await take(await replyTo(link, [moderate, mild.map(() => null)]));
  expect(responses().map(({ instrumentId }) => instrumentId)).toEqual(['phq-8']);
});

test('"not applicable" comes back as it was answered', async () => {
  const items = practice.findInstrument('phq-15', 'en-1')?.items ?? [];
  const given = items.map(({ mayNotApply }) => (mayNotApply ? -1 : 1));
  const phq15 = await aLink(practice, client, [{ id: 'phq-15', version: 'en-1', language: 'en' }]);
  const reply = await readable(practice, client, await replyTo(phq15, [given]));
  expect(given).toContain(-1);
  expect(reply.answers).toEqual([given]);
});

test('a reply in which nothing was answered is not taken in', async () => {
  const empty = [moderate.map(() => null), mild.map(() => null)];
  expect((await judged(practice, client, await replyTo(link, empty))).kind).toBe('nothing-answered');
});

test.each([
  ['too few answers', [[1, 2], mild]],
  ['an answer that cannot be chosen', [[9, 2, 2, 1, 1, 1, 1, 1], mild]],
  ['too few questionnaires', [moderate]],
  ['too many questionnaires', [moderate, mild, mild]],
])('%s: the answers do not fit what was asked', async (_what, answers) => {
  expect((await judged(practice, client, await replyTo(link, answers))).kind).toBe('wrong-answers');
});

test('a withdrawn link takes no reply in, until that is undone', async () => {
  const text = await replyTo(link);
  const undo = await withdrawLink(client, link);
  expect((await judged(practice, client, text)).kind).toBe('withdrawn');
  await undo(client);
  expect((await judged(practice, client, text)).kind).toBe('readable');
});

test('a link that ran out takes no reply in, by either clock; opened again it does', async () => {
  const inTime = await replyTo(link);
  expect(await judged(practice, client, inTime, daysFromNow(8))).toMatchObject({
    kind: 'expired',
    wasInTime: true,
  });
  const late = await replyTo(link, undefined, daysFromNow(8));
  expect(await judged(practice, client, late)).toMatchObject({ kind: 'expired', wasInTime: false });
  await openAgain(client, link, 14);
  expect((await judged(practice, client, inTime, daysFromNow(8))).kind).toBe('readable');
});

test('a clock that was set back is said to be wrong, and does not keep a link open', async () => {
  const soon = await replyTo(link, undefined, daysFromNow(1));
  const judgement = await judged(practice, client, soon, daysFromNow(-30));
  expect(judgement).toMatchObject({ kind: 'readable', reply: { clockDoubt: 'ours-is-behind' } });
  const late = await replyTo(link, undefined, daysFromNow(8));
  expect((await judged(practice, client, late, daysFromNow(-30))).kind).toBe('expired');
});

test("a phone's clock that cannot be right is said to be wrong", async () => {
  const early = await replyTo(link, undefined, daysFromNow(-400));
  expect(await judged(practice, client, early)).toMatchObject({
    kind: 'readable',
    reply: { clockDoubt: 'theirs-is-wrong' },
  });
});

test('the day is never before it was asked and never after now', () => {
  const [asked, noon, later] = [
    '2026-03-04T10:00:00.000Z',
    '2026-03-05T12:00:00.000Z',
    '2026-03-06T12:00:00.000Z',
  ];
  expect(dayAnswered(noon, asked, later)).toBe('2026-03-05');
  expect(dayAnswered('2020-01-01T00:00:00.000Z', asked, later)).toBe('2026-03-04');
  expect(dayAnswered('2030-01-01T12:00:00.000Z', asked, later)).toBe('2026-03-06');
  expect(dayAnswered(noon, asked, '2026-01-01T00:00:00.000Z')).toBe('2026-03-04');
});

test('a page that was shown other questions under the same key is found out', async () => {
  const judgement = await judged(practice, client, await replyTo({ fragment: withOtherQuestions(link) }));
  expect(judgement).toMatchObject({ kind: 'readable', reply: { fragmentMatches: false } });
});

test('a version of a questionnaire that is not known here is named', async () => {
  const text = await replyTo(link);
  const none = { session: practice.session, findInstrument: () => null };
  expect(await judged(none, client, text)).toEqual({
    kind: 'instrument-unknown',
    instrumentId: 'phq-8',
    version: phq8.version,
  });
});

test('a link that this record does not have is said to be unknown', async () => {
  const text = await replyTo(link);
  const other = await practice.openClient(await practice.addClient('B'));
  if (!other) throw new Error('not there');
  expect((await judged(practice, other, text)).kind).toBe('check-in-unknown');
});

test('a second, different reply is shown beside the first and changes nothing by itself; chosen, it counts instead', async () => {
  await take(await replyTo(link));
  const second = await readable(practice, client, await replyTo(link, [moderate.map(() => 3), mild]));
  expect(second.first?.entryIds.toSorted()).toEqual(
    responses()
      .map(({ id }) => id)
      .toSorted(),
  );
  expect(responseOf('phq-8')?.answers).toEqual(moderate);
  const undo = await takeReply(client, second, practice.findInstrument);
  expect([responses().length, responseOf('phq-8')?.answers?.[0]]).toEqual([2, 3]);
  expect(client.record?.deleted.map(({ tombstone }) => tombstone.reason)).toEqual([
    'other-reply',
    'other-reply',
  ]);
  await undo(client);
  expect(responseOf('phq-8')?.answers).toEqual(moderate);
});

test('two devices that take the same reply in make the same entries; another reply makes others', async () => {
  const [one, two] = ['a'.repeat(64), 'b'.repeat(64)];
  const id = await checkInEntryId(link.id, 'phq-8', one);
  expect(await checkInEntryId(link.id, 'phq-8', one)).toBe(id);
  expect(await checkInEntryId(link.id, 'gad-7', one)).not.toBe(id);
  expect(await checkInEntryId(link.id, 'phq-8', two)).not.toBe(id);
  const text = await replyTo(link);
  await take(text);
  const { replyPrint } = await parsed(text);
  expect(responseOf('phq-8')?.id).toBe(await checkInEntryId(link.id, 'phq-8', replyPrint));
});
