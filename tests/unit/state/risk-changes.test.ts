// A conversation about risk through the open vault, as its screen writes it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import { draftOf, keepDraft } from '../../../src/app/state/drafts.ts';
import type { Practice } from '../../../src/app/state/practice.svelte.ts';
import {
  recordConversation,
  recordedConversations,
  undoConversation,
} from '../../../src/app/state/risk-changes.ts';
import {
  askAgainChoices,
  correctionOf,
  newRiskDraft,
  readRiskDraft,
  riskProblems,
} from '../../../src/app/state/risk-draft.ts';
import { aClient, phq9 } from './a-client.ts';

const today = '2026-03-12';
const draft = { ...newRiskDraft(today), said: ' Thoughts, no plan. ', plan: 'Calls the line first.' };
let practice: Practice;
let client: ClientState;

beforeEach(async () => {
  ({ practice, client } = await aClient());
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what a conversation was about', () => {
  test('is the safety answer that stood on its day, by measure and respondent', async () => {
    await phq9(client, '2026-03-02', 1);
    await phq9(client, '2026-03-09', 2);
    await recordConversation(client, practice.findInstrument, draft);
    expect(recordedConversations(client)).toMatchObject([
      {
        kind: 'risk-conversation',
        occurredOn: today,
        said: 'Thoughts, no plan.',
        plan: 'Calls the line first.',
        asked: '',
        askAgainOn: null,
        discussed: [{ measure: 'phq-9/self', answer: 2 }],
      },
    ]);
  });

  test('is nothing that was answered after it, though it is written down later', async () => {
    await phq9(client, '2026-03-09', 2);
    await recordConversation(client, practice.findInstrument, { ...draft, occurredOn: '2026-03-04' });
    expect(recordedConversations(client)[0]?.discussed).toEqual([]);
  });

  test('is nothing where the last answer was not raised, and is kept all the same', async () => {
    await phq9(client, '2026-03-02', 1);
    await phq9(client, '2026-03-09', 0);
    await recordConversation(client, practice.findInstrument, draft);
    expect(recordedConversations(client)[0]?.discussed).toEqual([]);
  });

  test('stays as it was when words are put right, and is looked up anew when the day is', async () => {
    await phq9(client, '2026-03-02', 1);
    await recordConversation(client, practice.findInstrument, draft);
    await phq9(client, today, 3);
    const correct = async (over: object): Promise<void> => {
      const [latest] = recordedConversations(client);
      if (!latest) throw new Error('nothing was recorded');
      await recordConversation(client, practice.findInstrument, { ...correctionOf(latest), ...over });
    };
    await correct({ told: 'The GP.' });
    expect(recordedConversations(client)).toMatchObject([
      { told: 'The GP.', discussed: [{ measure: 'phq-9/self', answer: 1 }] },
    ]);
    await correct({ occurredOn: '2026-03-01' });
    expect(recordedConversations(client)).toMatchObject([{ occurredOn: '2026-03-01', discussed: [] }]);
    expect(client.record?.conflicts).toEqual([]);
  });
});

describe('a correction', () => {
  const only = () => {
    const [one] = recordedConversations(client);
    if (!one) throw new Error('nothing was recorded');
    return one;
  };
  const correct = (of: typeof draft, over: object): Promise<unknown> =>
    recordConversation(client, practice.findInstrument, { ...of, ...over });

  test('of what was put right elsewhere meanwhile is a conflict, not a second conversation', async () => {
    await recordConversation(client, practice.findInstrument, draft);
    const begunBefore = correctionOf(only());
    await correct(correctionOf(only()), { told: 'The GP.' });
    await correct(begunBefore, { told: 'A sister.' });
    expect(recordedConversations(client)).toHaveLength(1);
    expect(client.record?.conflicts).toHaveLength(1);
  });

  test('that moves it to another day makes it about nothing that was not known when it was recorded', async () => {
    vi.useFakeTimers({ now: new Date('2026-03-10T12:00:00Z'), toFake: ['Date'] });
    await phq9(client, '2026-03-02', 1);
    await recordConversation(client, practice.findInstrument, { ...draft, occurredOn: '2026-03-10' });
    vi.setSystemTime(new Date('2026-03-20T12:00:00Z'));
    // On paper, of the day before the conversation, found ten days after it.
    await phq9(client, '2026-03-09', 3);
    expect(client.prompts).toMatchObject([{ kind: 'safety', value: 3, from: null }]);
    await correct(correctionOf(only()), { occurredOn: '2026-03-11' });
    expect(only().discussed).toEqual([{ measure: 'phq-9/self', answer: 1 }]);
    expect(client.prompts).toMatchObject([{ kind: 'safety', value: 3, from: null }]);
  });
});

describe('what is typed', () => {
  test('is kept, and gone once it is recorded; an undo brings it back', async () => {
    await keepDraft(client, 'risk-conversation', draft);
    expect(draftOf(client, 'risk-conversation')).toEqual(draft);
    const id = await recordConversation(client, practice.findInstrument, draft);
    expect(draftOf(client, 'risk-conversation')).toBeNull();
    await undoConversation(client, id, draft);
    expect(recordedConversations(client)).toEqual([]);
    expect(readRiskDraft(draftOf(client, 'risk-conversation') ?? {})).toEqual(draft);
  });

  test('of another version is read as far as it can be', () => {
    expect(readRiskDraft({ said: 'x', asked: 7, askAgainOn: 'soon', replaces: 'no id', more: true })).toEqual(
      {
        ...newRiskDraft(today),
        said: 'x',
        occurredOn: null,
      },
    );
  });
});

describe('what is refused', () => {
  test('a record in which nothing was written, though a day is set', () => {
    const empty = { ...newRiskDraft(today), asked: '  ', askAgainOn: '2026-03-13' };
    expect(riskProblems(empty, today)).toEqual(['empty']);
    expect(riskProblems({ ...empty, told: 'x' }, today)).toEqual([]);
  });

  test('a day to come, no day, and asking again before it', () => {
    expect(riskProblems({ ...draft, occurredOn: '2026-03-13' }, today)).toEqual(['day-future']);
    expect(riskProblems({ ...draft, occurredOn: null }, today)).toEqual(['day-missing']);
    expect(riskProblems({ ...draft, askAgainOn: today }, today)).toEqual(['ask-again-early']);
  });
});

test('days to ask again: the next appointment if it lies ahead, then one, three and seven days on', () => {
  const days = (next: string | null) => askAgainChoices(today, next).map(({ on }) => on);
  expect(days('2026-03-19')).toEqual(['2026-03-19', '2026-03-13', '2026-03-15', '2026-03-19']);
  expect(days('2026-03-12')).toEqual(['2026-03-13', '2026-03-15', '2026-03-19']);
  expect(days(null)).toEqual(['2026-03-13', '2026-03-15', '2026-03-19']);
});
