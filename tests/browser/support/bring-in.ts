// Bringing scores in, as the steps a therapist takes on the screen.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { goToClients } from './practice.ts';
import { expect } from './test.ts';

/** A big table takes its time on a machine that does other things too. */
export const patience = { timeout: 60_000 };

const oracles = resolve(import.meta.dirname, '../../../../shared/oracles');

export const oraclePath = (file: string): string => resolve(oracles, file);
export const oracleIsThere = (file: string): boolean => existsSync(oraclePath(file));

/** Throws when the file is not there: ask `oracleIsThere` first. */
export const readOracle = <T>(file: string): T => JSON.parse(readFileSync(oraclePath(file), 'utf8')) as T;

export interface NewMeasure {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly better: 'lower' | 'higher';
  readonly step?: string;
  readonly reliability?: number;
  readonly clinical?: { readonly mean: number; readonly sd: number };
  readonly functional?: { readonly mean: number; readonly sd: number };
}

export interface TableFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const csvFile = (text: string | Buffer, name = 'scores.csv'): TableFile => ({
  name,
  mimeType: 'text/csv',
  buffer: typeof text === 'string' ? Buffer.from(text, 'utf8') : text,
});

export async function goToImport(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
  await page.getByRole('link', { name: 'Bring in scores' }).first().click();
  await expect(page.getByRole('heading', { name: 'Bring in scores' })).toBeVisible(patience);
}

/** From any page of the practice to the columns of this file. */
export async function chooseFile(page: Page, file: string | TableFile): Promise<void> {
  await goToImport(page);
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'What the columns mean' })).toBeVisible(patience);
}

const measureBlock = (page: Page, calledInFile: string): Locator =>
  page.getByRole('region', { name: `“${calledInFile}” in the file`, exact: true });

/** Null: the measure is left out. */
export async function sayMeasure(
  page: Page,
  calledInFile: string,
  measure: NewMeasure | null,
): Promise<void> {
  const block = measureBlock(page, calledInFile);
  if (measure === null) {
    await block.getByRole('combobox').first().selectOption({ label: 'Left out' });
    return;
  }
  await block.getByLabel('Name', { exact: true }).fill(measure.name);
  await block.getByLabel('Lowest total').fill(String(measure.min));
  await block.getByLabel('Highest total').fill(String(measure.max));
  if (measure.step !== undefined) await block.getByLabel('Totals go in steps of').selectOption(measure.step);
  await block.getByRole('radio', { name: measure.better === 'lower' ? /Lower/ : /Higher/ }).check();
  if (measure.reliability === undefined) return;
  await block.getByText('Cut-off, reliability, norms').click();
  await block.getByLabel('Reliability', { exact: false }).first().fill(String(measure.reliability));
  await block.getByLabel('Which kind?').selectOption({ label: 'Another, or not named' });
  for (const [group, norm] of [
    ['Clinical group', measure.clinical],
    ['Functional group', measure.functional],
  ] as const) {
    if (norm === undefined) continue;
    await block.getByLabel(`${group}: mean`).fill(String(norm.mean));
    await block.getByLabel(`${group}: SD`).fill(String(norm.sd));
  }
}

/** From the columns to what would be written. */
export async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check what would be written' }).click();
  await expect(page.getByRole('heading', { name: 'What would be written' })).toBeVisible(patience);
}

/** One of the counts of the preview, or of what was written. */
export const countOf = async (page: Page, id: string): Promise<number> =>
  Number((await page.locator(`[data-count=${id}]`).innerText()).replace(/\D/g, ''));

export async function write(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Write/ }).click();
  await expect(page.getByRole('heading', { name: 'The scores are here' })).toBeVisible(patience);
}

/** The example caseload, in a vault in memory: nothing has to be unlocked. */
export async function lookAround(page: Page, app: string): Promise<void> {
  await page.goto(app);
  await page.getByRole('button', { name: 'Look around first' }).click();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible(patience);
  await goToClients(page);
}

/** Every line of the list under one measure: client → what its status says ('' when it says nothing). */
export async function statusesOf(page: Page, measure: string): Promise<ReadonlyMap<string, string>> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
  await page.getByLabel('Show').selectOption({ label: measure });
  const rows = await page.locator('tr[data-row]').all();
  const read = await Promise.all(
    rows.map(async (row) => [
      (await row.getByRole('rowheader').innerText()).trim(),
      (await row.locator('td.status').innerText()).trim(),
    ]),
  );
  return new Map(read.map(([label = '', status = '']) => [label, status]));
}
