import { describe, expect, test } from 'vitest';
import type { Mapping } from '../../../src/exchange/import/mapping.ts';
import { parseMapping } from '../../../src/exchange/import/mapping.ts';
import { orderTimeLabels } from '../../../src/exchange/import/order-time-labels.ts';
import { splitHeader } from '../../../src/exchange/import/split-header.ts';
import { measureKey } from '../../../src/exchange/import/mapping.ts';
import { guess, tableOf } from './import-kit.ts';

/** Roles as short words, "phq9@s1" for a score that its header dates. */
function inWords({ columns }: Mapping): string[] {
  return columns.map((role) => {
    if (role.kind !== 'total' && role.kind !== 'item') return role.kind;
    const at =
      role.at.kind === 'row' ? '' : role.at.kind === 'date' ? `@${role.at.text}` : `@${role.at.label}`;
    return `${role.measure ?? '*'}${role.kind === 'item' ? `[${role.item + 1}]` : ''}${at}`;
  });
}

const guessed = async (text: string): Promise<string[]> =>
  inWords((await guess(await tableOf(text))).mapping);

describe('the guessed mapping', () => {
  test('of a long table: a column for each measure, known and new', async () => {
    const { mapping, questions } = await guess(
      await tableOf('Client;Date;PHQ-9;GAD7 total;WSAS\nA1;03.01.2025;12;9;20'),
    );
    expect(inWords(mapping)).toEqual(['client', 'date', 'phq9', 'gad7', 'wsas']);
    expect(mapping.measures.map(({ choice }) => choice)).toEqual([
      { kind: 'known', instrumentId: 'phq-9' },
      { kind: 'known', instrumentId: 'gad-7' },
      { kind: 'new', name: 'WSAS', range: null, better: null, step: 1 },
    ]);
    expect(questions).toEqual([{ kind: 'measure-details', measure: 'wsas', lowest: 20, highest: 20 }]);
  });

  test('of a long table with a measure column', async () => {
    const text =
      'patient,date,instrument,score,therapist\n7,2025-01-03,PHQ-9,12,Dr X\n7,2025-01-03,ORS,22.5,Dr X';
    const { mapping } = await guess(await tableOf(text));
    expect(inWords(mapping)).toEqual(['client', 'date', 'measure-name', '*', 'ignore']);
    expect(mapping.measures.map(({ key, choice }) => [key, choice.kind])).toEqual([
      ['phq9', 'known'],
      ['ors', 'new'],
    ]);
  });

  test('of a wide table: a column for each session, or each date', async () => {
    expect(await guessed('id,bdi_s0,bdi_s1,bdi_fu1\n1,30,25,9')).toEqual([
      'client',
      'bdi@s0',
      'bdi@s1',
      'bdi@fu1',
    ]);
    expect(await guessed('id,PHQ9 2025-01-03,PHQ9 2025-01-17\n1,12,9')).toEqual([
      ...['client', 'phq9@2025-01-03', 'phq9@2025-01-17'],
    ]);
    expect(await guessed('id,t1_PHQ-9,t2_PHQ-9,t1_gad7\n1,12,9,3')).toEqual([
      'client',
      'phq9@t1',
      'phq9@t2',
      'gad7@t1',
    ]);
    expect(await guessed('id,wsas1,wsas2,wsas3\n1,20,18,9')).toEqual([
      'client',
      'wsas@1',
      'wsas@2',
      'wsas@3',
    ]);
    expect(await guessed('id,wsas_pre,wsas_post\n1,20,9')).toEqual(['client', 'wsas@pre', 'wsas@post']);
  });

  test('of items: as many columns as the instrument has, with values that are options', async () => {
    const header = Array.from({ length: 9 }, (_, item) => `phq9_${item + 1}`);
    const items = header.map((_, item) => `phq9[${item + 1}]`);
    expect(await guessed(`id,date,${header.join(',')}\n1,2025-01-03,0,1,2,3,0,1,2,3,0`)).toEqual([
      'client',
      'date',
      ...items,
    ]);
  });

  test('of the same headers with totals in them: sessions', async () => {
    expect((await guessed('id,phq9_1,phq9_2,phq9_3\n1,22,14,7')).slice(1)).toEqual([
      'phq9@1',
      'phq9@2',
      'phq9@3',
    ]);
  });

  test('leaves alone what describes people and not scores', async () => {
    const text = 'id,age,sex,date_of_birth,treatment,time,phq9\n1,54,Male,1970-02-03,TAU,1,12';
    expect(await guessed(text)).toEqual([
      'client',
      'ignore',
      'ignore',
      'ignore',
      'ignore',
      'session',
      'phq9',
    ]);
  });

  test('of a paste without header has its client, date and score, and asks for the measure’s name', async () => {
    const { mapping } = await guess(await tableOf('anna,2025-01-03,12\nben,2025-01-04,9'));
    expect(inWords(mapping)).toEqual(['client', 'date', 'column 3']);
    expect(mapping.measures[0]?.choice).toMatchObject({ kind: 'new', name: '' });
  });

  test('is plain data that can be stored and read back, and refuses what is not a mapping', async () => {
    const { mapping } = await guess(await tableOf('id,date,phq9\n1,2025-01-03,12'));
    expect(parseMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
    expect(parseMapping({ ...mapping, columns: [{ kind: 'everything' }] })).toBeNull();
  });
});

describe('what the file does not decide is asked', () => {
  test('day or month first, unless one value settles it for all', async () => {
    const open = await guess(await tableOf('id,date,phq9\n1,03/04/2025,12\n1,05/06/2025,9'));
    expect(open.mapping.dateOrder).toBeNull();
    expect(open.questions).toContainEqual({ kind: 'date-order', example: '03/04/2025' });
    const settled = await guess(await tableOf('id,date,phq9\n1,03/04/2025,12\n1,31/02/2026,9'));
    expect(settled.mapping.dateOrder).toBe('day-first');
    expect((await guess(await tableOf('id,date,phq9\n1,03/25/2025,12'))).mapping.dateOrder).toBe(
      'month-first',
    );
    expect(
      (await guess(await tableOf('id,date,phq9\n1,25/03/2025,12\n1,03/25/2025,9'))).mapping.dateOrder,
    ).toBeNull();
  });

  test('missing markers are suggested and never applied', async () => {
    const { mapping, questions } = await guess(
      await tableOf('id,time,wsas\n1,1,12\n1,2,NA\n1,3,999\n1,4,-99\n1,5,20\n1,6,'),
    );
    expect(mapping.missingMarkers).toEqual([]);
    const markers = questions.flatMap((question) =>
      question.kind === 'missing-marker' ? [question.marker] : [],
    );
    expect(markers).toEqual(['NA', '999', '-99']);
    expect(questions).toContainEqual({ kind: 'measure-details', measure: 'wsas', lowest: 12, highest: 20 });
  });

  test('a zero far below every other score', async () => {
    const { questions } = await guess(await tableOf('id,time,wsas\n1,1,22\n1,2,0\n1,3,19\n1,4,25\n1,5,18'));
    expect(questions).toContainEqual({ kind: 'zero-may-mean-missing', measure: 'wsas', zeros: 1, next: 18 });
  });

  test('decimal commas are seen in the scores', async () => {
    expect((await guess(await tableOf('id;time;ors\n1;1;12,5\n1;2;20'))).mapping.decimal).toBe(',');
  });
});

describe('times that are words', () => {
  test.each([
    [['1', '2', '10'], ''],
    [['post', 'pre'], 'pre=1 post=2'],
    [['s0', 's1', 's2', 'fu1', 'fu2'], 's0=0 s1=1 s2=2 fu1=3 fu2=4'],
    [['Baseline', 'week 4', 'week 8', 'Follow-up'], 'baseline=3 week 4=4 week 8=8 follow-up=9'],
    [['pre', '1', '2', 'post'], 'pre=0 1=1 2=2 post=3'],
    [['pre', 's0', 's1'], 'pre=1 s0=2 s1=3'],
  ])('%j keep their order', (labels, order) => {
    expect(
      orderTimeLabels(labels)
        .map(({ label, number }) => `${label}=${number}`)
        .join(' '),
    ).toBe(order);
  });
});

describe('a wide header', () => {
  const isMeasure = (name: string): boolean => ['phq9', 'gad7', 'bdiii'].includes(measureKey(name));
  test.each([
    ['PHQ-9', 'PHQ-9', null, null, null],
    ['PHQ-9 3', 'PHQ-9', null, null, 3],
    ['phq91', 'phq9', null, null, 1],
    ['phq9t2', 'phq9', 't2', null, null],
    ['phq9_q3_post', 'phq9', 'post', 3, null],
    ['phq9_t2_item4', 'phq9', 't2', 4, null],
    ['gad7 week 12', 'gad7', 'week 12', null, null],
    ['BDI-II', 'BDI-II', null, null, null],
    ['shaps', 'shaps', null, null, null],
    ['PHQ9 (03/04/2025)', 'PHQ9', '03/04/2025', null, null],
    ['phq9_2025_01_03', 'phq9', '2025-01-03', null, null],
  ])('%s is taken apart', (header, measure, at, item, bareNumber) => {
    const split = splitHeader(header, isMeasure);
    const time = split.at === null ? null : split.at.kind === 'date' ? split.at.text : split.at.label;
    expect([split.measure, time, split.item, split.bareNumber]).toEqual([measure, at, item, bareNumber]);
  });
});
