import { expect, test } from 'vitest';
import { consentIn } from '../../../src/records/consent.ts';
import type { ConsentEntry, ConsentState } from '../../../src/records/entry.ts';
import { entryId } from './make-entry.ts';

const said = (
  number: number,
  state: ConsentState,
  day: number,
  sessionNumber: number | null = null,
): ConsentEntry => ({
  ...{ id: entryId(number), v: 1, kind: 'consent', episode: 1, state, note: '', sessionNumber },
  occurredOn: `2026-03-${String(day).padStart(2, '0')}`,
  recordedAt: { utc: `2026-03-20T09:${String(number).padStart(2, '0')}:00.000Z`, offsetMinutes: 0 },
});

test('nothing written down is not the same as withdrawn', () => {
  expect(consentIn([])).toBeNull();
  expect(consentIn([said(1, 'explained', 2)])).toEqual({
    state: 'explained',
    since: '2026-03-02',
    resumedOn: null,
  });
});

test('the last word counts by its day, on one day by when it was written, whatever session it hangs on', () => {
  const withdrawn = said(1, 'withdrawn', 9);
  const agreedAfterwards = said(2, 'agreed', 9, 4);
  for (const entries of [
    [agreedAfterwards, withdrawn],
    [withdrawn, agreedAfterwards],
  ])
    expect(consentIn(entries)?.state).toBe('agreed');
  expect(consentIn([said(3, 'agreed', 2), withdrawn])).toEqual({
    ...{ state: 'withdrawn', since: '2026-03-09', resumedOn: null },
  });
});

test('after a withdrawal it counts again from the day of an agreement; to explain it again is not to agree', () => {
  const words = [said(1, 'agreed', 2), said(2, 'withdrawn', 9), said(3, 'explained', 16)];
  expect(consentIn(words)).toEqual({ state: 'withdrawn', since: '2026-03-09', resumedOn: null });
  expect(consentIn([...words, said(4, 'agreed', 17), said(5, 'explained', 18)])).toEqual({
    state: 'explained',
    since: '2026-03-18',
    resumedOn: '2026-03-17',
  });
});
