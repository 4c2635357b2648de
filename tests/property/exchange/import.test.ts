import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/exchange/csv/decode-text.ts';
import { protectFromFormula, withoutProtection } from '../../../src/exchange/csv/formula-text.ts';
import { parseDay } from '../../../src/exchange/csv/parse-day.ts';
import { readTable } from '../../../src/exchange/csv/read-table.ts';
import { planImport } from '../../../src/exchange/import/plan-import.ts';
import type { ReadableClient } from '../../../src/exchange/readable/readable-record.ts';
import { readableMeasure, readableResponse } from '../../../src/exchange/readable/to-readable.ts';
import { writeScoresCsv } from '../../../src/exchange/readable/write-csv.ts';
import type { ResponseEntry } from '../../../src/records/entry.ts';
import {
  carriedOut,
  guess,
  importContext,
  noPause,
  plan,
  published,
  tableOf,
} from '../../unit/exchange/import-kit.ts';
import { ownInstrument, phq9, recordedAt, responseEntry } from '../../unit/exchange/readable-kit.ts';

const known = [...published, { instrument: ownInstrument, alsoCalled: [] }];
const instruments = known.map(({ instrument }) => instrument);

/** Text in which the signs that matter to a table are common. */
const csvish = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ',',
          ';',
          '\n',
          '\r\n',
          '"',
          "'",
          '\t',
          '=',
          '12',
          'id',
          'phq9',
          '03/04/2025',
        ),
      },
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));

