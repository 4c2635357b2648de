import { expect, test } from 'vitest';
import { seriesOf, seriesOn } from '../../../src/clinical/verdict/series.ts';
import { incomplete, scored } from './score-points.ts';

test('each respondent, measure, version and coding has a line of its own', () => {
  const points = [
    scored(14),
    scored(20, { respondent: 'parent' }),
    scored(12),
    scored(8, { instrumentId: 'gad-7' }),
    scored(11, { instrumentVersion: 'de-1' }),
    scored(33, { coding: 'items-1-5' }),
  ];
  expect(seriesOf(points).map((series) => series.points.map(({ total }) => total))).toEqual([
    [14, 12],
    [20],
    [8],
    [11],
    [33],
  ]);
});

test('an incomplete response is a gap, never a zero', () => {
  const points = [scored(14), incomplete(), scored(0)];
  expect(seriesOf(points)[0]?.points.map(({ total }) => total)).toEqual([14, null, 0]);
});

test('a change of mode is marked on the point where it happens', () => {
  const points = [scored(14), scored(13, { mode: 'link' }), scored(12, { mode: 'link' }), scored(11)];
  expect(seriesOf(points)[0]?.points.map(({ modeChanged }) => modeChanged)).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test('a new course of therapy starts where the episode changes', () => {
  const points = [scored(14), scored(7), scored(16, { episode: 2 })];
  expect(seriesOf(points)[0]?.points.map(({ startsEpisode }) => startsEpisode)).toEqual([true, false, true]);
});

test('the series of a line without scores is empty', () => {
  const line = { instrumentId: 'gad-7', instrumentVersion: 'en-1', coding: 'sum-0-21', respondent: 'self' };
  expect(seriesOn({ ...line, respondent: 'self' }, [scored(14)])).toEqual({
    ...line,
    points: [],
    unplaced: [],
  });
});

test('points come in order of time whatever the order of entry', () => {
  const points = [scored(12, { occurredOn: '2026-04-01' }), scored(18, { occurredOn: '2026-03-01' })];
  expect(seriesOf(points)[0]?.points.map(({ total }) => total)).toEqual([18, 12]);
});
