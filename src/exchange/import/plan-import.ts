// Table + mapping + what the vault has → what would be written. Law: planning twice what was once written plans nothing,
// and every row either becomes entries, or is empty, or is named.
import { episodeOn } from '../../clinical/episodes/course.ts';
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { rawFactor } from '../../clinical/scoring/raw-factor.ts';
import type { EntryId } from '../../records/entry.ts';
import type { Table, TableRow } from '../csv/table.ts';
import { inSlices, rowsPerSlice, type Pace } from '../pace.ts';
import { ClientMatching, sameTimeKey, type ClientInProgress } from './client-matching.ts';
import { compileMapping, type CompiledMapping } from './compile-mapping.ts';
import type { ExistingClient, ImportContext, ImportPlan, PlannedImport } from './import-plan.ts';
import type { ImportProblem, ProblemReason } from './import-problem.ts';
import { hashOfRow, importedEntry } from './imported-entry.ts';
import { mappingGaps, type MappingGap } from './mapping-gaps.ts';
import type { Mapping } from './mapping.ts';
import { readScoreRow, type ReadRow, type ReadScore } from './read-score-row.ts';

interface Tally {
  alreadyThere: number;
  emptyCells: number;
  missingCells: number;
}

/** What grows while the rows are read. */
interface Planning {
  readonly clients: ClientMatching;
  readonly context: ImportContext;
  readonly problems: ImportProblem[];
  readonly tally: Tally;
  readonly rawTotals: Map<EntryId, number>;
}

/**
 * @param existing the vault's clients whose codes are in the file, each with its responses
 * @returns 'not-ready' with what the mapping lacks; `onProgress` counts rows
 */
export async function planImport(
  table: Table,
  mapping: Mapping,
  instruments: readonly Instrument[],
  existing: readonly ExistingClient[],
  context: ImportContext,
  pace: Pace,
): Promise<PlannedImport> {
  const gaps = mappingGaps(mapping, table.columnNames.length, instruments);
  if (gaps.length > 0) return { kind: 'not-ready', gaps };
  const compiled = compileMapping(mapping, instruments, context);
  const clients = new ClientMatching(existing, () => context.newClientId());
  const problems: ImportProblem[] = [...table.problems];
  const tally: Tally = { alreadyThere: 0, emptyCells: 0, missingCells: 0 };
  const undecidedDates: string[] = [];
  const rawTotals = new Map<EntryId, number>();
  const planning: Planning = { clients, context, problems, tally, rawTotals };

  const done = await inSlices(table.rows.length, rowsPerSlice(table.columnNames.length), pace, (from, to) => {
    if (undecidedDates.length > 0) return;
    for (const row of table.rows.slice(from, to)) {
      const read = readScoreRow(row, compiled, context.today);
      if (read.undecidedDate !== null) undecidedDates.push(read.undecidedDate);
      problems.push(...read.problems);
      tally.emptyCells += read.emptyCells;
      tally.missingCells += read.missingCells;
      if (read.scores.length > 0) placeRow(row, read, planning);
    }
  });
  if (done === 'cancelled') return { kind: 'cancelled' };
  const [example] = undecidedDates;
  if (example !== undefined) return { kind: 'not-ready', gaps: [{ kind: 'date-order', example }] };

  const unsaid = rawOrScaled(compiled);
  if (unsaid.length > 0) return { kind: 'not-ready', gaps: unsaid };

  problems.sort((a, b) => a.line - b.line);
  const planned = clients.withEntries();
  const used = new Set(planned.flatMap(({ entries }) => entries.map(({ instrumentId }) => instrumentId)));
  const newClients = planned.filter(({ kind }) => kind === 'new').length;
  const plan: ImportPlan = {
    clients: planned.map(({ kind, clientId, code, entries }) => ({ kind, clientId, code, entries })),
    newMeasures: compiled.newMeasures.filter(({ instrument }) => used.has(instrument.id)),
    rawTotals,
    problems,
    counts: {
      rows: table.rows.length + table.problems.length,
      scores: planned.reduce((sum, { entries }) => sum + entries.length, 0),
      ...tally,
      newClients,
      existingClients: planned.length - newClients,
      leftOut: problems.filter(({ effect }) => effect !== 'kept').length,
    },
  };
  return { kind: 'planned', plan };
}

const rawOrScaled = ({ measures }: CompiledMapping): MappingGap[] =>
  [...measures].flatMap(([key, measure]): MappingGap[] => {
    const seen = measure?.seen;
    if (!seen?.looksRaw()) return [];
    const factor = rawFactor(seen.instrument);
    return [{ kind: 'raw-or-scaled', measure: key, factor, highest: seen.highest }];
  });

function placeRow(row: TableRow, read: ReadRow, planning: Planning): void {
  const { clients, context, problems, tally } = planning;
  const found = clients.find(read.code);
  if (found.kind === 'ambiguous') {
    const reason: ProblemReason = { kind: 'client-ambiguous', code: read.code, clients: found.clients };
    problems.push({ line: row.line, column: null, effect: 'row-left-out', reason });
    return;
  }
  if (found.notice) problems.push({ line: row.line, column: null, effect: 'kept', reason: found.notice });
  const { client } = found;
  const ofRow = {
    ...{ client, read, line: row.line, before: client.lineById.size },
    rowHash: hashOfRow(row.cells, context.hash),
  };
  for (const score of read.scores) {
    const outcome = placeScore(score, ofRow, context, planning.rawTotals);
    if (outcome === 'already-there') tally.alreadyThere += 1;
    else if (outcome !== null) problems.push({ line: row.line, column: score.column, ...outcome });
  }
}

/** Adds the entry to its client, unless it is there already or came before in this file. */
function placeScore(
  score: ReadScore,
  of: {
    readonly client: ClientInProgress;
    readonly read: ReadRow;
    readonly rowHash: string;
    readonly line: number;
    readonly before: number;
  },
  context: ImportContext,
  rawTotals: Map<EntryId, number>,
): Pick<ImportProblem, 'effect' | 'reason'> | 'already-there' | null {
  const { client, read, rowHash, line, before } = of;
  const { clientId, courses } = client;
  const episode = episodeOn(courses, score.occurredOn);
  const { respondent } = read;
  const entry = importedEntry(score, { clientId, episode, respondent, rowHash, before }, context);
  const firstLine = client.lineById.get(entry.id);
  if (firstLine !== undefined)
    return { effect: 'score-left-out', reason: { kind: 'duplicate-row', firstLine } };
  client.lineById.set(entry.id, line);
  if (client.knownIds.has(entry.id)) return 'already-there';

  const time = sameTimeKey(entry);
  const rival = client.lineByTime.get(time);
  client.entries.push(entry);
  if (score.rawTotal !== null) rawTotals.set(entry.id, score.rawTotal);
  if (rival === null) return { effect: 'kept', reason: { kind: 'differs-from-record' } };
  client.lineByTime.set(time, line);
  return rival === undefined
    ? null
    : { effect: 'kept', reason: { kind: 'other-score-same-time', firstLine: rival } };
}
