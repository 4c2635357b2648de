// Changes of course through the open vault: from a prompt or by itself, put right, reviewed, undone.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Prompt } from '../../../src/clinical/prompts/prompt.ts';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import { endCourse } from '../../../src/app/state/course-changes.ts';
import { answering, decisions } from '../../../src/app/state/decide.ts';
import { draftOf, keepDraft } from '../../../src/app/state/drafts.ts';
import {
  lastSessionWithoutDay,
  pivotsDue,
  reviewPivot,
  savePivot,
  targetOfPrompt,
  techniqueInUse,
  undoPivot,
} from '../../../src/app/state/pivot-changes.ts';
import {
  draftAfter,
  draftOfPivot,
  newPivotDraft,
  pivotProblems,
  readPivotDraft,
  type PivotDraft,
} from '../../../src/app/state/pivot-draft.ts';
import { promptNames } from '../../../src/app/state/prompt-names.ts';
import type { Practice } from '../../../src/app/state/practice.svelte.ts';
import { aClient, gad7Total } from './a-client.ts';

const today = '2026-03-12';
const gad7 = { kind: 'measure', instrumentId: 'gad-7', respondent: 'self' } as const;
const draft: PivotDraft = {
  ...newPivotDraft(today),
  ...{ obstacles: ['technique'], inTheWay: 'Practises, and it does not touch the fear. ' },
  ...{ from: 'mindfulness', to: 'exposure', target: gad7, agreement: 'agreed' },
};
const written = { label: 'Exposure', isBySession: false, today };
const prompt: Prompt = {
  ...{ kind: 'early-check', about: 'gad-7/self/4', value: 15, from: null, closedUntil: null },
  reason: {
    kind: 'early-check',
    line: { instrumentId: 'gad-7', instrumentVersion: 'en-1', respondent: 'self' },
    ...{ checkpoint: 4, sessionNumber: 4, cutOffValue: 10, ruleId: 'x', meaning: 'reliable' },
    baseline: { entryId: 'a', total: 16, occurredOn: '2026-02-02', sessionNumber: 1 },
    latest: { entryId: 'b', total: 15, occurredOn: today, sessionNumber: 4 },
    needed: { points: 5, inclusive: true },
  },
};
let practice: Practice;
let client: ClientState;

beforeEach(async () => {
  ({ practice, client } = await aClient());
});
afterEach(() => {
  vi.useRealTimers();
});
/** Written at one instant, they stand in no order that could be foreseen. */
const kinds = (): string[] => (client.record?.entries ?? []).map(({ kind }) => kind).sort();
const only = () => {
  const [pivot] = client.pivots;
  if (!pivot) throw new Error('there is no pivot');
  return pivot;
};

