// A score of the file → an entry. Its id is made of what it says, so that the same score, imported again, is the same entry.
import type { ClientId, EntryId, RecordedAt, ResponseEntry } from '../../records/entry.ts';
import type { Respondent } from '../../clinical/verdict/score-point.ts';
import type { ImportContext } from './import-plan.ts';
import type { ReadScore } from './read-score-row.ts';

/** 128 bits, the length of every id of the records. */
const hashDigits = 32;

/** Only what the score says goes in: a comment added to the row, or a column added to the file, changes nothing. */
function importedEntryId(
  clientId: ClientId,
  respondent: Respondent,
  score: ReadScore,
  hash: ImportContext['hash'],
): EntryId {
  const { instrument, occurredOn, sessionNumber, answers, enteredTotal } = score;
  const content = [
    'import-1',
    clientId,
    respondent,
    instrument.id,
    instrument.coding,
    occurredOn,
    sessionNumber,
  ];
  const digest = hash(JSON.stringify([...content, answers, enteredTotal])).slice(0, hashDigits);
  // 32 hex digits, as every entry id; here it is made of the score instead of chance.
  return digest as EntryId;
}

/** Names a source row by all its cells. */
export const hashOfRow = (cells: readonly string[], hash: ImportContext['hash']): string =>
  hash(JSON.stringify(cells)).slice(0, hashDigits);

export function importedEntry(
  score: ReadScore,
  of: {
    readonly clientId: ClientId;
    readonly episode: number;
    readonly respondent: Respondent;
    readonly rowHash: string;
    /** How many scores of this client came before its row. */
    readonly before: number;
  },
  { hash, recordedAt }: ImportContext,
): ResponseEntry {
  const { instrument, occurredOn, sessionNumber, answers, enteredTotal } = score;
  return {
    kind: 'response',
    v: 1,
    id: importedEntryId(of.clientId, of.respondent, score, hash),
    occurredOn,
    sessionNumber,
    recordedAt: later(recordedAt, of.before),
    episode: of.episode,
    importedRow: of.rowHash,
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    coding: instrument.coding,
    language: instrument.language,
    respondent: of.respondent,
    mode: 'import',
    answers,
    enteredTotal,
  };
}

/** One instant for the whole file would leave the order within a day to chance: the file's own order counts. */
const later = ({ utc, offsetMinutes }: RecordedAt, ms: number): RecordedAt => ({
  utc: new Date(Date.parse(utc) + ms).toISOString(),
  offsetMinutes,
});
