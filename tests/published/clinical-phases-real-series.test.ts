// Real courses, cut in two as if there had been a change half-way: 43 of suddengains, 100 of the BtheB trial, gaps left out.
// NAP is held against pairs counted here, by sorting, without the project's code.
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { comparePhases } from '../../src/clinical/phases/compare-phases.ts';
import { nap } from '../../src/clinical/phases/nap.ts';
import { readOracleText, reportOracle } from './oracles.ts';

interface Course {
  readonly id: string;
  readonly scores: readonly number[];
}

type Row = Readonly<Record<string, string>>;

const rowsOf = (file: string): Row[] | null => {
  const text = readOracleText(file);
  return text === null ? null : Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
};

/** An empty cell, or R's NA, is a gap; a 0 is a score. */
const scoresIn = (cells: readonly (string | undefined)[]): number[] =>
  cells.filter((cell) => cell !== undefined && cell !== '' && cell !== 'NA').map(Number);

const suddengains = (rows: readonly Row[]): Course[] =>
  rows.map((row) => ({
    id: row['id'] ?? '',
    scores: scoresIn(Array.from({ length: 13 }, (_, session) => row[`bdi_s${session}`])),
  }));

const btheb = (rows: readonly Row[]): Course[] =>
  [...new Set(rows.map((row) => row['id'] ?? ''))].map((id) => {
    const ofClient = rows.filter((row) => row['id'] === id);
    const inTime = ofClient.toSorted((a, b) => Number(a['month']) - Number(b['month']));
    return { id, scores: scoresIn(inTime.map((row) => row['bdi'])) };
  });

/** Of all scores together, how far the ranks of those before exceed the least they could be: Mann & Whitney's U. */
function shareByRanks(before: readonly number[], after: readonly number[]): number {
  const all = [...before, ...after].sort((a, b) => a - b);
  const rank = (score: number): number => (all.indexOf(score) + all.lastIndexOf(score)) / 2 + 1;
  const ranks = before.map(rank).reduce((sum, one) => sum + one, 0);
  return (ranks - (before.length * (before.length + 1)) / 2) / (before.length * after.length);
}

function shareByCounting(before: readonly number[], after: readonly number[]): number {
  let [lower, tied] = [0, 0];
  for (const a of before)
    for (const b of after) {
      if (b < a) lower += 1;
      if (b === a) tied += 1;
    }
  return (lower + tied / 2) / (before.length * after.length);
}

describe.each([
  // Four of them have five scores or fewer.
  { file: 'data/series_suddengains_sgdata.csv', read: suddengains, clients: 43, compared: 39 },
  // Five times at most: three scores on each side never are.
  { file: 'data/series_BtheB_bdi_long.csv', read: btheb, clients: 100, compared: 0 },
])('$file', ({ file, read, clients, compared }) => {
  const rows = rowsOf(file);
  const courses = rows === null ? [] : read(rows);
  let ran = 0;
  afterAll(() => reportOracle(file, ran));

  test.skipIf(rows === null)('NAP is what counting pairs and ranking scores give', () => {
    expect(courses).toHaveLength(clients);
    for (const { scores } of courses) {
      const [before, after] = halves(scores);
      const ours = nap(before, after, 'lower');
      if (before.length === 0) {
        expect(ours).toBeNull();
        continue;
      }
      expect(ours?.estimate).toBeCloseTo(shareByCounting(before, after), 12);
      expect(ours?.estimate).toBeCloseTo(shareByRanks(before, after), 12);
      ran += 1;
    }
  });

  test.skipIf(rows === null)('three scores on each side are compared, fewer are not', () => {
    const comparisons = courses.map(({ scores }) => comparePhases(...halves(scores), 'lower'));
    for (const [at, comparison] of comparisons.entries()) {
      const [before, after] = halves(courses[at]?.scores ?? []);
      const isEnough = before.length >= 3 && after.length >= 3;
      expect(comparison).toMatchObject({ nBefore: before.length, nAfter: after.length });
      expect(comparison.kind).toBe(isEnough ? 'compared' : 'too-few');
    }
    expect(comparisons.filter(({ kind }) => kind === 'compared')).toHaveLength(compared);
  });
});

const halves = (scores: readonly number[]): [number[], number[]] => {
  const half = Math.floor(scores.length / 2);
  return [scores.slice(0, half), scores.slice(half)];
};
