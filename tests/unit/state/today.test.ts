// The first screen: who comes today, and what waits with everybody else.
import { describe, expect, test } from 'vitest';
import type { Prompt } from '../../../src/clinical/prompts/prompt.ts';
import type { DueFacts } from '../../../src/clinical/schedule/due-measures.ts';
import { todayView, type TodayClient } from '../../../src/app/state/today.ts';
import type { Appointment } from '../../../src/records/appointment.ts';
import type { ClientId, EntryId } from '../../../src/records/entry.ts';

/** A Thursday. */
const today = '2026-03-12';

const none: TodayClient['today'] = {
  ...{ prompts: [], due: [], consent: null, pivots: [], decisions: [], running: null, checkIns: [] },
  loop: { pivots: [], looks: [], riskConversations: [], sessions: [] },
};

const client = (
  label: string,
  over: { readonly appointment?: Partial<Appointment>; readonly status?: TodayClient['status'] } = {},
  facts: Partial<TodayClient['today']> = {},
): TodayClient => ({
  id: label.padEnd(32, '0') as ClientId,
  ...{ label, status: over.status ?? 'active', addedAt: '2026-01-01T09:00:00Z', isWhole: true },
  appointment: { next: null, slot: null, ...over.appointment },
  today: { ...none, ...facts },
});

const at = (on: string, time: string | null): Partial<Appointment> => ({ next: { on, time, place: 'room' } });

const safety = (since: string | null, from: string | null = null): Prompt => {
  const place = { occurredOn: since, sessionNumber: null };
  return {
    ...{ kind: 'safety', about: 'phq-9/self', value: 1, from, closedUntil: null },
    reason: {
      ...{ kind: 'safety', respondent: 'self' },
      standing: { measure: 'PHQ-9', above: 0, answer: 1, latest: place, since: place },
    },
  };
};

const goalFlat = (from: string | null = null): Prompt => ({
  ...{ kind: 'goal-flat', about: 'g', value: 3, from, closedUntil: null },
  reason: {
    // What a goal's id is made of does not matter here.
    ...{ kind: 'goal-flat', goalId: 'g' as never, words: 'Paint', scale: 'zero-to-ten', values: [3, 3, 3] },
    ...{ sinceOn: '2026-01-01', latestOn: '2026-02-01' },
  },
});

const checkOut = (): Prompt => ({
  ...{ kind: 'check-out-dropped', about: 'c', value: 4, from: null, closedUntil: null },
  reason: { kind: 'check-out-dropped', dropped: [], beforeOn: '2026-02-01', latestOn: '2026-02-08' },
});

const due = (over: Partial<DueFacts>): DueFacts => ({
  ...{ instrumentId: 'gad-7', respondent: 'self', cadence: { kind: 'sessions', every: 1 } },
  ...{ since: '2026-01-01', isPrimary: true, lastOn: '2026-03-05', sessionsSince: 0 },
  ...{ lastSessionOn: '2026-03-05', missedOn: null },
  ...over,
});

const pivot = (reviewDueOn: string, label = 'Exposure') => ({
  pivotId: label as EntryId,
  ...{ label, reviewDueOn },
});

const view = (...clients: readonly TodayClient[]) => todayView(clients, today, 'en');
const labels = (rows: readonly { readonly client: TodayClient }[]): string[] =>
  rows.map((row) => row.client.label);

