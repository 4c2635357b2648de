// A small readable record: two clients, a known measure and an own one, a correction, a deletion, a private note.
import { publishedInstruments } from '../../../src/clinical/instruments/catalogue.ts';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { ownMeasure } from '../../../src/clinical/instruments/own-measure.ts';
import type { ReadableLabels } from '../../../src/exchange/readable/readable-labels.ts';
import type { ReadableRecord, ReadableResponse } from '../../../src/exchange/readable/readable-record.ts';
import { readableMeasure, readableResponse } from '../../../src/exchange/readable/to-readable.ts';
import type { ResponseEntry } from '../../../src/records/entry.ts';
import { parseEntryId } from '../../../src/records/ids.ts';

export const recordedAt = { utc: '2026-02-01T09:00:00.000Z', offsetMinutes: 60 };

function made(name: string): Instrument {
  const definition = { id: `own-${name}`, version: '1', name, range: { min: 0, max: 40 }, step: 0 };
  const own = ownMeasure({ ...definition, better: 'lower' });
  if (own.kind !== 'instrument') throw new Error('not a measure');
  return own.instrument;
}

export const ownInstrument = made('WSAS');

const published = (id: string): Instrument => {
  const instrument = publishedInstruments.find((known) => known.id === id);
  if (!instrument) throw new Error(id);
  return instrument;
};
export const phq9 = published('phq-9');

let ids = 0;
export function responseEntry(instrument: Instrument, extra: Partial<ResponseEntry>): ResponseEntry {
  ids += 1;
  return {
    ...{
      kind: 'response',
      v: 1,
      id: parseEntryId(ids.toString(16).padStart(32, '0')),
      recordedAt,
      episode: 1,
    },
    ...{ occurredOn: '2025-01-03', sessionNumber: null, respondent: 'self', mode: 'paper' },
    ...{ instrumentId: instrument.id, instrumentVersion: instrument.version, coding: instrument.coding },
    ...{ language: instrument.language, answers: null, enteredTotal: null },
    ...extra,
  };
}

const readable = (instrument: Instrument, extra: Partial<ResponseEntry>, counts = true): ReadableResponse =>
  readableResponse(responseEntry(instrument, extra), instrument, counts);

export function exampleRecord(): ReadableRecord {
  const answers = [1, 1, 1, 1, 1, 1, 1, 1, 0, null];
  return {
    format: 'soundings-readable/1',
    writtenAt: '2026-02-01T09:00:00.000Z',
    measures: [readableMeasure(phq9), readableMeasure(ownInstrument)],
    clients: [
      {
        clientId: '1'.repeat(32),
        code: '<script>alert(1)</script>',
        name: '=HYPERLINK("x")',
        profile: { retainUntil: '2033-01-01' },
        responses: [
          readable(phq9, { answers }),
          readable(phq9, { answers: [1, null, ...answers.slice(2)], sessionNumber: 2 }),
          readable(ownInstrument, { enteredTotal: 12.5, occurredOn: null, sessionNumber: 3 }),
          readable(phq9, { enteredTotal: 27 }, false),
        ],
        otherEntries: [
          {
            ...{
              id: 'e1',
              kind: 'session',
              occurredOn: '2025-01-03',
              sessionNumber: 1,
              recordedAt,
              episode: 1,
            },
            content: { attendance: 'came', note: 'a < b & "c"' },
          },
          {
            ...{
              id: 'e2',
              kind: 'pivot',
              occurredOn: '2025-02-03',
              sessionNumber: 4,
              recordedAt,
              episode: 1,
            },
            content: {
              from: 'mindfulness',
              fromName: 'Mindfulness',
              label: 'Exposure',
              inTheWay: 'for nobody else',
            },
          },
        ],
        plan: {
          problems: [{ id: 'p1', words: 'Worry all day', addedOn: '2025-01-03', closedOn: null }],
          goals: [
            {
              ...{ id: 'g1', words: 'Take the train', scale: 'attainment', target: 0 },
              levels: [{ level: -2, words: 'Never' }],
              ...{ addedOn: '2025-01-03', closedOn: null },
            },
          ],
          techniques: [{ id: 'mindfulness', name: 'Mindfulness' }],
          schedule: [
            {
              ...{ instrumentId: 'phq-9', respondent: 'self', every: 1, unit: 'sessions' },
              ...{ since: '2025-01-03', isPrimary: true },
            },
          ],
        },
        deletions: [{ id: 'e0', kind: 'response', at: recordedAt, reason: 'wrong client' }],
        privateNotes: [{ id: 'n1', occurredOn: '2025-01-03', recordedAt, text: 'only for me' }],
      },
      {
        clientId: '2'.repeat(32),
        code: 'B',
        name: null,
        profile: {},
        responses: [],
        otherEntries: [],
        deletions: [],
      },
    ],
  };
}

export const labels: ReadableLabels = {
  ...{
    language: 'en',
    title: 'Records',
    writtenAt: 'Written on 1 February 2026',
    profile: 'Profile',
    scores: 'Scores',
  },
  ...{
    answers: 'Answers',
    date: 'Date',
    session: 'Session',
    total: 'Total',
    respondent: 'Respondent',
    mode: 'How',
  },
  ...{ remark: 'Remark', item: 'Item', otherEntries: 'Other entries', kind: 'Kind', content: 'Content' },
  ...{
    deletions: 'Deleted',
    reason: 'Reason',
    privateNotes: 'Psychotherapy notes',
    privateNotesLead: 'Kept apart',
    checkIns: 'Check-ins',
    asked: 'Asked',
    state: 'State',
    noScores: 'No scores',
    sources: 'Sources',
  },
  day: (day) => `on ${day}`,
  number: (value) => String(value),
  entryKind: (kind) => kind,
  word: (code) => code,
  remarkOn: ({ score, counts }) => (counts ? (score.kind === 'scored' ? '' : score.kind) : 'replaced'),
  replaced: 'replaced',
  bands: 'Bands',
  direction: (better) => `${better} is better`,
  reversed: 'reversed',
  unscored: 'not scored',
  countsAs: (score) => `counts ${score}`,
  limits: 'What this does not say',
  value: (_, value) => String(value),
  deletionReason: (reason) => reason,
  plan: 'Plan',
  planRows: ({ problems, schedule }, measureName) => [
    { term: 'Problems', texts: problems.map(({ words }) => words) },
    { term: 'Planned', texts: schedule.map(({ instrumentId }) => measureName(instrumentId)) },
  ],
  verdict: (_, measure) => ({
    sentence: `About ${measure.shortName}: 5 < 10.`,
    rows: [{ term: 'Rule', text: 'A paper & another' }],
    limits: ['It does not say why.'],
  }),
};
