// The files that other people published, read as the app reads them: decode, sniff, guess, fill in ranges, plan.
import { expect } from 'vitest';
import type { Table } from '../../src/exchange/csv/table.ts';
import type { ImportPlan } from '../../src/exchange/import/import-plan.ts';
import type { Mapping } from '../../src/exchange/import/mapping.ts';
import {
  carriedOut,
  guess,
  plan,
  tableFromBytes,
  withDetails,
  type Details,
} from '../unit/exchange/import-kit.ts';
import { readOracleText } from './oracles.ts';

export interface PublishedFile {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly planned: ImportPlan;
}

export const isThere = (file: string): boolean => readOracleText(file) !== null;

export async function importPublished(
  file: string,
  details: Readonly<Record<string, Details>>,
): Promise<PublishedFile> {
  const table = await tableFromBytes(new TextEncoder().encode(readOracleText(file) ?? ''));
  const { mapping: guessed } = await guess(table);
  const mapping = withDetails(guessed, details);
  return { table, mapping, planned: await plan(table, mapping) };
}

/** A second import, guessed anew with what the vault now knows, plans nothing. */
export async function expectNothingNew(
  { table, planned }: PublishedFile,
  leaveOut: readonly string[] = [],
): Promise<void> {
  const vault = carriedOut(planned);
  const { mapping: guessed } = await guess(table, vault.known);
  const mapping: Mapping = {
    ...guessed,
    measures: guessed.measures.map((measure) =>
      leaveOut.includes(measure.key) ? { ...measure, choice: { kind: 'ignore' } } : measure,
    ),
  };
  const again = await plan(table, mapping, vault.clients, vault.known);
  expect(again.clients).toEqual([]);
  expect(again.newMeasures).toEqual([]);
  expect(again.problems).toEqual([]);
  expect(again.counts.alreadyThere).toBe(planned.counts.scores);
}
