// What an import needs from outside, without clock or chance: ids count up, hashes are real, the breath is counted.
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import { decodeText } from '../../../src/exchange/csv/decode-text.ts';
import { readTable, type ReadTableChoices } from '../../../src/exchange/csv/read-table.ts';
import type { Table } from '../../../src/exchange/csv/table.ts';
import { sha256Hex } from '../../../src/exchange/hash/sha-256.ts';
import { guessMapping, type GuessedMapping } from '../../../src/exchange/import/guess-mapping.ts';
import type { ExistingClient, ImportContext, ImportPlan } from '../../../src/exchange/import/import-plan.ts';
import type { Mapping, MeasureChoice } from '../../../src/exchange/import/mapping.ts';
import type { KnownMeasure } from '../../../src/exchange/import/match-measure.ts';
import { planImport } from '../../../src/exchange/import/plan-import.ts';
import type { Pace } from '../../../src/exchange/pace.ts';
import type { ClientId } from '../../../src/records/entry.ts';
import { parseClientId } from '../../../src/records/ids.ts';

export const noPause: Pace = { breathe: () => Promise.resolve() };

export function countedPace(): Pace & { breaths(): number } {
  let breaths = 0;
  return {
    breathe: () => {
      breaths += 1;
      return Promise.resolve();
    },
    breaths: () => breaths,
  };
}

/** Ids of tests are made here and nowhere else, in the shape of real ones. */
export const clientIdOf = (number: number): ClientId => parseClientId(number.toString(16).padStart(32, '0'));

export function importContext(): ImportContext {
  let ids = 0;
  return {
    recordedAt: { utc: '2026-02-01T09:00:00.000Z', offsetMinutes: 60 },
    today: '2026-02-01',
    newClientId: () => clientIdOf(++ids),
    newMeasureId: () => `own-${++ids}`,
    hash: sha256Hex,
  };
}

export const published: readonly KnownMeasure[] = publishedInstruments.map((instrument) => ({
  instrument,
  alsoCalled: [],
}));

export async function tableOf(text: string, choices: ReadTableChoices = {}): Promise<Table> {
  const read = await readTable(text, noPause, choices);
  if (read.kind !== 'table') throw new Error(`no table: ${JSON.stringify(read)}`);
  return read.table;
}

export async function tableFromBytes(bytes: Uint8Array): Promise<Table> {
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') throw new Error(`no text: ${decoded.reason}`);
  return tableOf(decoded.text);
}

export async function guess(
  table: Table,
  known: readonly KnownMeasure[] = published,
): Promise<Extract<GuessedMapping, { kind: 'guessed' }>> {
  const guessed = await guessMapping(table, known, noPause);
  if (guessed.kind !== 'guessed') throw new Error('cancelled');
  return guessed;
}

type NewMeasure = Extract<MeasureChoice, { kind: 'new' }>;
export type Details = Pick<NewMeasure, 'range' | 'better' | 'details'>;

/** What the therapist fills in on the screen: ranges and directions; measures not named are left out. */
export function withDetails(mapping: Mapping, details: Readonly<Record<string, Details>>): Mapping {
  return {
    ...mapping,
    measures: mapping.measures.map((measure) => {
      if (measure.choice.kind !== 'new') return measure;
      const given = details[measure.key];
      const choice: MeasureChoice = given ? { ...measure.choice, ...given } : { kind: 'ignore' };
      return { ...measure, choice };
    }),
  };
}

export async function plan(
  table: Table,
  mapping: Mapping,
  existing: readonly ExistingClient[] = [],
  known: readonly KnownMeasure[] = published,
): Promise<ImportPlan> {
  const instruments = known.map(({ instrument }) => instrument);
  const outcome = await planImport(table, mapping, instruments, existing, importContext(), noPause);
  if (outcome.kind !== 'planned') throw new Error(JSON.stringify(outcome));
  return outcome.plan;
}

/** The vault after a plan was carried out. */
export function carriedOut(planned: ImportPlan): { clients: ExistingClient[]; known: KnownMeasure[] } {
  return {
    clients: planned.clients.map(({ clientId, code, entries }) => ({
      clientId,
      code,
      courses: [],
      responses: entries,
      deletedIds: [],
    })),
    known: [
      ...published,
      ...planned.newMeasures.map(({ instrument, calledInFile }) => ({
        instrument,
        alsoCalled: [calledInFile],
      })),
    ],
  };
}
