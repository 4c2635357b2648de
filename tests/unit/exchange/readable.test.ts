import { describe, expect, test } from 'vitest';
import { cesdR } from '../../../src/clinical/instruments/cesd-r/cesd-r.ts';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { core10 } from '../../../src/clinical/instruments/pack/core-10/core-10.ts';
import { dast10 } from '../../../src/clinical/instruments/pack/dast-10/dast-10.ts';
import { phq15 } from '../../../src/clinical/instruments/phq-15/phq-15.ts';
import { notApplicable } from '../../../src/clinical/scoring/offered-answers.ts';
import { readableMeasure, readableResponse } from '../../../src/exchange/readable/to-readable.ts';
import { writeScoresCsv } from '../../../src/exchange/readable/write-csv.ts';
import { writeReadableHtml } from '../../../src/exchange/readable/write-html.ts';
import { readReadableJson, writeReadableJson } from '../../../src/exchange/readable/write-json.ts';
import {
  asChosen,
  forTheClient,
  type ReadableRecord,
} from '../../../src/exchange/readable/readable-record.ts';
import { guess, plan, published, tableOf } from './import-kit.ts';
import { exampleRecord, labels, ownInstrument, phq9, responseEntry } from './readable-kit.ts';

const everything = { privateNotes: true };

describe('the readable JSON', () => {
  test('can be read back whole, by its own schema', () => {
    const record = exampleRecord();
    expect(readReadableJson(writeReadableJson(record, everything))).toEqual({ kind: 'record', record });
  });

  test('holds no psychotherapy notes unless they were asked for', () => {
    expect(writeReadableJson(exampleRecord())).not.toContain('only for me');
    expect(writeReadableJson(exampleRecord(), everything)).toContain('only for me');
    expect('privateNotes' in (asChosen(exampleRecord(), { privateNotes: false }).clients[0] ?? {})).toBe(
      false,
    );
  });

  test.each([
    ['{', 'not-json'],
    ['[]', 'not-a-record'],
    ['{"format":"soundings-readable/1"}', 'not-a-record'],
    ['{"format":"soundings-readable/2"}', 'newer-version'],
  ])('is refused as %s', (text, reason) => {
    expect(readReadableJson(text)).toEqual({ kind: 'refused', reason });
  });

  test('derives scores at the moment of export and keeps what is incomplete without a total', () => {
    const scores = exampleRecord().clients[0]?.responses.map(({ score }) => score);
    expect(scores).toEqual([
      { kind: 'scored', total: 8 },
      { kind: 'incomplete', total: null },
      { kind: 'scored', total: 12.5 },
      { kind: 'scored', total: 27 },
    ]);
  });
});

describe('the CSV of scores', () => {
  test('has a row for each score that counts, and nothing that a spreadsheet would run', () => {
    const csv = writeScoresCsv(exampleRecord());
    expect(csv.startsWith('\uFEFFclient,client_name,date,session,measure_id')).toBe(true);
    expect(csv.trim().split('\r\n')).toHaveLength(4);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).not.toContain('only for me');
    expect(csv).not.toMatch(/(^|,|\n)"?[=+@]/m);
  });

  test('is read back by our own import', async () => {
    const table = await tableOf(writeScoresCsv(exampleRecord()));
    const known = [...published, { instrument: ownInstrument, alsoCalled: [] }];
    const { mapping } = await guess(table, known);
    const planned = await plan(table, mapping, [], known);
    expect(planned.problems).toEqual([]);
    expect(planned.newMeasures).toEqual([]);
    const [client] = planned.clients;
    expect(client?.code).toBe('<script>alert(1)</script>');
    expect(
      client?.entries.map((entry) => [entry.instrumentId, entry.occurredOn, entry.sessionNumber]),
    ).toEqual([
      [phq9.id, '2025-01-03', null],
      [phq9.id, '2025-01-03', 2],
      [ownInstrument.id, null, 3],
    ]);
    expect(client?.entries[1]?.answers).toEqual([1, null, 1, 1, 1, 1, 1, 1, 0, null]);
    expect(client?.entries[2]?.enteredTotal).toBe(12.5);
  });
});

describe('the printed page', () => {
  const page = writeReadableHtml(exampleRecord(), labels);

  test('runs nothing and fetches nothing, whatever a name contains', () => {
    expect(page).not.toMatch(/<script|<img|<link|javascript:|\son\w+=|url\(|@import/i);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).toContain('a &lt; b &amp; &quot;c&quot;');
  });

  test('has headings, tables with captions and headers, the sentence, and the copyright line', () => {
    expect(page).toContain('<h2>Patient Health Questionnaire-9 (self)</h2>');
    expect(page).toContain('<caption>Scores: PHQ-9, 0–27, lower is better</caption>');
    expect(page).toContain('<th scope="col">Date</th>');
    expect(page).toContain('<p class="sentence">About PHQ-9: 5 &lt; 10.</p>');
    expect(page).toContain('<dt>Rule</dt><dd>A paper &amp; another</dd>');
    expect(page).toContain('<li>It does not say why.</li>');
    expect(page).toContain('PHQ-9 © Pfizer Inc.');
    expect(page).toContain('Little interest or pleasure in doing things');
    expect(page).toContain('replaced');
    expect(page).toContain('wrong client');
    expect(page).toContain('No scores');
    expect(page).toContain('<html lang="en">');
  });

  test('has the plan, and names where the record has codes', () => {
    expect(page).toContain('<h2>Plan</h2>');
    expect(page).toContain('<dt>Problems</dt><dd>Worry all day</dd><dt>Planned</dt><dd>PHQ-9</dd>');
    expect(page).toContain('<dt>fromName</dt><dd>Mindfulness</dd>');
    expect(page).not.toContain('<dt>from</dt>');
  });

  test('for the client has nothing of the plan and of what is thought', () => {
    const theirs = forTheClient(exampleRecord());
    expect(theirs.clients.every((client) => !('plan' in client))).toBe(true);
    const paper = writeReadableHtml(theirs, labels);
    for (const word of ['Worry all day', 'Take the train', 'Mindfulness', 'Exposure', 'for nobody else'])
      expect(paper).not.toContain(word);
  });

  test('holds no psychotherapy notes unless they were asked for', () => {
    expect(page).not.toContain('only for me');
    expect(writeReadableHtml(exampleRecord(), labels, everything)).toContain('<pre>only for me</pre>');
  });

  test('prints a score whose measure the vault no longer describes', () => {
    const record = { ...exampleRecord(), measures: [] };
    expect(writeReadableHtml(record, labels)).toContain('<caption>Scores: phq-9</caption>');
  });
});

