// Entries for tests: a total of one measure on one day.
import type { EntryId, ResponseEntry } from '../../../src/records/entry.ts';
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
