import { beforeEach, expect, test } from 'vitest';
import type { Prompt } from '../../../src/clinical/prompts/prompt.ts';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import { answering, answerPrompt, asksWhatIsInTheWay, decisions } from '../../../src/app/state/decide.ts';
import { aClient, gad7Total } from './a-client.ts';

const prompt: Prompt = {
  ...{ kind: 'check-out-dropped', about: '2026-03-09', value: 5, from: null, closedUntil: null },
  reason: {
    kind: 'check-out-dropped',
    dropped: [{ part: 'heard', before: 9, now: 5 }],
    ...{ beforeOn: '2026-03-02', latestOn: '2026-03-09' },
  },
};
const seen = 'Feeling heard fell from 9 to 5.';
let client: ClientState;

beforeEach(async () => {
  ({ client } = await aClient());
});

test('an answer keeps what was seen, what it was about and why', async () => {
  const given = { answer: 'not-relevant', reason: ' A fire alarm. ', obstacles: [] } as const;
  await answerPrompt(client, answering(prompt, seen), given, '2026-03-12');
  expect(decisions(client)).toMatchObject([
    {
      ...{ kind: 'decision', occurredOn: '2026-03-12', prompt: 'check-out-dropped', about: '2026-03-09' },
      ...{ answer: 'not-relevant', reason: 'A fire alarm.', obstacles: [], seen, value: 5 },
    },
  ]);
});

test('answers stand newest first, and one that was undone is not among them', async () => {
  const looked = { answer: 'looked', reason: '', obstacles: [] } as const;
  await answerPrompt(client, answering(prompt, seen), looked, '2026-03-10');
  const id = await answerPrompt(client, answering(prompt, seen), looked, '2026-03-11');
  await answerPrompt(client, answering(prompt, seen), looked, '2026-03-12');
  await client.deleteEntry(id, 'undone');
  expect(decisions(client).map(({ occurredOn }) => occurredOn)).toEqual(['2026-03-12', '2026-03-10']);
});

test('an answer outlives the score that it was about', async () => {
  const { id } = await gad7Total(client, '2026-03-09', 18);
  await answerPrompt(
    client,
    { prompt: 'worse', about: 'gad-7/self', seen: 'GAD-7 rose from 10 to 18.', value: 18 },
    { answer: 'discussed', reason: '', obstacles: ['life-events'] },
    '2026-03-09',
  );
  await client.deleteEntry(id, 'not-valid');
  expect(decisions(client)).toMatchObject([
    { seen: 'GAD-7 rose from 10 to 18.', obstacles: ['life-events'] },
  ]);
});

test('only what is worse, or not better early on, asks what is in the way', () => {
  expect((['worse', 'early-check', 'goal-flat', 'safety'] as const).filter(asksWhatIsInTheWay)).toEqual([
    'worse',
    'early-check',
  ]);
});