describe('no input crashes an import', () => {
  test('arbitrary bytes are text or are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
        ['text', 'refused'].includes(decodeText(bytes).kind),
      ),
    );
  });

  test('arbitrary text is a table, with every row or problem on a line of the file, and can be guessed and planned', async () => {
    await fc.assert(
      fc.asyncProperty(csvish, async (text) => {
        const read = await readTable(text, noPause);
        if (read.kind !== 'table') return;
        const { table } = read;
        const lines = text.split(/\r\n|\n|\r/).length;
        for (const { line, cells } of table.rows) {
          expect(line).toBeLessThanOrEqual(lines);
          expect(cells).toHaveLength(table.columnNames.length);
        }
        for (const { line } of table.problems) expect(line).toBeLessThanOrEqual(lines);
        const { mapping } = await guess(table, known);
        const outcome = await planImport(table, mapping, instruments, [], importContext(), noPause);
        expect(['planned', 'not-ready']).toContain(outcome.kind);
      }),
      { numRuns: 400 },
    );
  });

  test('any text in a date cell is a real day or has a reason', () => {
    const dateish = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/));
    fc.assert(
      fc.property(dateish, (text) => {
        const parsed = parseDay(text, { order: 'day-first', twoDigitYears: 'as-2000s' });
        if (parsed.kind !== 'day') return;
        expect(new Date(`${parsed.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(parsed.day);
      }),
      { numRuns: 1000 },
    );
  });
});

test('the apostrophe before a formula comes off again, whatever the text', () => {
  const formulaish = fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+@\t -]{0,2}[a-z0-9']{0,4}$/));
  fc.assert(
    fc.property(formulaish, (text) => withoutProtection(protectFromFormula(text)) === text),
    { numRuns: 1000 },
  );
});

const code = fc
  .oneof(
    fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ,;"'.<>é-]{0,12}$/),
    fc.constantFrom('=1+1', '+x', '@a', '-b', "'=c", '<b>', '007', '3/4', 'NA'),
  )
  .map((text) => text.trim());

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2026-01-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const time = fc.oneof(
  fc.record({ occurredOn: day, sessionNumber: fc.option(fc.nat(200)) }),
  fc.record({ occurredOn: fc.constant(null), sessionNumber: fc.nat(200) }),
);
const answer = fc.option(fc.integer({ min: 0, max: 3 }));
const score = fc.oneof(
  fc.integer({ min: 0, max: 27 }).map((enteredTotal) => ({ instrument: phq9, answers: null, enteredTotal })),
  fc
    .array(answer, { minLength: 10, maxLength: 10 })
    .filter((answers) => answers.some((given) => given !== null))
    .map((answers) => ({ instrument: phq9, answers, enteredTotal: null })),
  fc
    .integer({ min: 0, max: 400 })
    .map((tenths) => ({ instrument: ownInstrument, answers: null, enteredTotal: tenths / 10 })),
);
const response = fc.record({
  time,
  score,
  respondent: fc.constantFrom('self', 'parent', 'partner', 'clinician'),
});
const clients = fc.uniqueArray(
  fc.record({ code, responses: fc.array(response, { minLength: 1, maxLength: 6 }) }),
  {
    selector: (client) => client.code,
    minLength: 1,
    maxLength: 5,
  },
);

type GivenClient = typeof clients extends fc.Arbitrary<infer Given> ? Given : never;

/** What must survive the way through a spreadsheet file. */
const essence = (entry: ResponseEntry): string =>
  JSON.stringify([
    ...[entry.instrumentId, entry.coding, entry.respondent, entry.occurredOn, entry.sessionNumber],
    ...[entry.answers, entry.enteredTotal],
  ]);

function entriesOf(given: GivenClient): Map<string, ResponseEntry[]> {
  return new Map(
    given.map((client) => [
      client.code,
      client.responses.map(({ time: when, score: { instrument, ...scored }, respondent }) =>
        responseEntry(instrument, { ...when, ...scored, respondent }),
      ),
    ]),
  );
}

function csvOf(entriesByCode: ReadonlyMap<string, readonly ResponseEntry[]>): string {
  const readable = [...entriesByCode].map(([clientCode, entries], index): ReadableClient => ({
    ...{
      clientId: String(index),
      code: clientCode,
      name: null,
      profile: {},
      otherEntries: [],
      deletions: [],
    },
    responses: entries.map((entry) =>
      readableResponse(entry, entry.instrumentId === phq9.id ? phq9 : ownInstrument, true),
    ),
  }));
  const measures = [phq9, ownInstrument].map(readableMeasure);
  return writeScoresCsv({
    format: 'soundings-readable/1',
    writtenAt: recordedAt.utc,
    measures,
    clients: readable,
  });
}

describe('our own export', () => {
  test('comes back as the same scores of the same clients', async () => {
    await fc.assert(
      fc.asyncProperty(clients, async (given) => {
        const entriesByCode = entriesOf(given);
        const table = await tableOf(csvOf(entriesByCode));
        const { mapping } = await guess(table, known);
        const planned = await plan(table, mapping, [], known);
        const lost = planned.problems.filter(
          ({ effect, reason }) => effect !== 'kept' && reason.kind !== 'duplicate-row',
        );
        expect(lost).toEqual([]);
        for (const [clientCode, entries] of entriesByCode) {
          const back = planned.clients.find((client) => client.code === clientCode)?.entries ?? [];
          expect(new Set(back.map(essence))).toEqual(new Set(entries.map(essence)));
        }
        expect(planned.clients).toHaveLength(entriesByCode.size);
      }),
      { numRuns: 150 },
    );
  });

  test('imported twice adds nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(clients, async (given) => {
        const table = await tableOf(csvOf(entriesOf(given)));
        const { mapping } = await guess(table, known);
        const first = await plan(table, mapping, [], known);
        const again = await plan(table, mapping, carriedOut(first).clients, known);
        expect(again.clients).toEqual([]);
        expect(again.counts.alreadyThere).toBe(first.counts.scores);
      }),
      { numRuns: 100 },
    );
  });

  test('gives every entry an id of its own', async () => {
    await fc.assert(
      fc.asyncProperty(clients, async (given) => {
        const table = await tableOf(csvOf(entriesOf(given)));
        const planned = await plan(table, (await guess(table, known)).mapping, [], known);
        const ids = planned.clients.flatMap(({ entries }) => entries.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