describe("today's appointments", () => {
  test('stand in order of time, those without a time last, and equal times by name', () => {
    const { appointments } = view(
      client('D', { appointment: at(today, null) }),
      client('C', { appointment: at(today, '14:00') }),
      client('B', { appointment: at(today, '09:30') }),
      client('A 10', { appointment: at(today, '14:00') }),
      client('A 9', { appointment: at(today, '14:00') }),
    );
    expect(labels(appointments)).toEqual(['B', 'A 9', 'A 10', 'C', 'D']);
  });

  test('the usual slot counts on its weekday, unless a date is set; a date that has passed is none', () => {
    const slot = { weekday: 4, time: '10:00', place: 'video' } as const;
    const { appointments } = view(
      client('unset', { appointment: { slot } }),
      client('passed', { appointment: { slot, ...at('2026-03-05', '10:00') } }),
      client('moved', { appointment: { slot, ...at('2026-03-13', '10:00') } }),
      client('set', { appointment: { slot, ...at(today, '11:00') } }),
      client('Friday', { appointment: { slot: { ...slot, weekday: 5 } } }),
    );
    expect(appointments.map((row) => [row.client.label, row.isConfirmed, row.time])).toEqual([
      ['passed', false, '10:00'],
      ['unset', false, '10:00'],
      ['set', true, '11:00'],
    ]);
  });

  test('whose therapy ended has none; who waits for a first session has', () => {
    const { appointments } = view(
      client('ended', { status: 'ended', appointment: at(today, '09:00') }),
      client('first', { status: 'waiting', appointment: at(today, '10:00') }),
    );
    expect(labels(appointments)).toEqual(['first']);
  });

  test('say what the plan asks for, which prompts wait and whose review has come', () => {
    const facts = {
      due: [due({}), due({ instrumentId: 'phq-9', cadence: { kind: 'sessions', every: 4 } })],
      prompts: [safety('2026-03-01'), checkOut(), goalFlat('2026-03-13'), goalFlat()],
      pivots: [pivot(today), pivot('2026-03-01', 'ACT'), pivot('2026-03-13', 'IPT')],
    };
    const [row] = view(client('A', { appointment: at(today, '09:00') }, facts)).appointments;
    expect(row?.due.map(({ instrumentId }) => instrumentId)).toEqual(['gad-7']);
    expect(row?.safety).toHaveLength(1);
    expect(row?.first?.kind).toBe('check-out-dropped');
    expect(row?.folded.map(({ kind }) => kind)).toEqual(['goal-flat']);
    expect(row?.reviews.map(({ label }) => label)).toEqual(['ACT', 'Exposure']);
  });

  test('put no other prompt forward once one was answered today', () => {
    const facts = {
      prompts: [checkOut(), goalFlat()],
      decisions: [{ on: today, prompt: 'worse', answer: 'later' } as const],
    };
    const [row] = view(client('A', { appointment: at(today, '09:00') }, facts)).appointments;
    expect(row?.first).toBeNull();
    expect(row?.folded).toHaveLength(2);
  });
});

describe('what waits with the others', () => {
  test('safety comes first and the longest standing before, then prompts, reviews and measures', () => {
    const { waiting } = view(
      client('measure', {}, { due: [due({ missedOn: '2026-03-08' })] }),
      client('review', {}, { pivots: [pivot('2026-03-01')] }),
      client('goal', {}, { prompts: [goalFlat()] }),
      client('check-out', {}, { prompts: [checkOut()] }),
      client('safety, lately', {}, { prompts: [safety('2026-03-01'), checkOut()] }),
      client('safety, long', {}, { prompts: [safety('2025-11-01')] }),
      client('safety, undated', {}, { prompts: [safety(null)] }),
      client('nothing'),
    );
    expect(labels(waiting)).toEqual([
      ...['safety, undated', 'safety, long', 'safety, lately'],
      ...['check-out', 'goal', 'review', 'measure'],
    ]);
  });

  test('who has an appointment today stands there and not here; what is for another day does not wait', () => {
    const { appointments, waiting } = view(
      client('here', { appointment: at(today, '09:00') }, { prompts: [safety(null)] }),
      client('tomorrow', { appointment: at('2026-03-13', '09:00') }, { prompts: [goalFlat('2026-03-13')] }),
      client('review', {}, { pivots: [pivot('2026-03-13')] }),
    );
    expect(labels(appointments)).toEqual(['here']);
    expect(waiting).toEqual([]);
  });

  test('a measure is overdue when its occasion has gone by, not when the next session will ask', () => {
    const { waiting } = view(
      client('asked next time', {}, { due: [due({})] }),
      client('left out last time', {}, { due: [due({ missedOn: '2026-03-05' })] }),
      client('due today', {}, { due: [due({ missedOn: today })] }),
      client('due yesterday', {}, { due: [due({ missedOn: '2026-03-11' })] }),
    );
    expect(labels(waiting)).toEqual(['due yesterday', 'left out last time']);
  });

  test('those whose therapy ended are counted when a safety answer waits, and stand nowhere else', () => {
    const seen = view(
      client('a', { status: 'ended' }, { prompts: [safety(null)] }),
      client('b', { status: 'ended' }, { prompts: [goalFlat()], pivots: [pivot('2026-01-01')] }),
    );
    expect(seen).toMatchObject({ appointments: [], waiting: [], endedWithSafety: 1 });
  });
});

test('the next day with an appointment is the first one after today', () => {
  const days = ['2026-04-01', '2026-03-20', today, '2026-03-01'];
  const clients = days.map((day) => client(day, { appointment: at(day, '09:00') }));
  expect(view(...clients).nextOn).toBe('2026-03-20');
  expect(view().nextOn).toBeNull();
});
