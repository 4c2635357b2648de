// VAULT L3: after a whole run the browser's profile holds none of the typed words. The scan has a positive control: the same
// words, left in the clear in every place that a page can write to, are found by the same scan.
import type { Page } from '@playwright/test';
import { findWords } from './support/find-words.ts';
import { addGoalOfTen, addProblem, goToPlan, rateGoal, writeLifeEvent } from './support/plan.ts';
import {
  addAnswers,
  addClient,
  addTotal,
  chooseFor,
  goToClients,
  isLocked,
  isSaved,
  lock,
  makeVaultQuickly,
  openClient,
  unlock,
} from './support/practice.ts';
import { expect, test } from './support/test.ts';

// A step that does not come is a failure of its own, long before the whole story's time is up.
test.use({ actionTimeout: 30_000 });

// Words that nobody else writes: the app brings a dictionary, to judge passphrases by, and the browser several.
const passphrase = 'zorblinge herquistal tandrumole belvicquary snordwelder';
const label = 'Quillfeatherby Osmanthique';
const renamed = 'Zephyrinella Blackthornleigh';
const reason = 'vermillique paperweightle';
const measure = 'Gloamingtidely';
const searched = 'Osmanthiq';
const loop = {
  problem: 'Wrendlesome thoughquakes',
  goal: 'Marrowlight evenquill',
  lifeEvent: 'Gorsefinch farewhither',
  said: 'Thistlevane whisperquay',
  unfinished: 'Oakumbrel halfsentence',
  inTheWay: 'Sallowdrift hesitquell',
  label: 'Larkspindle',
  forTheClient: 'Tidemossy stepwisp',
};

const privately = {
  kept: 'Umbrawhistle kindlequorn',
  deleted: 'Pellucidrake mournfathom',
};

const wordsOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => text.split(' ')).filter((word) => word.length > 5)),
];
const typed = wordsOf([
  passphrase,
  label,
  renamed,
  reason,
  measure,
  ...Object.values(loop),
  ...Object.values(privately),
]);

test('after a whole day the profile holds none of the typed words', async ({ launch, app }) => {
  test.setTimeout(300_000);
  const profile = await launch();
  const { page } = profile;
  await page.goto(app);
  const sheet = await makeVaultQuickly(page, passphrase);
  await addClient(page, label);
  await addTotal(page, 'PHQ-9', '2026-03-02', 19);
  await addTotal(page, 'PHQ-9', '2026-03-09', 17);
  await addAnswers(page, 'GAD-7', '2026-03-09', [3, 2, 2, 1, 1, 2, 1]);
  await rename(page);
  await moveBaseline(page);
  await goRoundTheLoop(page);
  await thinkAloud(page);
  await goToClients(page);
  await page.getByLabel(/Search/).fill(searched);
  await defineMeasure(page);
  await lock(page);

  await unlock(page, passphrase);
  await page.reload();
  await unlock(page, passphrase);
  await openClient(page, renamed);
  await profile.close();
  // The sheet's words are in the app's own list of words, but not side by side.
  const sheetInARow = [sheet.slice(0, 4).join(' '), sheet.slice(20).join(' ')];
  const words = [...typed, searched, ...sheetInARow];
  expect(await findWords(profile.folder, words)).toEqual([]);
  // A start without a word, so that the browser tidies up what it had only noted: what was in its logs goes into tables.
  const again = await launch({ folder: profile.folder });
  await again.page.goto(app);
  await isLocked(again.page);
  await again.close();

  expect(await findWords(profile.folder, words)).toEqual([]);
});

async function rename(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More about this client' }).click();
  await page.getByRole('menuitem', { name: 'Change code or name' }).click();
  await page.getByRole('dialog').getByLabel('Code or name').fill(renamed);
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByRole('heading', { name: renamed })).toBeVisible();
  await isSaved(page);
}

async function moveBaseline(page: Page): Promise<void> {
  await chooseFor(page, /Mar.*PHQ-9 17/, 'Make this the baseline');
  await page.getByRole('dialog').getByLabel('Why').fill(reason);
  await page.getByRole('button', { name: 'Make it the baseline' }).click();
  await expect(page.getByText('Baseline, moved here')).toBeVisible();
  await isSaved(page);
}