describe('a change of course', () => {
  test('that was put right elsewhere while it was being put right here is a conflict, not a second change', async () => {
    await savePivot(client, draft, written);
    const begunBefore = { ...draftOfPivot(only().entry), inTheWay: 'Here' };
    await savePivot(client, { ...draftOfPivot(only().entry), inTheWay: 'Elsewhere' }, written);
    await savePivot(client, begunBefore, written);
    expect(client.pivots).toHaveLength(1);
    expect(client.record?.conflicts).toHaveLength(1);
  });

  test('that was deleted meanwhile is put right as what it was', async () => {
    await savePivot(client, draft, written);
    const { id } = only().entry;
    const begunBefore = draftOfPivot(only().entry);
    await client.deleteEntry(id, 'not-valid');
    await savePivot(client, begunBefore, written);
    expect(only().entry).toMatchObject({ replaces: id });
  });

  test('is written with its label and comes back four weeks later', async () => {
    await savePivot(client, draft, written);
    expect(only()).toMatchObject({
      entry: {
        ...{ kind: 'pivot', occurredOn: today, from: 'mindfulness', to: 'exposure', label: 'Exposure' },
        ...{ target: gad7, direction: 'down', reviewOn: '2026-04-09', agreement: 'agreed' },
        inTheWay: 'Practises, and it does not touch the fear.',
      },
      reviewDueOn: '2026-04-09',
    });
  });

  test('that answers a prompt is written with the answer, and both go with the undo', async () => {
    await keepDraft(client, 'pivot', draft);
    const begun = { ...draft, answering: answering(prompt, 'GAD-7 is above its cut-off.') };
    const saved = await savePivot(client, begun, written);
    expect(kinds()).toEqual(['decision', 'pivot']);
    expect(decisions(client)[0]).toMatchObject({
      ...{ prompt: 'early-check', about: 'gad-7/self/4', value: 15, answer: 'changed' },
      ...{ seen: 'GAD-7 is above its cut-off.', obstacles: ['technique'] },
      reason: 'Practises, and it does not touch the fear.',
    });
    expect(draftOf(client, 'pivot')).toBeNull();
    await undoPivot(client, saved, begun);
    expect(kinds()).toEqual([]);
    expect(readPivotDraft(draftOf(client, 'pivot') ?? {})).toEqual(begun);
  });

  test('stands after a session where its scores have numbers and no days', async () => {
    await savePivot(client, { ...draft, afterSession: 4 }, { ...written, isBySession: true });
    expect(only().entry).toMatchObject({ occurredOn: null, sessionNumber: 4, episode: 1 });
  });

  test('is put right by another one, in the course where it stands', async () => {
    await savePivot(client, draft, written);
    await savePivot(client, { ...draftOfPivot(only().entry), to: 'act' }, { ...written, label: 'ACT' });
    expect(client.pivots.map(({ entry }) => entry.label)).toEqual(['ACT']);
    expect(client.record?.corrections).toHaveLength(1);
  });

  test('two on one day both stand, in the order in which they were written', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T10:00:00Z`) });
    await savePivot(client, draft, written);
    vi.setSystemTime(new Date(`${today}T10:01:00Z`));
    await savePivot(client, draft, { ...written, label: 'Exposure at home' });
    expect(client.pivots.map(({ entry }) => entry.label)).toEqual(['Exposure', 'Exposure at home']);
  });
});

describe('a review', () => {
  beforeEach(() => savePivot(client, draft, written));

  test('is asked for from its day on, not before, and not after the course has ended', async () => {
    expect(pivotsDue(client, '2026-04-08')).toEqual([]);
    expect(pivotsDue(client, '2026-04-09')).toHaveLength(1);
    const ending = {
      occurredOn: '2026-04-10',
      reason: 'as-planned',
      summary: '',
      followUpMonths: [],
    } as const;
    await endCourse(practice, client, ending);
    expect(pivotsDue(client, '2026-04-11')).toEqual([]);
  });

  test('that keeps it sets the next day; one that stops it ends the asking', async () => {
    const kept = { decision: 'keep', words: ' Two scores only. ', nextReviewOn: '2026-05-07' } as const;
    await reviewPivot(client, only(), kept, '2026-04-09');
    expect(only()).toMatchObject({ reviewDueOn: '2026-05-07', reviews: [{ words: 'Two scores only.' }] });
    await reviewPivot(client, only(), { ...kept, decision: 'stop' }, '2026-05-07');
    expect(only().reviewDueOn).toBeNull();
    expect(techniqueInUse(client)).toBeNull();
  });

  test('that changes again is written with the change that follows, and only then', async () => {
    const next = draftAfter(only().entry, 'No further down.', '2026-04-09');
    expect(next).toMatchObject({ from: 'exposure', target: gad7, direction: 'down' });
    expect(pivotsDue(client, '2026-04-09')).toHaveLength(1);
    const saved = await savePivot(client, next, { ...written, label: 'ACT', today: '2026-04-09' });
    expect(kinds()).toEqual(['pivot', 'pivot', 'review']);
    expect(client.pivots.find(({ reviews }) => reviews.length > 0)).toMatchObject({
      reviewDueOn: null,
      reviews: [{ decision: 'change-again', words: 'No further down.' }],
    });
    await undoPivot(client, saved, next);
    expect(pivotsDue(client, '2026-04-09')).toHaveLength(1);
  });
});

describe('what a new one begins with', () => {
  test('what its prompt was about, the better way', () => {
    expect(targetOfPrompt(prompt, promptNames(practice))).toEqual({ target: gad7, direction: 'down' });
  });

  test('the technique in use: of the last change, before the only one in the plan', async () => {
    expect(techniqueInUse(client)).toBeNull();
    await savePivot(client, draft, written);
    expect(techniqueInUse(client)).toBe('exposure');
  });

  test('the last session where the scores have no days', async () => {
    expect(lastSessionWithoutDay(client, gad7)).toBeNull();
    const undated = { occurredOn: null, sessionNumber: 6 } as const;
    await gad7Total(client, '2026-03-02', 12);
    const [dated] = client.record?.entries ?? [];
    if (dated?.kind !== 'response') throw new Error('the score is not there');
    await client.deleteEntry(dated.id, 'entered-twice');
    await client.addEntry({ ...dated, id: 'c'.repeat(32) as typeof dated.id, ...undated });
    expect(lastSessionWithoutDay(client, gad7)).toBe(6);
    expect(lastSessionWithoutDay(client, null)).toBe(6);
    // Putting a change right takes no day from it, and looks at the scores of its own course.
    expect(lastSessionWithoutDay(client, gad7, { occurredOn: '2026-03-01', episode: 1 })).toBeNull();
    expect(lastSessionWithoutDay(client, gad7, { occurredOn: null, episode: 2 })).toBeNull();
    await gad7Total(client, '2026-03-02', 12);
    expect(lastSessionWithoutDay(client, gad7)).toBeNull();
  });
});

describe('what is refused', () => {
  const frame = {
    ...{ today, course: { startedOn: '2026-02-02', ending: null }, isBySession: false, label: 'Exposure' },
    reviewOnBefore: null,
  };

  test('a day to come, one before the course, none at all', () => {
    const withDay = (occurredOn: string | null) => pivotProblems({ ...draft, occurredOn }, frame);
    expect(withDay(today)).toEqual([]);
    expect(withDay('2026-03-13')).toEqual(['day-future']);
    expect(withDay('2026-02-01')).toEqual(['day-early']);
    expect(withDay(null)).toEqual(['day-missing']);
  });

  test('a day after the ending of its course', () => {
    const ending = { entryId: 'e', occurredOn: '2026-03-10', reason: 'as-planned', summary: '' } as const;
    const ended = {
      ...frame,
      course: { startedOn: '2026-02-02', ending: { ...ending, followUpMonths: [] } },
    };
    expect(pivotProblems({ ...draft, occurredOn: '2026-03-10' }, ended)).toEqual([]);
    expect(pivotProblems({ ...draft, occurredOn: '2026-03-11' }, ended)).toEqual(['day-after-ending']);
  });

  test('a review today or before, unless it is the one that stands', () => {
    const withReview = (reviewOn: string | null, reviewOnBefore: string | null = null) =>
      pivotProblems({ ...draft, reviewOn }, { ...frame, reviewOnBefore });
    expect(withReview('2026-03-13')).toEqual([]);
    expect(withReview(today)).toEqual(['review-early']);
    expect(withReview('2026-03-01', '2026-03-01')).toEqual([]);
    expect(withReview(null)).toEqual(['review-missing']);
  });

  test('no title, and a session that is none', () => {
    expect(pivotProblems(draft, { ...frame, label: ' ' })).toEqual(['label-missing']);
    const after = (afterSession: number | null) =>
      pivotProblems({ ...draft, afterSession }, { ...frame, isBySession: true });
    expect([after(4), after(null), after(0), after(2.5)]).toEqual([
      [],
      ['session-missing'],
      ['session-missing'],
      ['session-missing'],
    ]);
  });

  test('nothing of a draft of another version that can be read', () => {
    expect(
      readPivotDraft({
        ...{ obstacles: ['technique', 'weather'], target: { kind: 'measure', instrumentId: 'gad-7' } },
        ...{ direction: 'sideways', answering: { prompt: 'hunch', about: 'x' }, afterSession: '4' },
      }),
    ).toEqual({ ...newPivotDraft(today), obstacles: ['technique'], occurredOn: null, reviewOn: null });
  });
});
