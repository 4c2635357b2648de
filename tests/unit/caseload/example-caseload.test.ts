// The two dozen people of "Look around first", on the morning of any day.
import { describe, expect, test } from 'vitest';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import { scoreResponse } from '../../../src/clinical/scoring/score-response.ts';
import type { Entry, EntryOf } from '../../../src/records/entry.ts';
import { addDays } from '../../caseload/calendar.ts';
import { exampleCaseload } from '../../caseload/example-caseload.ts';
import type { MadeUpClient } from '../../caseload/made-up.ts';
import { makeCaseload } from '../../caseload/make-caseload.ts';

const today = '2026-03-12';
const { clients, crisisContacts } = exampleCaseload(today);
const week = Array.from({ length: 7 }, (_, day) => addDays(today, day));

const clientCalled = (label: string, of: readonly MadeUpClient[] = clients): MadeUpClient => {
  const found = of.find((client) => client.label === label);
  if (!found) throw new Error(`nobody is called ${label}`);
  return found;
};

const entriesOf = <Kind extends Entry['kind']>(client: MadeUpClient, kind: Kind): EntryOf<Kind>[] =>
  client.entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind);

describe('the example caseload', () => {
  test('has two dozen clients, most of them active, one waiting, and every kind of course', () => {
    expect(clients).toHaveLength(24);
    expect(clients.filter(({ status }) => status === 'active').length).toBeGreaterThanOrEqual(14);
    expect(clients.filter(({ status }) => status === 'ended').length).toBeGreaterThanOrEqual(2);
    expect(clients.filter(({ status }) => status === 'waiting')).toHaveLength(1);
    expect(new Set(clients.map(({ course }) => course)).size).toBe(7);
    const often = clients.filter((client) => entriesOf(client, 'response').length >= 6);
    expect(often.length).toBeGreaterThanOrEqual(16);
  });

  test('shows two sessions as they were captured, one in the room and one by video, each with its signed note', () => {
    const noted = clients.filter((client) => entriesOf(client, 'note').length > 0);
    expect(noted.map(({ label }) => label)).toEqual(['Example: Lantern 04', 'Example: Willow 07']);
    for (const client of noted) {
      const [note] = entriesOf(client, 'note');
      const session = entriesOf(client, 'session').find(({ id }) => id === note?.session);
      expect(session).toMatchObject({ homework: expect.stringMatching(/\w/) as unknown });
      expect(Date.parse(session?.endedAt ?? '') - Date.parse(session?.startedAt ?? '')).toBe(50 * 60_000);
      for (const kind of ['mark', 'distress', 'technique-use'] as const) {
        const captured = entriesOf(client, kind);
        expect(captured.length, kind).toBeGreaterThan(0);
        expect(captured.every((entry) => entry.session === session?.id)).toBe(true);
        expect(captured.every(({ minute }) => minute !== null && minute < 50)).toBe(true);
      }
      expect(note?.draft, 'the draft of a session has its id').toBe(session?.id);
    }
  });

  test('is the same each time, and no id comes twice', () => {
    expect(exampleCaseload(today)).toMatchObject({ clients, crisisContacts });
    const ids = clients.flatMap(({ entries, carePlan }) => [
      ...entries.map(({ id }) => id as string),
      ...(carePlan?.plan.goals ?? []).map(({ id }) => id as string),
      ...(carePlan?.plan.problems ?? []).map(({ id }) => id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  });

  test('what is told of people changes no score of the generator, but those of the story', () => {
    const made = makeCaseload({
      seed: 2026,
      clients: 24,
      years: 2,
      today,
      meanSessions: 18,
      activeShare: 0.8,
    });
    for (const client of clients.filter(({ label }) => label !== 'Example: Lantern 04')) {
      // In which session they were given is told too.
      const scores = entriesOf(client, 'response').map(({ session: _, ...response }) => response);
      const before = entriesOf(clientCalled(client.label, made.clients), 'response');
      expect(scores).toEqual(before.filter(({ occurredOn }) => occurredOn !== today));
    }
  });

  test.each(week)('on %s it is morning: nothing has happened yet, and people come', (day) => {
    const then = exampleCaseload(day).clients;
    for (const { entries } of then) {
      const days = entries.map(({ occurredOn }) => occurredOn ?? '');
      expect(days.every((one) => one < day)).toBe(true);
      expect([...days].sort()).toEqual(days);
    }
    const expected = then.filter(({ appointment }) => appointment.next?.on === day);
    expect(expected.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Example: Lantern 04', 'Example: Willow 07', 'Example: Rowan 18']),
    );
  });

  test.each(week)(
    'on %s the anxious one has been through mindfulness and exposure; the review is due',
    (day) => {
      const client = clientCalled('Example: Lantern 04', exampleCaseload(day).clients);
      const totals = entriesOf(client, 'response')
        .filter(({ instrumentId }) => instrumentId === 'gad-7')
        .map(({ answers }) => {
          const score = scoreResponse(gad7, answers ?? []);
          return score.kind === 'scored' ? score.total : NaN;
        });
      expect(totals.slice(0, 10)).toEqual([16, 15, 16, 15, 14, 12, 9, 8, 7, 6]);
      const [pivot, ...others] = entriesOf(client, 'pivot');
      expect(others).toEqual([]);
      expect(pivot).toMatchObject({ from: 'mindfulness', to: 'exposure', sessionNumber: 4, reviewOn: day });
      expect(entriesOf(client, 'decision')).toMatchObject([
        { prompt: 'early-check', answer: 'changed', obstacles: ['technique'], sessionNumber: 4 },
      ]);
      expect(client.carePlan?.schedule.primary).toEqual({ instrumentId: 'gad-7', respondent: 'self' });
    },
  );

  test('every part of the loop is somewhere', () => {
    const all = clients.flatMap(({ entries }) => entries);
    for (const kind of [
      ...(['session', 'response', 'check-out', 'rating', 'life-event', 'consent'] as const),
      ...(['decision', 'risk-conversation', 'pivot', 'review'] as const),
    ])
      expect(
        all.some((entry) => entry.kind === kind),
        kind,
      ).toBe(true);
    const goals = clients.flatMap(({ carePlan }) => carePlan?.plan.goals ?? []);
    expect(new Set(goals.map(({ scale }) => scale))).toEqual(new Set(['zero-to-ten', 'attainment']));
  });

  test('ratings are of goals that are in the plan, and fit their scale', () => {
    for (const client of clients) {
      const goals = new Map(client.carePlan?.plan.goals.map((goal) => [goal.id, goal]));
      for (const { goalId, scale, value } of entriesOf(client, 'rating')) {
        expect(goals.get(goalId)?.scale).toBe(scale);
        expect(value).toBeGreaterThanOrEqual(scale === 'attainment' ? -2 : 0);
        expect(value).toBeLessThanOrEqual(scale === 'attainment' ? 2 : 10);
      }
      for (const { heard, topics, way, overall } of entriesOf(client, 'check-out'))
        for (const mark of [heard, topics, way, overall]) {
          expect(mark).toBeGreaterThanOrEqual(0);
          expect(mark).toBeLessThanOrEqual(10);
        }
    }
  });

  test('whom to call in a crisis is plainly made up', () => {
    expect(
      crisisContacts?.every(({ name, note }) => name.startsWith('Example ') && /^Made up/.test(note)),
    ).toBe(true);
  });

  test('one has sessions and scores, and nothing was planned with them', () => {
    const orchard = clientCalled('Example: Orchard 05');
    expect(orchard.carePlan).toBeUndefined();
    expect(new Set(orchard.entries.map(({ kind }) => kind))).toEqual(new Set(['session', 'response']));
  });
});
