import { describe, expect, test } from 'vitest';
import { readTable } from '../../../src/exchange/csv/read-table.ts';
import { countedPace, noPause, tableOf } from './import-kit.ts';

const cells = async (text: string): Promise<readonly (readonly string[])[]> =>
  (await tableOf(text)).rows.map((row) => row.cells);

describe('a table', () => {
  test.each([
    ['comma', 'id,date,phq9\n1,2025-01-03,12\n2,2025-01-04,9', ','],
    ['semicolon, with decimal commas', 'id;bdi;das\n1;2,5;90,5\n2;3,5;97,0\n3;1,5;88,5', ';'],
    ['tab, as pasted from a spreadsheet', 'id\tphq9\n1\t12\n2\t9', '\t'],
    ['pipe', 'id|phq9\n1|12\n2|9', '|'],
    ['what Excel says on its own line', 'sep=;\nid;note\n1;a,b,c\n2;d,e,f', ';'],
  ])('is cut by %s', async (_, text, delimiter) => {
    const table = await tableOf(text);
    expect(table.delimiter).toBe(delimiter);
    expect(table.problems).toEqual([]);
    expect(table.columnNames[0]).toBe('id');
  });

  test('keeps quotes, line ends and separators inside a quoted cell, and counts its lines', async () => {
    const table = await tableOf('id,note,phq9\r\n1,"said ""no"",\r\nthen left",12\r\n2,,9\r\n');
    expect(table.rows).toEqual([
      { line: 2, cells: ['1', 'said "no",\r\nthen left', '12'] },
      { line: 4, cells: ['2', '', '9'] },
    ]);
  });

  test('reads line ends of Windows, Unix and the old Mac, mixed too', async () => {
    expect(await cells('id,phq9\r\n1,12\n2,9\r\n3,4')).toEqual([
      ['1', '12'],
      ['2', '9'],
      ['3', '4'],
    ]);
    expect(await cells('id,phq9\r1,12\r2,9\r')).toEqual([
      ['1', '12'],
      ['2', '9'],
    ]);
  });

  test('skips blank lines without losing count', async () => {
    const table = await tableOf('\n\nid,phq9\n\n1,12\n,\n  \n2,9\n\n');
    expect(table.headerLine).toBe(3);
    expect(table.rows.map(({ line }) => line)).toEqual([5, 8]);
  });

  test('names ragged rows by line and forgives empty cells at the end', async () => {
    const table = await tableOf(
      'id,date,phq9\n1,2025-01-03,12,,\n2,2025-01-04\n3,2025-01-05,9,7\n4,2025-01-06,3',
    );
    expect(table.rows.map(({ line }) => line)).toEqual([2, 5]);
    expect(table.problems).toEqual([
      {
        line: 3,
        column: null,
        effect: 'row-left-out',
        reason: { kind: 'ragged-row', cells: 2, expected: 3 },
      },
      {
        line: 4,
        column: null,
        effect: 'row-left-out',
        reason: { kind: 'ragged-row', cells: 4, expected: 3 },
      },
    ]);
  });

  test('loses only the line on which a quote is never closed', async () => {
    const table = await tableOf('id,note,phq9\n1,fine,12\n2,"never closed,9\n3,fine,4\n4,fine,5\n');
    expect(table.rows.map(({ line }) => line)).toEqual([2, 4, 5]);
    expect(table.problems.map(({ line, reason }) => [line, reason.kind])).toEqual([[3, 'unclosed-quote']]);
  });

  test('does not let an unclosed quote eat rows up to the next quoted cell', async () => {
    const table = await tableOf('id,note,phq9\n1,"open,12\n2,plain,9\n3,"closed",4\n');
    expect(table.rows.map(({ line }) => line)).toEqual([3, 4]);
    expect(table.problems.map(({ line }) => line)).toEqual([2]);
  });

  test('reads on line by line when a file uses quotes for something else', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `${index},"5 feet,12`);
    const table = await tableOf(['id,height,phq9', ...lines, '9999,x,1'].join('\n'));
    expect(table.problems).toHaveLength(3000);
    expect(table.rows.map(({ line }) => line)).toEqual([3002]);
  });

  test('has a header only when the first row names columns', async () => {
    expect((await tableOf('anna,2025-01-03,12\nben,2025-01-04,9')).headerLine).toBeNull();
    expect((await tableOf('who,score\nanna,12')).headerLine).toBe(1);
    expect((await tableOf('Kürzel,BDI\nanna,12')).headerLine).toBe(1);
  });

  test('takes the delimiter and the header from the therapist when they say so', async () => {
    const table = await tableOf('a;b,1;2\nc;d,3;4', { delimiter: ';', header: false });
    expect(table.rows[0]?.cells).toEqual(['a', 'b,1', '2']);
  });

  test('finds the table below a title', async () => {
    const table = await tableOf('Export of 3 May\n\nid,date,phq9\n1,2025-01-03,12\n');
    expect(table.headerLine).toBe(3);
    expect(table.problems.map(({ line }) => line)).toEqual([1]);
  });

  test.each([
    ['', 'empty'],
    ['\n \n', 'empty'],
    ['a,b\n\u0000,1', 'not-text'],
    [Array.from({ length: 2_001 }, (_, index) => `c${index}`).join(','), 'too-many-columns'],
  ])('is refused when there is nothing to read in it (%#)', async (text, reason) => {
    expect(await readTable(text, noPause)).toEqual({ kind: 'refused', reason });
  });

  test('breathes while it reads 100,000 rows, and stops when told to', async () => {
    const text = `id,session,phq9\n${Array.from({ length: 100_000 }, (_, row) => `${row % 1500},${row},7`).join('\n')}`;
    const pace = countedPace();
    const read = await readTable(text, pace);
    if (read.kind !== 'table') throw new Error(read.kind);
    expect(read.table.rows).toHaveLength(100_000);
    expect(read.table.rows.at(-1)?.line).toBe(100_001);
    expect(pace.breaths()).toBeGreaterThan(text.length / 40_000);

    const controller = new AbortController();
    let breaths = 0;
    const stopping = {
      signal: controller.signal,
      breathe: () => {
        breaths += 1;
        if (breaths === 3) controller.abort();
        return Promise.resolve();
      },
    };
    expect(await readTable(text, stopping)).toEqual({ kind: 'cancelled' });
    expect(breaths).toBe(3);
  });
});
