// One row per score that counts, for a spreadsheet; our own import reads it back. Text that a spreadsheet would run gets a
// leading apostrophe (formula-text.ts). UTF-8 with BOM and CRLF, because that is what Excel opens rightly.
import Papa from 'papaparse';
import { isNotApplicable } from '../../clinical/scoring/offered-answers.ts';
import { protectFromFormula } from '../csv/formula-text.ts';
import type { ReadableItem, ReadableRecord, ReadableResponse } from './readable-record.ts';

const leading = [
  'client',
  'client_name',
  'date',
  'session',
  'measure_id',
  'measure',
  'measure_version',
  'coding',
];
const middle = ['respondent', 'mode', 'episode', 'score_state', 'total'];
const trailing = ['recorded_at', 'entry_id', 'answers_in_words'];

const cell = (value: string | number | null): string =>
  value === null ? '' : typeof value === 'number' ? String(value) : protectFromFormula(value);

/** "1: Not at all; 2: Several days": each answer by its item's number, so that the numbers beside it can be read. */
function inWords({ answers }: ReadableResponse, items: readonly ReadableItem[]): string {
  const said = (answers ?? []).map((answer, index) => {
    const item = items[index];
    const option = item?.options?.find(({ value }) => value === answer);
    const word =
      item && answer !== null && isNotApplicable({ mayNotApply: item.mayNotApply ?? false }, answer)
        ? 'n/a'
        : option?.label;
    return word === undefined ? null : `${index + 1}: ${word}`;
  });
  return said.filter((part) => part !== null).join('; ');
}

/** Private notes, other entries and deletions are not scores: they are in the JSON and on paper. */
export function writeScoresCsv(record: ReadableRecord): string {
  const nameOf = new Map(record.measures.map((measure) => [measure.instrumentId, measure.shortName]));
  const itemsOf = ({ instrumentId, instrumentVersion, coding }: ReadableResponse): readonly ReadableItem[] =>
    record.measures.find(
      (measure) =>
        measure.instrumentId === instrumentId &&
        measure.version === instrumentVersion &&
        measure.coding === coding,
    )?.items ?? [];
  const counted = record.clients.flatMap((client) =>
    client.responses.filter(({ counts }) => counts).map((response) => ({ client, response })),
  );
  const items = Math.max(0, ...counted.map(({ response }) => response.answers?.length ?? 0));
  const itemNumbers = Array.from({ length: items }, (_, index) => index);
  const rowOf = (
    code: string,
    name: string | null,
    response: ReadableResponse,
  ): (string | number | null)[] => [
    ...[code, name, response.occurredOn, response.sessionNumber, response.instrumentId],
    ...[
      nameOf.get(response.instrumentId) ?? response.instrumentId,
      response.instrumentVersion,
      response.coding,
    ],
    ...[response.respondent, response.mode, response.episode, response.score.kind, response.score.total],
    ...itemNumbers.map((item) => response.answers?.[item] ?? null),
    ...[response.recordedAt.utc, response.id, inWords(response, itemsOf(response))],
  ];
  const header = [...leading, ...middle, ...itemNumbers.map((item) => `item_${item + 1}`), ...trailing];
  const rows = counted.map(({ client, response }) => rowOf(client.code, client.name, response).map(cell));
  return `\uFEFF${Papa.unparse([header, ...rows], { newline: '\r\n' })}\r\n`;
}
