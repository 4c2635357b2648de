// A therapist brings in the scores of a real study (Claus et al. 2020) and sees on the screen what the study found.
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';
import {
  check,
  chooseFile,
  countOf,
  csvFile,
  lookAround,
  oracleIsThere,
  oraclePath,
  readOracle,
  sayMeasure,
  statusesOf,
  write,
  type NewMeasure,
} from './support/bring-in.ts';
import { isSaved, lock, makeVaultQuickly, unlock } from './support/practice.ts';

interface StudyCase {
  readonly id: string;
  readonly inputs: {
    readonly reliability: number;
    readonly m_functional: number;
    readonly sd_functional: number;
  };
  readonly sample_statistics: { readonly m_pre: number; readonly sd_pre: number };
  readonly expected: {
    readonly per_patient: readonly { readonly id: string; readonly category: string }[];
  };
}

const claus = 'data/clinicalsignificance_claus_2020.csv';
const results = 'expected/reliable-change-by-client.json';
const passphrase = 'forty three people answered four times';
const studied = [
  { called: 'bdi', id: 'claus2020_bdi_JT_c', name: 'BDI-II', min: 0, max: 63, better: 'lower' },
  { called: 'who', id: 'claus2020_who5_JT_c', name: 'WHO-5 raw', min: 0, max: 25, better: 'higher' },
  { called: 'hamd', id: 'claus2020_hamd_JT_c', name: 'HAM-D', min: 0, max: 52, better: 'lower' },
] as const;

test('the status of each of the 40 complete clients is the one that the study found, and the other three have none', async ({
  page,
  app,
}) => {
  test.skip(!oracleIsThere(claus) || !oracleIsThere(results), 'SKIPPED: the oracle folder is not here');
  test.setTimeout(240_000);
  const cases = readOracle<{ cases: StudyCase[] }>(results).cases;
  const caseOf = (id: string): StudyCase => {
    const found = cases.find((one) => one.id === id);
    if (!found) throw new Error(`the oracle case ${id} is gone`);
    return found;
  };
  // So tall that the list draws every line.
  await page.setViewportSize({ width: 1280, height: 3600 });
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);

  await chooseFile(page, oraclePath(claus));
  for (const { called, id, name, min, max, better } of studied) {
    const { inputs, sample_statistics: sample } = caseOf(id);
    const measure: NewMeasure = {
      ...{ name, min, max, better, reliability: inputs.reliability },
      clinical: { mean: sample.m_pre, sd: sample.sd_pre },
      functional: { mean: inputs.m_functional, sd: inputs.sd_functional },
    };
    await sayMeasure(page, called, measure);
  }
  await sayMeasure(page, 'shaps', null);
  // The study compares time 1 with time 4.
  for (const time of ['2', '3']) await page.getByLabel(`Bring in “${time}”`).uncheck();
  await check(page);
  expect(await countOf(page, 'left-out')).toBe(0);
  const scores = await countOf(page, 'scores');
  await write(page);
  expect(await countOf(page, 'new')).toBe(43);
  await isSaved(page);

  const words = ['Recovered', 'Improved', 'Unchanged', 'Deteriorated'];
  for (const { id, name } of studied) {
    const theirs = caseOf(id).expected.per_patient;
    expect(theirs).toHaveLength(40);
    const onScreen = await statusesOf(page, name);
    expect(onScreen.size).toBe(43);
    const expected = theirs.map(({ id: client, category }) => [
      client,
      category === 'Harmed' ? 'Deteriorated' : category,
    ]);
    const judged = [...onScreen].filter(([, status]) => words.includes(status));
    expect(new Map(judged), name).toEqual(new Map(expected as [string, string][]));
  }

  // What was saved is there after the door was shut, and the same file adds nothing.
  await lock(page);
  await unlock(page, passphrase);
  await chooseFile(page, oraclePath(claus));
  await expect(page.getByText('Read as last time')).toBeVisible();
  await check(page);
  await expect(page.getByText('There is nothing new to write.')).toBeVisible();
  expect(await countOf(page, 'there')).toBe(scores);
  await expect(page.getByRole('button', { name: /^Write/ })).toHaveCount(0);
});

