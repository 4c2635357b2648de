// A practice in which therapy changed course: people whose charts have phases, and enough closed phases of one technique to
// be counted. Everybody is made up.
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import type { ClientStatus } from '../../../src/records/directory.ts';
import type { Entry } from '../../../src/records/entry.ts';
import { makeResponse } from '../../unit/records/make-entry.ts';
import { ending, lifeEvent, pivot, review, week, weekly } from '../../unit/state/make-course.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';

export interface ChangedClient {
  readonly label: string;
  readonly status: ClientStatus;
  readonly entries: readonly Entry[];
}

/** The day on which the practice is looked at. */
export const changedDay = '2026-04-01';

const gad = (totals: readonly (number | null)[], firstId: number): Entry[] =>
  weekly(totals, {
    firstId,
    ...{ instrumentId: gad7.id, instrumentVersion: gad7.version, coding: gad7.coding },
  });

const toExposure = pivot(1, week(3), {
  obstacles: ['technique', 'motivation'],
  inTheWay: 'She sits still and feels worse afterwards.',
  reviewOn: week(9),
  clientWording: 'Going towards what frightens you, one step at a time.',
});

/** Not getting better with mindfulness; after session 4 exposure, and then the scores move. */
const anna: ChangedClient = {
  label: 'Anna Birch',
  status: 'active',
  entries: [
    ...weekly([16, 17, 16, 18, 15, 12, 10, 9, 7, 6, 5, 4]),
    ...gad([15, 16, 15, 16, 14, 11, 9, 8, 8, 6, 6, 5], 200),
    toExposure,
    review(2, week(9), toExposure, { decision: 'keep', words: 'She goes by train again.' }),
    lifeEvent(3, week(6), 'New job'),
  ],
};

const toSkills = pivot(1, week(4), { from: null, to: 'skills', label: 'Skills first' });

/** Two changes on one day, one later that was stopped, an ending and a follow-up after it. */
const ben: ChangedClient = {
  label: 'Ben Rowan',
  status: 'ended',
  entries: [
    ...weekly([20, 21, 19, 20, 20, 18, 17, 17, 16, 15, 14, 15, 20]),
    toSkills,
    pivot(2, week(4), { from: 'skills', to: 'act', label: '' }),
    ending(4, week(11), 'client-stopped'),
  ],
};

/** Ten years by session number with thirty changes. */
const clara: ChangedClient = {
  label: 'Clara Elm',
  status: 'active',
  entries: [
    ...Array.from({ length: 500 }, (_, n) =>
      makeResponse(1_000 + n, {
        ...{ occurredOn: null, sessionNumber: n + 1, mode: 'import' as const },
        ...{ instrumentId: phq9.id, instrumentVersion: phq9.version, coding: phq9.coding },
        enteredTotal: Math.round(13 + 7 * Math.sin(n / 9) + 3 * Math.sin(n * 1.7)),
      }),
    ),
    ...Array.from({ length: 30 }, (_, n) =>
      pivot(n + 1, week(0), {
        ...{ occurredOn: null, sessionNumber: 16 * (n + 1) },
        label: n % 2 === 0 ? `Exposure, round ${n + 1}` : `Behavioural activation ${n + 1}`,
      }),
    ),
  ],
};

/** One who has only just begun: nothing can be compared. */
const dora: ChangedClient = {
  label: 'Dora Ash',
  status: 'active',
  entries: [...weekly([14, 15]), pivot(1, week(1), { target: null, agreement: 'not-asked' })],
};

/** Twelve closed phases of exposure and four of acceptance and commitment. */
const others: readonly ChangedClient[] = Array.from({ length: 16 }, (_, n) => ({
  label: `Case ${String(n + 1).padStart(2, '0')}`,
  status: 'ended',
  entries: [
    ...weekly(n % 3 === 2 ? [12, 13, 12, 13, 12, 13, 12] : [18, 17, 18, 18, 11 - (n % 4), 9, 8]),
    pivot(1, week(3), { to: n < 12 ? 'exposure' : 'act' }),
    ending(2, week(8), n % 4 === 3 ? 'lost-contact' : 'as-planned'),
  ],
}));

export const changedPractice: readonly ChangedClient[] = [anna, ben, clara, dora, ...others];
