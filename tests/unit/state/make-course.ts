// Entries of one course of therapy for tests of changes and outcomes: weekly totals, changes, reviews, ratings, an ending.
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import type { EndingReason } from '../../../src/clinical/episodes/ending.ts';
import { addDays } from '../../../src/clinical/calendar/days.ts';
import { effectiveEntries } from '../../../src/records/effective-entries.ts';
import type {
  EndingEntry,
  Entry,
  LifeEventEntry,
  PivotEntry,
  RatingEntry,
  ResponseEntry,
  ReviewEntry,
} from '../../../src/records/entry.ts';
import type { ClientRecord } from '../../../src/records/client-record.ts';
import type { GoalId } from '../../../src/clinical/goals/goal.ts';
import { entryId, makeResponse } from '../records/make-entry.ts';

export const firstDay = '2026-01-05';
/** The day of week n, the first one 0. */
export const week = (n: number): string => addDays(firstDay, 7 * n);

const base = (number: number, occurredOn: string, episode: number) => ({
  id: entryId(number),
  v: 1 as const,
  occurredOn,
  sessionNumber: null,
  recordedAt: { utc: `${occurredOn}T10:${String(number % 60).padStart(2, '0')}:00.000Z`, offsetMinutes: 0 },
  episode,
});

/** PHQ-9 totals, one a week from `from` on; null is a week without. */
export const weekly = (
  totals: readonly (number | null)[],
  over: Partial<ResponseEntry> & { readonly from?: number; readonly firstId?: number } = {},
): ResponseEntry[] => {
  const { from = 0, firstId = 100, ...given } = over;
  return totals.flatMap((enteredTotal, index) =>
    enteredTotal === null
      ? []
      : [
          makeResponse(firstId + index, {
            ...base(firstId + index, week(from + index), 1),
            ...{ instrumentId: phq9.id, instrumentVersion: phq9.version, coding: phq9.coding, enteredTotal },
            ...given,
          }),
        ],
  );
};

export const pivot = (number: number, occurredOn: string, over: Partial<PivotEntry> = {}): PivotEntry => ({
  ...base(number, occurredOn, 1),
  kind: 'pivot',
  obstacles: ['technique'],
  inTheWay: '',
  from: 'mindfulness',
  to: 'exposure',
  label: '',
  target: { kind: 'measure', instrumentId: phq9.id, respondent: 'self' },
  direction: 'down',
  reviewOn: addDays(occurredOn, 42),
  agreement: 'agreed',
  clientWording: '',
  ...over,
});

export const review = (
  number: number,
  occurredOn: string,
  of: PivotEntry,
  over: Partial<ReviewEntry> = {},
): ReviewEntry => ({
  ...base(number, occurredOn, of.episode),
  kind: 'review',
  pivotId: of.id,
  decision: 'keep',
  words: '',
  nextReviewOn: null,
  ...over,
});

export const ending = (
  number: number,
  occurredOn: string,
  reason: EndingReason,
  episode = 1,
): EndingEntry => ({
  ...base(number, occurredOn, episode),
  kind: 'ending',
  reason,
  summary: '',
  followUpMonths: [],
});

export const rating = (number: number, occurredOn: string, value: number): RatingEntry => ({
  ...base(number, occurredOn, 1),
  kind: 'rating',
  // Made here and nowhere else.
  goalId: 'goal-1' as GoalId,
  scale: 'zero-to-ten',
  value,
});

export const lifeEvent = (number: number, occurredOn: string, words: string): LifeEventEntry => ({
  ...base(number, occurredOn, 1),
  kind: 'life-event',
  words,
});

export const recordOf = (entries: readonly Entry[]): ClientRecord => ({
  ...effectiveEntries(entries, new Map()),
  unreadable: 0,
});