/** A plan, a conversation about risk, one that is not finished, a change of course, and what the client was shown of it. */
async function goRoundTheLoop(page: Page): Promise<void> {
  await goToPlan(page);
  await addProblem(page, loop.problem);
  await addGoalOfTen(page, loop.goal, 8);
  await rateGoal(page, loop.goal, '3');
  await writeLifeEvent(page, '2026-03-05', loop.lifeEvent);
  await page.getByRole('link', { name: renamed }).click();

  const choose = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: 'More about this client' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose('Record the conversation');
  await page.getByLabel('What the client said').fill(loop.said);
  await page.getByRole('button', { name: 'Record the conversation' }).click();
  await choose('Record the conversation');
  await page.getByLabel('What the client said').fill(loop.unfinished);
  await page.getByRole('link', { name: renamed }).click();
  await choose('Change course');
  await page.getByLabel('In your own words').fill(loop.inTheWay);
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'Exposure' });
  await page.getByLabel('On the chart').fill(loop.label);
  await page.getByLabel('Wording for the client').fill(loop.forTheClient);
  await page.getByRole('button', { name: 'Save the change' }).click();
  await expect(page.getByRole('heading', { level: 3, name: new RegExp(loop.label) })).toBeVisible();

  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Show only this' }).click();
  await expect(page.getByText(loop.forTheClient, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: renamed }).click();
  await isSaved(page);
}

/** Psychotherapy notes: one that stays, one that is deleted, and a search for both. */
async function thinkAloud(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Psychotherapy notes' }).click();
  for (const words of Object.values(privately)) {
    await page.getByRole('button', { name: 'New note' }).click();
    await page.getByLabel('Your words').fill(words);
    await page.getByRole('button', { name: 'Done' }).click();
  }
  await page.getByLabel('Search these notes').fill(privately.deleted);
  await page.getByRole('button', { name: /^Delete the note of/ }).click();
  await expect(page.getByRole('article')).toHaveCount(0);
  await page.getByLabel('Search these notes').fill(privately.kept);
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByRole('link', { name: renamed }).click();
  await isSaved(page);
}

async function defineMeasure(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
  await page.getByRole('button', { name: 'New measure' }).click();
  await page.getByLabel('Name', { exact: true }).fill(measure);
  await page.getByLabel('Lowest total').fill('0');
  await page.getByLabel('Highest total').fill('40');
  await page.getByText('Higher: more of something good').click();
  await page.getByRole('button', { name: 'Save the measure' }).click();
  await expect(page.getByText(`${measure} is saved.`)).toBeVisible();
  await isSaved(page);
}

test('the scan would find them: the same words left in the clear are found wherever they are', async ({
  launch,
  app,
}) => {
  test.setTimeout(120_000);
  const places = {
    database: 'Aldergrouse',
    databaseKey: 'Bramblewick',
    wideDatabase: 'Crakehollow',
    longValue: 'Dunlinmarsh',
    bytes: 'Eiderfell',
    blob: 'Fulmarcove',
    localStorage: 'Gannetrock',
    sessionStorage: 'Hobbydale',
    cache: 'Ibisbarrow',
    address: 'Jackdawspire',
    title: 'Kestrelhythe',
    files: 'Lapwingmoss',
  };
  const profile = await launch();
  await profile.page.goto(app);
  await profile.page.evaluate(async (words) => {
    const opening = indexedDB.open('in-the-clear', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('notes');
    const db = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const transaction = db.transaction('notes', 'readwrite', { durability: 'strict' });
    const notes = transaction.objectStore('notes');
    notes.put(words.database, 1);
    notes.put('nothing', words.databaseKey);
    notes.put(`${words.wideDatabase} \u2603`, 2);
    // Long and repetitive: packed, whoever packs it, and cut in pieces by the log.
    notes.put(`${'once upon a time '.repeat(20_000)}${words.longValue}${' and then'.repeat(20_000)}`, 3);
    notes.put(new TextEncoder().encode(words.bytes), 4);
    notes.put(new Blob([words.blob]), 5);
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    db.close();
    localStorage.setItem('word', words.localStorage);
    sessionStorage.setItem('word', words.sessionStorage);
    const cache = await caches.open('in-the-clear');
    await cache.put('/word', new Response(words.cache));
    const folder = await navigator.storage.getDirectory();
    const writable = await (await folder.getFileHandle('note', { create: true })).createWritable();
    await writable.write(words.files);
    await writable.close();
    document.title = words.title;
    location.hash = words.address;
  }, places);
  // The browser notes addresses and titles a moment later.
  await profile.page.reload();
  await isFirstRun(profile.page);
  await profile.close();
  const before = await findWords(profile.folder, Object.values(places));
  const again = await launch({ folder: profile.folder });
  await again.page.goto(app);
  await isFirstRun(again.page);
  await again.close();

  const after = await findWords(profile.folder, Object.values(places));
  const found = new Set([...before, ...after].map(({ word }) => word));
  const missed = Object.entries(places).filter(([, word]) => !found.has(word));
  expect(missed).toEqual([]);
});

const isFirstRun = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: 'Make your vault' })).toBeVisible({ timeout: 30_000 });