interface Study {
  readonly file: string;
  readonly clients: number;
  /** Null: tests/published counts them in the file itself. */
  readonly scores: number | null;
  readonly measures: Readonly<Record<string, NewMeasure>>;
}

const others: readonly Study[] = [
  {
    file: 'data/clinicalsignificance_jacobson_1989.csv',
    clients: 30,
    scores: 116,
    measures: {
      das: { name: 'DAS', min: 0, max: 151, better: 'higher', step: '0' },
      gds: { name: 'GDS', min: 0, max: 100, better: 'lower', step: '0' },
    },
  },
  {
    file: 'data/series_BtheB_bdi_long.csv',
    clients: 100,
    scores: 380,
    measures: { bdi: { name: 'BDI', min: 0, max: 63, better: 'lower' } },
  },
  {
    file: 'data/series_suddengains_sgdata.csv',
    clients: 43,
    scores: null,
    measures: {
      bdi: { name: 'BDI', min: 0, max: 63, better: 'lower' },
      rq: { name: 'RQ', min: 0, max: 100, better: 'lower' },
    },
  },
];

for (const { file, clients, scores, measures } of others) {
  test(`${file} comes in cleanly, and a second time adds nothing`, async ({ page, app }) => {
    test.skip(!oracleIsThere(file), 'SKIPPED: the oracle folder is not here');
    test.setTimeout(120_000);
    await lookAround(page, app);
    await chooseFile(page, oraclePath(file));
    for (const [called, measure] of Object.entries(measures)) await sayMeasure(page, called, measure);
    await check(page);
    await expect(page.getByText('Every row could be taken as it is.')).toBeVisible();
    const planned = await countOf(page, 'scores');
    if (scores !== null) expect(planned).toBe(scores);
    await write(page);
    expect(await countOf(page, 'new')).toBe(clients);
    expect(await countOf(page, 'scores')).toBe(planned);

    await chooseFile(page, oraclePath(file));
    await check(page);
    await expect(page.getByText('There is nothing new to write.')).toBeVisible();
    expect(await countOf(page, 'there')).toBe(planned);
  });
}

test('a file of raw WHO-5 sums is asked about, and what was read stands beside what would be written', async ({
  page,
  app,
}) => {
  await lookAround(page, app);
  await chooseFile(page, csvFile('client,date,WHO-5,Mood\nNew-1,2026-01-05,8,3\nNew-1,2026-02-05,13,5\n'));

  const step = page.getByLabel('Totals go in steps of');
  const room = await step.evaluate((select) => {
    const words = document.createElement('span');
    words.textContent = '1: whole numbers';
    const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(select);
    words.style.font = font;
    document.body.append(words);
    const needed = words.getBoundingClientRect().width;
    words.remove();
    return select.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd) - needed;
  });
  expect(room).toBeGreaterThan(0);
  await sayMeasure(page, 'Mood', null);

  const block = page.getByRole('region', { name: '“WHO-5” in the file', exact: true });
  await expect(block).toContainText('Totals from 0 to 100, in steps of 4: the raw sum × 4.');
  await page.getByRole('button', { name: 'Check what would be written' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'Say whether the totals of “WHO-5” are raw sums or already × 4.',
  );
  await expect(block).toContainText('They look like raw sums; the highest is 13.');
  await expectAccessible(page, 'raw sums are asked about');
  await block.getByRole('radio', { name: 'raw sums from 0 to 25' }).check();
  await check(page);
  await expect(page.getByRole('row', { name: /New-1.*WHO-5/ }).first()).toContainText(
    '32 (raw 8 in the file)',
  );
  await expect(page.getByText('52 (raw 13 in the file)')).toBeVisible();
});
