// Points of one client, with only what a test cares about spelled out.
import type { ScoreOutcome } from '../../../src/clinical/scoring/score-response.ts';
import type { ScorePoint } from '../../../src/clinical/verdict/score-point.ts';

let written = 0;

/** Each new point is written down a second after the one before it. */
export function scorePoint(outcome: ScoreOutcome, extra: Partial<ScorePoint> = {}): ScorePoint {
  written += 1;
  return {
    entryId: `entry-${String(written).padStart(6, '0')}`,
    instrumentId: 'phq-9',
    instrumentVersion: 'en-1',
    coding: 'sum-0-27',
    respondent: 'self',
    mode: 'handed-over',
    episode: 1,
    occurredOn: '2026-03-02',
    sessionNumber: null,
    recordedAt: new Date(Date.UTC(2026, 2, 2, 9, 0, written)).toISOString(),
    outcome,
    ...extra,
  };
}

export const scored = (total: number, extra: Partial<ScorePoint> = {}): ScorePoint =>
  scorePoint({ kind: 'scored', total, subscales: {} }, extra);

export const incomplete = (extra: Partial<ScorePoint> = {}): ScorePoint =>
  scorePoint({ kind: 'incomplete', answered: 8, of: 9, missingItemIds: ['phq-9-6'] }, extra);

export const invalid = (extra: Partial<ScorePoint> = {}): ScorePoint =>
  scorePoint({ kind: 'invalid', problems: [{ kind: 'not-a-number' }] }, extra);
