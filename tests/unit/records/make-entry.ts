// Entries for tests: a total of one measure on one day.
import type { EntryId, PivotEntry, ResponseEntry, ReviewEntry } from '../../../src/records/entry.ts';
import { parseEntryId } from '../../../src/records/ids.ts';

export const entryId = (number: number): EntryId => parseEntryId(number.toString(16).padStart(32, '0'));

export const makeResponse = (number: number, over: Partial<ResponseEntry> = {}): ResponseEntry => ({
  id: entryId(number),
  v: 1,
  kind: 'response',
  occurredOn: '2026-03-02',
  sessionNumber: null,
  recordedAt: { utc: `2026-03-02T09:${String(number % 60).padStart(2, '0')}:00.000Z`, offsetMinutes: 60 },
  episode: 1,
  instrumentId: 'phq-9',
  instrumentVersion: '1',
  coding: 'sum-0-27',
  language: 'en',
  respondent: 'self',
  mode: 'paper',
  answers: null,
  enteredTotal: 12,
  ...over,
});

const written = (number: number) => ({
  ...({ id: entryId(number), v: 1, sessionNumber: null, episode: 1 } as const),
  recordedAt: { utc: `2026-03-02T09:${String(number % 60).padStart(2, '0')}:00.000Z`, offsetMinutes: 60 },
});

export const makePivot = (number: number, over: Partial<PivotEntry> = {}): PivotEntry => ({
  ...written(number),
  ...{ kind: 'pivot', occurredOn: '2026-03-02', obstacles: ['technique'], inTheWay: '' },
  ...{ from: 'mindfulness', to: 'exposure', label: 'Exposure', direction: 'down' },
  target: { kind: 'measure', instrumentId: 'gad-7', respondent: 'self' },
  ...{ reviewOn: '2026-03-30', agreement: 'agreed', clientWording: '' },
  ...over,
});

/** Kept, to be looked at again four weeks later. */
export const makeReview = (number: number, pivot: number, over: Partial<ReviewEntry> = {}): ReviewEntry => ({
  ...written(number),
  ...{ kind: 'review', occurredOn: '2026-03-30', pivotId: entryId(pivot) },
  ...{ decision: 'keep', words: '', nextReviewOn: '2026-04-27' },
  ...over,
});
