import { expect, test } from 'vitest';
import { findBaseline } from '../../../src/clinical/episodes/find-baseline.ts';
import { incomplete, invalid, scored } from './score-points.ts';

test('the baseline is the first complete response, not the first one', () => {
  const first = scored(18);
  const { baseline } = findBaseline([incomplete(), invalid(), first, scored(12)], null);
  expect(baseline).toMatchObject({ kind: 'first-complete', at: { point: first, total: 18 } });
});

test('a prorated response is complete, and says that it was prorated', () => {
  const prorated = scored(0, {
    outcome: { kind: 'prorated', total: 16.875, subscales: {}, answered: 8, of: 9 },
  });
  const { baseline } = findBaseline([prorated, scored(9)], null);
  expect(baseline).toMatchObject({ kind: 'first-complete', at: { total: 16.875, prorated: true } });
});

test('the therapist may move it; the reason and the score it was moved from stay with it', () => {
  const [intake, first] = [scored(9), scored(18)];
  const choice = { entryId: first.entryId, reason: 'The intake form was filled in for the employer.' };
  expect(findBaseline([intake, first], choice)).toMatchObject({
    baseline: { kind: 'moved', at: { point: first }, from: { point: intake }, reason: choice.reason },
    unusableChoice: null,
  });
});

test('a baseline moved back to the first complete response is not moved', () => {
  const [first, second] = [scored(18), scored(9)];
  expect(findBaseline([incomplete(), first, second], { entryId: first.entryId, reason: 'back' })).toEqual({
    baseline: { kind: 'first-complete', at: { point: first, total: 18, prorated: false } },
    unusableChoice: null,
  });
});

test('a choice that points at nothing usable is handed back, and the first complete response stands in', () => {
  const [first, gap] = [scored(18), incomplete()];
  for (const entryId of ['erased', gap.entryId]) {
    const choice = { entryId, reason: 'moved' };
    expect(findBaseline([first, gap], choice)).toMatchObject({
      baseline: { kind: 'first-complete', at: { point: first } },
      unusableChoice: choice,
    });
  }
});

test('without a complete response there is no baseline', () => {
  expect(findBaseline([incomplete()], null).baseline).toEqual({ kind: 'none' });
});
