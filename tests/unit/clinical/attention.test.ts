import { describe, expect, test } from 'vitest';
import { needsOf, type NeedFacts } from '../../../src/clinical/attention/need.ts';
import { standingSafety, type SafetyResponse } from '../../../src/clinical/attention/standing-safety.ts';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';

const today = '2026-03-31';

describe('a safety answer', () => {
  const phq = (occurredOn: string, item9: number | null): SafetyResponse => ({
    instrument: phq9,
    answers: [0, 0, 0, 0, 0, 0, 0, 0, item9, null],
    occurredOn,
    sessionNumber: null,
  });
  const at = (occurredOn: string) => ({ occurredOn, sessionNumber: null });

  test('stands until the same question is answered with zero', () => {
    expect(standingSafety([phq('2026-03-02', 1)])).toEqual({
      ...{ measure: 'PHQ-9', above: 0, answer: 1 },
      ...{ latest: at('2026-03-02'), since: at('2026-03-02') },
    });
    expect(standingSafety([phq('2026-03-02', 1), phq('2026-03-09', 0)])).toBeNull();
  });

  test('is not ended by a question left out, by a total, or by another measure', () => {
    const total = { ...phq('2026-03-16', 0), answers: null };
    const other = { ...phq('2026-03-23', 0), instrument: gad7, answers: [0, 0, 0, 0, 0, 0, 0] };
    expect(standingSafety([phq('2026-03-02', 2), phq('2026-03-09', null), total, other])?.latest).toEqual(
      at('2026-03-02'),
    );
  });

  test('has stood since the first of those that followed one another', () => {
    const standing = standingSafety([
      phq('2026-01-05', 3),
      phq('2026-01-12', 0),
      phq('2026-03-02', 1),
      phq('2026-03-09', null),
      phq('2026-03-16', 2),
    ]);
    expect(standing).toMatchObject({ answer: 2, since: at('2026-03-02'), latest: at('2026-03-16') });
  });
});

describe('what a client needs', () => {
  const facts = (over: Partial<NeedFacts> = {}): NeedFacts => ({
    ...{ safety: [], askAgainOn: null, worse: [], unchanged: [], followUps: [] },
    ...{ lastMeasureOn: '2026-03-24', addedOn: '2025-11-03' },
    ...over,
  });
  const kinds = (care: 'active' | 'waiting' | 'ended', over: Partial<NeedFacts> = {}) =>
    needsOf(care, facts(over), today).map(({ kind }) => kind);

  test('thirty days without a measure are a reason, twenty-nine are not, and only in therapy', () => {
    expect(kinds('active', { lastMeasureOn: '2026-03-01' })).toEqual(['no-measure']);
    expect(kinds('active', { lastMeasureOn: '2026-03-02' })).toEqual(['rest']);
    expect(kinds('waiting', { lastMeasureOn: '2025-03-01' })).toEqual(['rest']);
    expect(kinds('ended', { lastMeasureOn: '2025-03-01' })).toEqual(['rest']);
  });

  test('who was never measured is counted from the day they were added', () => {
    expect(needsOf('active', facts({ lastMeasureOn: null }), today)).toEqual([
      { kind: 'no-measure', since: '2025-11-03', isFirst: true },
    ]);
    expect(kinds('active', { lastMeasureOn: null, addedOn: '2026-03-20' })).toEqual(['rest']);
  });

  test('all reasons are named, the weightiest first', () => {
    const safety = standingSafety([
      {
        instrument: phq9,
        answers: [0, 0, 0, 0, 0, 0, 0, 0, 1, null],
        occurredOn: '2026-01-24',
        sessionNumber: null,
      },
    ]);
    const all = {
      safety: safety ? [{ ...safety, silentUntil: null }] : [],
      worse: [{ measure: 'PHQ-9', since: '2026-01-05', inFollowUp: false, meaning: 'reliable' as const }],
      unchanged: [{ measure: 'GAD-7', since: '2025-11-03', position: 'above' as const }],
      lastMeasureOn: '2026-01-24',
    };
    expect(kinds('active', all)).toEqual(['safety-answer', 'reliably-worse', 'no-measure', 'unchanged']);
    expect(kinds('waiting', all)).toEqual(['safety-answer', 'reliably-worse', 'unchanged']);
    expect(kinds('ended', all)).toEqual(['safety-answer']);
  });

  test('a safety answer that was talked about is silent until the day set, and a day to ask again asks by itself', () => {
    const standing = {
      ...{ measure: 'PHQ-9', above: 0, answer: 1 },
      ...{ latest: { occurredOn: '2026-03-24', sessionNumber: null } },
      ...{ since: { occurredOn: '2026-03-24', sessionNumber: null } },
    };
    const silent = (silentUntil: string) => kinds('active', { safety: [{ ...standing, silentUntil }] });
    expect(silent('2026-04-01')).toEqual(['rest']);
    expect(silent(today)).toEqual(['safety-answer']);
    expect(kinds('active', { askAgainOn: '2026-04-01' })).toEqual(['rest']);
    expect(needsOf('ended', facts({ askAgainOn: today }), today)).toEqual([
      { kind: 'ask-again', since: today },
    ]);
  });

  test('after an ending: a follow-up that is due, and what a follow-up has found', () => {
    const followUps = [
      { months: 3, dueOn: '2026-03-31' },
      { months: 6, dueOn: '2026-06-30' },
    ] as const;
    expect(needsOf('ended', facts({ followUps }), today)).toEqual([
      { kind: 'follow-up-due', since: '2026-03-31', months: 3 },
    ]);
    expect(kinds('active', { followUps })).toEqual(['rest']);
    expect(
      kinds('ended', {
        worse: [{ measure: 'PHQ-9', since: '2026-03-24', inFollowUp: true, meaning: 'reliable' }],
      }),
    ).toEqual(['reliably-worse']);
  });
});