describe('the key to the answers', () => {
  const responseTo = (instrument: Instrument, answers: readonly number[]) =>
    readableResponse(responseEntry(instrument, { answers }), instrument, true);
  const answers = core10.items.map(() => 1);
  const record: ReadableRecord = {
    ...exampleRecord(),
    measures: [readableMeasure(core10), readableMeasure(cesdR)],
    clients: exampleRecord().clients.map((client, index) => ({
      ...client,
      responses: index === 0 ? [responseTo(core10, answers)] : [],
    })),
  };

  test('stands beside every item on paper: items 2 and 3 of the CORE-10 run the other way', () => {
    const html = writeReadableHtml(record, labels);
    expect(html).toContain('Bands: 0–');
    expect(html).toContain('<span class="fine">0 = Not at all · 1 = Only occasionally');
    expect(html).toContain('<span class="fine">4 = Not at all · 3 = Only occasionally');
    const [dast] = exampleRecord().clients.map((client) => ({
      ...client,
      responses: [
        responseTo(
          dast10,
          dast10.items.map(() => 1),
        ),
      ],
    }));
    const other = { ...record, measures: [readableMeasure(dast10)], clients: dast ? [dast] : [] };
    expect(writeReadableHtml(other, labels).match(/ · reversed</g)).toHaveLength(1);
  });

  test('is in the JSON: values, words, what is reversed, what an answer adds, the direction', () => {
    expect(readReadableJson(writeReadableJson(record, everything))).toEqual({ kind: 'record', record });
    const [core, ces] = record.measures;
    expect(core).toMatchObject({ better: 'lower', bands: core10.bands });
    expect(core?.items[1]).toEqual({
      id: core10.items[1]?.id,
      text: core10.items[1]?.text,
      options: core10.items[1]?.options,
    });
    expect(ces?.items[0]?.options?.at(-1)).toMatchObject({ value: 4, score: 3 });
    expect(
      readableMeasure(dast10)
        .items.map(({ reversed }) => reversed ?? false)
        .indexOf(true),
    ).toBe(2);
    expect(readableMeasure(phq9).items.at(-1)).toMatchObject({ unscored: true });
  });

  test('is one more column of the CSV, which our own import passes over', async () => {
    const csv = writeScoresCsv(record);
    const words = core10.items.map(
      ({ options }, index) => `${index + 1}: ${options.find(({ value }) => value === 1)?.label}`,
    );
    expect(csv).toContain(words.join('; '));
    const table = await tableOf(csv);
    const { mapping } = await guess(table, published);
    expect(mapping.columns.at(-1)).toEqual({ kind: 'ignore' });
    const planned = await plan(table, mapping, [], published);
    expect(planned.clients[0]?.entries[0]?.answers).toEqual(answers);
  });
});

test('what the client is given has their scores and answers, and nothing of how the record is kept', () => {
  const silent = { ...labels, verdict: () => null };
  const page = writeReadableHtml(forTheClient(exampleRecord()), silent);
  expect(page).toContain('<caption>Scores: PHQ-9, 0–27, lower is better</caption>');
  expect(page).toContain('Little interest or pleasure in doing things');
  for (const kept of [
    'class="sentence"',
    'wrong client',
    'a &lt; b',
    '2033-01-01',
    'replaced',
    'only for me',
  ])
    expect(page).not.toContain(kept);
});

describe('"not applicable"', () => {
  const answers = phq15.items.map((item) => (item.mayNotApply ? notApplicable : 1));
  const record: ReadableRecord = {
    ...exampleRecord(),
    measures: [readableMeasure(phq15)],
    clients: exampleRecord().clients.map((client, index) => ({
      ...client,
      responses: index === 0 ? [readableResponse(responseEntry(phq15, { answers }), phq15, true)] : [],
    })),
  };

  test('is a word on paper, where −1 would be a riddle, and an answer that counts', () => {
    const html = writeReadableHtml(record, labels);
    expect(html).toContain('not-applicable');
    expect(html).not.toContain('-1<');
    expect(record.clients[0]?.responses[0]?.score).toEqual({ kind: 'scored', total: 14 });
  });

  test('says in the JSON what −1 means, and comes back from the CSV', async () => {
    expect(readReadableJson(writeReadableJson(record, everything))).toEqual({ kind: 'record', record });
    expect(record.measures[0]?.items.filter(({ mayNotApply }) => mayNotApply)).toHaveLength(1);
    const table = await tableOf(writeScoresCsv(record));
    const { mapping } = await guess(table, published);
    const planned = await plan(table, mapping, [], published);
    expect(planned.problems).toEqual([]);
    expect(planned.clients[0]?.entries[0]?.answers).toEqual(answers);
  });
});
