// The page that a client answers alone: made for any browser, with nothing of the vault in it. What the app does with the reply
// stands in links-story.spec.ts.
import type { Page } from '@playwright/test';
import { auditC } from '../../src/clinical/instruments/audit-c/audit-c.ts';
import { cesdR } from '../../src/clinical/instruments/cesd-r/cesd-r.ts';
import { gad2 } from '../../src/clinical/instruments/gad-2/gad-2.ts';
import { gad7 } from '../../src/clinical/instruments/gad-7/gad-7.ts';
import { pcPtsd5 } from '../../src/clinical/instruments/pc-ptsd-5/pc-ptsd-5.ts';
import { pcl5 } from '../../src/clinical/instruments/pcl-5/pcl-5.ts';
import { phq15 } from '../../src/clinical/instruments/phq-15/phq-15.ts';
import { phq2 } from '../../src/clinical/instruments/phq-2/phq-2.ts';
import { phq4 } from '../../src/clinical/instruments/phq-4/phq-4.ts';
import { phq8 } from '../../src/clinical/instruments/phq-8/phq-8.ts';
import { phq9 } from '../../src/clinical/instruments/phq-9/phq-9.ts';
import { instruments as audit } from '../../src/clinical/instruments/pack/audit/index.ts';
import { instruments as core10 } from '../../src/clinical/instruments/pack/core-10/index.ts';
import { instruments as dass21 } from '../../src/clinical/instruments/pack/dass-21/index.ts';
import { instruments as dast10 } from '../../src/clinical/instruments/pack/dast-10/index.ts';
import { instruments as k10 } from '../../src/clinical/instruments/pack/k10/index.ts';
import { instruments as k6 } from '../../src/clinical/instruments/pack/k6/index.ts';
import { instruments as who5 } from '../../src/clinical/instruments/pack/who-5/index.ts';
import { encodeFragment, sixWords } from '../../src/sync/vault/check-in-fragment.ts';
import { keyPairFromSeed } from '../../src/sync/vault/key-pairs.ts';
import { openReply, readReply } from '../../src/sync/vault/open-reply.ts';
import { expectAccessible } from './support/accessible.ts';
import { addClient, makeVaultQuickly, openClient } from './support/practice.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 150_000 });
test.use({ actionTimeout: 15_000 });

// One by one: the catalogue finds the pack through the bundler, which is not here.
const shippable = [
  ...[auditC, cesdR, gad2, gad7, pcPtsd5, pcl5, phq15, phq2, phq4, phq8, phq9],
  ...[...audit, ...core10, ...dass21, ...dast10, ...k10, ...k6, ...who5],
];
const seed = new Uint8Array(32).fill(7);
const checkInId = '0123456789abcdef0123456789abcdef';

async function fragmentFor(asked: readonly { id: string; version: string }[]): Promise<string> {
  const { publicKey } = await keyPairFromSeed('X25519', seed);
  return encodeFragment({ checkInId, publicKey, asked, language: 'en' });
}

const versionOf = (id: string): { id: string; version: string } => {
  const instrument = shippable.find((one) => one.id === id);
  if (!instrument) throw new Error(`no ${id}`);
  return { id, version: instrument.version };
};

const question = (page: Page, number: number) => page.getByText(new RegExp(`^Question ${String(number)} of`));

async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('PHQ-9 and GAD-7 by keys: six words, back, left out, pause, help that comes forward, a reply', async ({
  page,
  app,
  watch,
}) => {
  const fragment = await fragmentFor([versionOf('phq-9'), versionOf('gad-7')]);
  await page.goto(`${app}check-in/#${fragment}`);
  await expect(page.getByRole('heading', { name: 'Before you begin' })).toBeFocused();
  await expect(page.getByText('Nobody is watching while you answer')).toBeVisible();
  const words = page.getByRole('list', { name: 'Six words to compare' }).getByRole('listitem');
  await expect(words).toHaveText([...(await sixWords(fragment))]);
  await expectAccessible(page, 'before a check-in');

  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(question(page, 1)).toBeVisible();
  await expect(page.getByRole('region', { name: 'If you need help now' })).toBeVisible();
  await press(page, '21');
  await page.keyboard.press('Backspace');
  await expect(question(page, 2)).toBeVisible();
  await press(page, '3');
  await page.getByRole('button', { name: 'Leave out' }).click();
  await expect(question(page, 4)).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('heading', { name: 'Paused' })).toBeVisible();
  await expect(question(page, 4)).toHaveCount(0);
  await page.getByRole('button', { name: 'Go on' }).click();
  await press(page, '11111');
  await expect(question(page, 9)).toBeVisible();
  await press(page, '1');
  await expect(question(page, 10)).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'You do not have to wait: help is there now' }),
  ).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectAccessible(page, 'a question after a safety answer');
  await press(page, '0' + '2222222');

  await expect(page.getByRole('heading', { name: 'That was all. Thank you.' })).toBeFocused();
  await expect(page.getByRole('img', { name: 'The sealed reply as a QR code' })).toBeVisible();
  await expectAccessible(page, 'the end of a check-in');
  const text = await page.getByLabel('The sealed reply', { exact: true }).inputValue();
  const reply = await readReply(text);
  if (reply.kind !== 'reply') throw new Error(reply.kind);
  const opened = await openReply(reply, seed, fragment);
  expect(opened).toMatchObject({
    kind: 'opened',
    answers: [
      [2, 3, null, 1, 1, 1, 1, 1, 1, 0],
      [2, 2, 2, 2, 2, 2, 2],
    ],
    fragmentMatches: true,
  });

  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
  }));
  expect(kept, 'nothing is kept').toEqual({ local: 0, session: 0, cookies: '', databases: 0 });
  const asked = watch.requests.filter((url) => !url.startsWith('data:'));
  expect(
    asked.every((url) => url.startsWith(`${app}check-in/`)),
    `only its own folder is asked for: ${asked.join(' ')}`,
  ).toBe(true);
});

