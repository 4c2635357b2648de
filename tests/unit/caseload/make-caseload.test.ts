import { describe, expect, test } from 'vitest';
import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { scoreResponse } from '../../../src/clinical/scoring/score-response.ts';
import type { ResponseEntry } from '../../../src/records/entry.ts';
import type { MadeUpCaseload, MadeUpClient } from '../../caseload/made-up.ts';
import { makeCaseload } from '../../caseload/make-caseload.ts';
import { chanceFrom } from '../../caseload/random.ts';

const today = '2026-03-02';
const hundreds = makeCaseload({ seed: 1, clients: 360, years: 3, today, meanSessions: 24 });

const responses = (client: MadeUpClient, instrumentId: string): readonly ResponseEntry[] =>
  client.entries.filter(
    (entry) => entry.kind === 'response' && entry.instrumentId === instrumentId,
  ) as ResponseEntry[];

const totals = (client: MadeUpClient): readonly number[] =>
  responses(client, 'phq-9').flatMap(({ answers }) => {
    if (answers === null || answers.slice(0, 9).includes(null)) return [];
    return [answers.slice(0, 9).reduce<number>((sum, answer) => sum + (answer ?? 0), 0)];
  });

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** Mean change from the first three totals to the last three, over all clients of one course. */
function meanChange(caseload: MadeUpCaseload, course: MadeUpClient['course']): number {
  const series = caseload.clients.filter((client) => client.course === course).map(totals);
  return mean(
    series.filter((each) => each.length >= 10).map((each) => mean(each.slice(-3)) - mean(each.slice(0, 3))),
  );
}

describe('the made-up caseload', () => {
  test('is the same each time, and another for another seed', () => {
    const again = makeCaseload({ seed: 1, clients: 360, years: 3, today, meanSessions: 24 });
    expect(again).toEqual(hundreds);
    const other = makeCaseload({ seed: 2, clients: 3, years: 3, today, meanSessions: 24 });
    expect(other.clients[0]).not.toEqual(hundreds.clients[0]);
  });

  test('makes the same client whether few or many are made', () => {
    const few = makeCaseload({ seed: 1, clients: 5, years: 3, today, meanSessions: 24 });
    expect(few.clients).toEqual(hundreds.clients.slice(0, 5));
  });

  test('labels everybody as an example and repeats no id', () => {
    expect(hundreds.clients.every(({ label }) => /^Example: [A-Z][a-z]+ \d{2,}$/.test(label))).toBe(true);
    const ids = hundreds.clients.flatMap((client) => [
      client.id as string,
      ...client.entries.map(({ id }) => id as string),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
    expect(new Set(hundreds.clients.map(({ code }) => code)).size).toBe(hundreds.clients.length);
  });

  test('answers fit the instruments they are given for', () => {
    for (const client of hundreds.clients) {
      for (const [instrument, id] of [
        [phq9, 'phq-9'],
        [gad7, 'gad-7'],
      ] as const) {
        for (const response of responses(client, id)) {
          expect(response.answers).toHaveLength(instrument.items.length);
          expect(response.coding).toBe(instrument.coding);
          expect(response.instrumentVersion).toBe(instrument.version);
          expect(['scored', 'incomplete']).toContain(scoreResponse(instrument, response.answers ?? []).kind);
        }
      }
    }
  });

  test('nothing happens after today or before the beginning', () => {
    for (const { entries } of hundreds.clients) {
      const days = entries.map(({ occurredOn }) => occurredOn ?? '');
      expect(days.every((day) => day <= today && day > '2022-12-01')).toBe(true);
      expect([...days].sort()).toEqual(days);
    }
  });

  test('courses go where their names say', () => {
    expect(meanChange(hundreds, 'improving')).toBeLessThan(-6);
    expect(meanChange(hundreds, 'early-responder')).toBeLessThan(-4);
    expect(meanChange(hundreds, 'late-responder')).toBeLessThan(-6);
    expect(Math.abs(meanChange(hundreds, 'stuck'))).toBeLessThan(1.5);
    expect(meanChange(hundreds, 'deteriorating')).toBeGreaterThan(3);
  });

  test('early responders have moved by session 4, late ones have not', () => {
    const movedBy = (course: MadeUpClient['course']): number =>
      mean(
        hundreds.clients
          .filter((client) => client.course === course)
          .map(totals)
          .filter((each) => each.length > 5)
          .map((each) => (each[3] ?? 0) - (each[0] ?? 0)),
      );
    expect(movedBy('early-responder')).toBeLessThan(-5);
    expect(movedBy('late-responder')).toBeGreaterThan(-2);
  });

  test('has the untidiness of a real practice', () => {
    const all = hundreds.clients.flatMap(({ entries }) => entries);
    const sessions = all.filter((entry) => entry.kind === 'session');
    expect(sessions.some(({ attendance }) => attendance === 'missed')).toBe(true);
    const given = all.filter((entry) => entry.kind === 'response');
    const blanks = given.filter(({ answers }) => answers?.includes(null));
    expect(blanks.length / given.length).toBeGreaterThan(0.005);
    expect(blanks.length / given.length).toBeLessThan(0.03);
    expect(new Set(given.map(({ mode }) => mode))).toEqual(
      new Set(['handed-over', 'read-aloud', 'paper', 'total-entered']),
    );
    const item9 = hundreds.clients.flatMap((client) =>
      responses(client, 'phq-9').map(({ answers }) => answers?.[8] ?? 0),
    );
    const endorsed = item9.filter((answer) => answer > 0).length / item9.length;
    expect(endorsed, 'part of the answers to item 9 above "not at all"').toBeGreaterThan(0.08);
    expect(endorsed).toBeLessThan(0.5);
  });

  test('ten years of 1,500 clients come to about 60,000 sessions', () => {
    const { clients } = makeCaseload({ seed: 3, clients: 1500, years: 10, today, meanSessions: 42 });
    const sessions = clients
      .flatMap(({ entries }) => entries)
      .filter(({ kind }) => kind === 'session').length;
    expect(sessions).toBeGreaterThan(55_000);
    expect(sessions).toBeLessThan(65_000);
  });
});

describe('chance', () => {
  test('is even and normal enough', () => {
    const chance = chanceFrom(5);
    const evens = Array.from({ length: 20_000 }, () => chance.next());
    expect(mean(evens)).toBeCloseTo(0.5, 1);
    expect(Math.min(...evens)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...evens)).toBeLessThan(1);
    const normals = Array.from({ length: 20_000 }, () => chance.normal(10, 2));
    expect(mean(normals)).toBeCloseTo(10, 1);
    expect(Math.sqrt(mean(normals.map((each) => (each - 10) ** 2)))).toBeCloseTo(2, 1);
  });
});