test('a link that cannot be used says why, and asks nothing', async ({ page, app }) => {
  const whole = await fragmentFor([versionOf('phq-9')]);
  const cases: readonly (readonly [string, string])[] = [
    ['', 'Something is missing at the end of the link.'],
    [whole.slice(0, -9), 'The link has come cut short or changed.'],
    ['<script>alert(1)</script>', 'The link has come cut short or changed.'],
    [`Ag${whole.slice(2)}`, 'The link was made by a newer version than this page.'],
    [
      await fragmentFor([{ id: 'no-such-thing', version: '1' }]),
      'a version of them, that this page does not have',
    ],
    [
      await fragmentFor([{ id: 'phq-9', version: 'en-0' }]),
      'a version of them, that this page does not have',
    ],
    [await fragmentFor([{ id: 'pswq', version: 'en-1' }]), 'a version of them, that this page does not have'],
  ];
  for (const [fragment, sentence] of cases) {
    await page.goto('about:blank');
    await page.goto(`${app}check-in/#${fragment}`);
    await expect(page.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  }
});

test('every questionnaire that may be shipped can be answered to its end, at 320 px', async ({
  page,
  app,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const { id, version, items } of shippable) {
    await page.goto('about:blank');
    await page.goto(`${app}check-in/#${await fragmentFor([{ id, version }])}`);
    await page.getByRole('button', { name: 'Begin' }).click();
    for (let at = 0; at < items.length; at += 1) {
      if (await page.getByRole('heading', { name: 'That was all. Thank you.' }).isVisible()) break;
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${id}, question ${String(at + 1)}, has no sideways scroll`).toBeLessThanOrEqual(320);
      await page.getByRole('radio').last().click({ force: true });
      const next = page.getByRole('button', { name: 'Next' });
      if ((await question(page, at + 1).isVisible()) && (await next.isEnabled())) await next.click();
    }
    await expect(page.getByRole('heading', { name: 'That was all. Thank you.' })).toBeVisible();
  }
});

test('a link made in the app is answered in a second profile and its reply pasted back', async ({
  page,
  app,
  launch,
}) => {
  await page.goto(app);
  await makeVaultQuickly(page, 'quiet river under seven tall lamps');
  await addClient(page, 'Heron 3');
  await page.getByRole('link', { name: 'Send a check-in' }).click();
  await expect(page.getByRole('button', { name: 'Make the link' })).toBeVisible();
  await page.getByRole('checkbox', { name: /^GAD-7/ }).check();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByLabel('The link', { exact: true }).inputValue();
  const words = await page
    .getByRole('list', { name: 'Six words to compare' })
    .getByRole('listitem')
    .allTextContents();

  const { page: phone } = await launch();
  await phone.goto(link);
  const theirs = phone.getByRole('list', { name: 'Six words to compare' }).getByRole('listitem');
  await expect(theirs).toHaveText(words.map((word) => word.trim()));
  await phone.getByRole('button', { name: 'Begin' }).click();
  await expect(question(phone, 1)).toBeVisible();
  await press(phone, '1211121');
  const reply = await phone.getByLabel('The sealed reply', { exact: true }).inputValue();

  await page.getByLabel('The client read the six words aloud: the same').check();
  await page.getByLabel('The reply', { exact: true }).fill(reply);
  await page.getByRole('button', { name: 'Read the reply' }).click();
  await expect(page.getByRole('region', { name: /^Reply of/ })).toContainText('GAD-7: 9');
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByText('The reply was taken in.').first()).toBeVisible();
  await openClient(page, 'Heron 3');
  await expect(page.getByRole('main')).toContainText('One GAD-7 so far: 9');
  await expect(page.getByRole('main')).toContainText('the six words were compared');
});
