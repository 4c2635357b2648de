// A link for a client, and the reply to it: made, compared, answered elsewhere, pasted back, read from a picture of its code, and
// every reason why a reply is not taken in. What the client's phone does is done by the same function that seals there.
import type { Locator, Page } from '@playwright/test';
import { encodeQR } from 'qr';
import { encodeFragment } from '../../src/sync/vault/check-in-fragment.ts';
import { keyPairFromSeed } from '../../src/sync/vault/key-pairs.ts';
import { sealReply } from '../../src/sync/vault/seal-reply.ts';
import { expectAccessible } from './support/accessible.ts';
import {
  addClient,
  addTotal,
  goToSettings,
  goToToday,
  makeVaultQuickly,
  openClient,
} from './support/practice.ts';
import { expect, test } from './support/test.ts';
import { writeVideoOfCode } from './support/video-of-code.ts';

test.describe.configure({ timeout: 180_000 });
test.use({ actionTimeout: 15_000 });

const passphrase = 'quiet river under seven tall lamps';
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const moderate = [2, 2, 2, 1, 1, 1, 1, 1];
const mild = [1, 1, 1, 1, 1, 1, 1];

const replyTo = (
  fragment: string,
  answers: readonly (readonly (number | null)[])[] = [moderate],
  answeredAt = new Date().toISOString(),
): Promise<string> => sealReply({ fragment, answers, answeredAt, random });

const field = (page: Page): Locator => page.getByLabel('The reply', { exact: true });
const preview = (page: Page): Locator => page.getByRole('region', { name: /^Reply of/ });

async function goToSend(page: Page, label: string): Promise<void> {
  await openClient(page, label);
  await page.getByRole('link', { name: 'Send a check-in' }).click();
  await expect(page.getByRole('heading', { name: 'Send a check-in' })).toBeVisible();
}

/** On the page for links: one that asks these; what stands behind its `#` when resolved. */
async function makeLink(page: Page, measures: readonly RegExp[]): Promise<string> {
  await expect(page.getByRole('button', { name: 'Make the link' })).toBeVisible();
  for (const measure of measures) {
    const box = page.getByRole('checkbox', { name: measure });
    if (!(await box.isVisible())) await page.getByText('Other questionnaires').click();
    await box.check();
  }
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByRole('heading', { name: /^Link of / })).toBeFocused();
  const link = await page.getByLabel('The link', { exact: true }).inputValue();
  return link.slice(link.indexOf('#') + 1);
}

async function read(page: Page, reply: string): Promise<void> {
  await field(page).fill(reply);
  await page.getByRole('button', { name: 'Read the reply' }).click();
}

test('a link is made and compared, and its reply is taken in once', async ({ page, app }) => {
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await addClient(page, 'Heron 3');
  await addTotal(page, 'PHQ-8', '2026-03-02', 19);
  await goToSend(page, 'Heron 3');
  await expect(page.getByText('this computer only')).toBeVisible();
  const fragment = await makeLink(page, [/^PHQ-8/]);

  await test.step('six words to compare, a code, and no name in the link', async () => {
    await expect(page.getByRole('list', { name: 'Six words to compare' }).getByRole('listitem')).toHaveCount(
      6,
    );
    await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
    expect(fragment).toMatch(/^[\w-]{40,400}$/);
    await expect(page.getByRole('region', { name: 'Links of this client' })).toContainText(
      'key not compared',
    );
    await page.getByLabel('The client read the six words aloud: the same').check();
    await expect(page.getByRole('region', { name: 'Links of this client' })).toContainText('words compared');
    await expectAccessible(page, 'a link');
  });

  const reply = await replyTo(fragment);
  await test.step('what stands around the reply does not matter; it is looked at before it is taken in', async () => {
    await read(page, `Hello,\n\n${reply}\n`);
    await expect(preview(page)).toContainText('PHQ-8: 11');
    await expect(preview(page)).toContainText('words compared');
    await preview(page).getByText('Every answer').click();
    await expect(preview(page).getByRole('row')).toHaveCount(9);
    await expectAccessible(page, 'a reply before it is taken in');
    await page.getByRole('button', { name: 'Take it in' }).click();
    await expect(page.getByText('The reply was taken in.').and(page.locator('[tabindex]'))).toBeFocused();
    await expect(field(page)).toHaveValue('');
    await expect(page.getByRole('region', { name: 'Links of this client' })).toContainText(
      'reply taken in on',
    );
  });

  await test.step('the very same reply again', async () => {
    await read(page, reply);
    await expect(page.getByText('This very reply was taken in on')).toBeVisible();
  });

  await test.step('a second, different one is shown beside the first, which goes on counting', async () => {
    await read(page, await replyTo(fragment, [moderate.map(() => 3)]));
    await expect(page.getByText('Another reply to this link was taken in on')).toContainText('PHQ-8: 11');
    await expect(preview(page)).toContainText('PHQ-8: 24');
    await page.getByRole('button', { name: 'Keep the first one' }).click();
    await expect(page.getByText('The first reply still counts.')).toBeVisible();
  });

  await test.step("the score stands in the client's course, and says where it came from", async () => {
    await openClient(page, 'Heron 3');
    await expect(page.getByText(/^Latest: 11/)).toBeVisible();
    await expect(page.getByText('Answered alone, by link')).toContainText('the six words were compared');
    await expect(page.getByRole('row', { name: /PHQ-8/ })).toHaveCount(2);
  });
});

test('every reason why a reply is not taken in is said, and nothing is changed', async ({ page, app }) => {
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await addClient(page, 'Heron 3');
  await addClient(page, 'Wren 8');
  await goToSend(page, 'Heron 3');
  const fragment = await makeLink(page, [/^PHQ-8/, /^GAD-7/]);
  // In the catalogue's order, whatever was ticked first.
  const answers = [mild, moderate];
  const reply = await replyTo(fragment, answers);
  const links = page.getByRole('region', { name: 'Links of this client' });

  await test.step('no reply, one with script in it, one cut short', async () => {
    await read(page, 'See you on Tuesday!');
    await expect(page.getByText('This is not a reply from a check-in page.')).toBeVisible();
    await read(page, '<img src=x onerror=alert(1)>');
    await expect(page.getByText('This is not a reply from a check-in page.')).toBeVisible();
    await read(page, reply.slice(0, -30));
    await expect(page.getByText('The reply is cut short or changed on its way.')).toBeVisible();
    await read(page, `SR7.${reply.slice(4)}`);
    await expect(page.getByText('from a newer version of the check-in page')).toBeVisible();
  });

  await test.step('ten million letters do not stop the page', async () => {
    await field(page).fill('');
    const tookMs = await field(page).evaluate((area) => {
      const carried = new DataTransfer();
      carried.setData('text/plain', 'SR1.' + 'A'.repeat(10_000_000));
      const began = performance.now();
      area.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }),
      );
      return performance.now() - began;
    });
    await expect(page.getByText('This is too long for a reply')).toBeVisible();
    await expect(field(page)).toHaveValue('');
    expect(tookMs).toBeLessThan(1_000);
  });

  await test.step('of another vault; sealed to a key that somebody put into the link', async () => {
    const { publicKey } = await keyPairFromSeed('X25519', random(32));
    const asked = [{ id: 'phq-8', version: 'en-1' }];
    const elsewhere = { checkInId: 'ab'.repeat(16), publicKey, asked, language: 'en' };
    await read(page, await replyTo(encodeFragment(elsewhere)));
    await expect(page.getByText('This reply is for another vault')).toBeVisible();
    const id = Buffer.from(fragment, 'base64url').subarray(1, 17).toString('hex');
    await read(page, await replyTo(encodeFragment({ ...elsewhere, checkInId: id })));
    await expect(page.getByText("was not sealed with that link's key")).toBeVisible();
  });

  await test.step('of a page that was shown other questions: a warning, and no taking in by itself', async () => {
    const id = Buffer.from(fragment, 'base64url').subarray(1, 17).toString('hex');
    const publicKey = new Uint8Array(Buffer.from(fragment, 'base64url').subarray(17, 49));
    const asked = [{ id: 'gad-7', version: 'en-1' }];
    await read(
      page,
      await replyTo(encodeFragment({ checkInId: id, publicKey, asked, language: 'en' }), answers),
    );
    await expect(preview(page)).toContainText('Not the link that was made here');
    await expect(page.getByRole('button', { name: 'Take it in' })).toBeDisabled();
    await page.getByLabel('I have asked the client').check();
    await expect(page.getByRole('button', { name: 'Take it in' })).toBeEnabled();
  });

  await test.step('the key was not compared: said before it is taken in', async () => {
    await read(page, reply);
    await expect(preview(page)).toContainText('The six words of this link were not compared.');
    await page.getByRole('button', { name: 'Another reply' }).click();
    await expect(field(page)).toBeFocused();
  });

  await test.step("on another client's page it is not shown, and leads to the right one", async () => {
    await goToSend(page, 'Wren 8');
    await read(page, reply);
    await expect(page.getByText('This reply belongs to another client.')).toBeVisible();
    await expect(preview(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Open it with Heron 3' }).click();
    await expect(preview(page)).toContainText('Heron 3');
    await expect(page.getByRole('link', { name: 'Heron 3' })).toBeVisible();
  });

  await test.step('from the first screen, without knowing whose it is', async () => {
    await goToToday(page);
    await page.getByRole('link', { name: 'A reply has come' }).click();
    await read(page, reply);
    await expect(preview(page)).toContainText('Reply of Heron 3');
    await expect(preview(page)).toContainText('GAD-7: 7');
  });

  await test.step('withdrawn, and that undone', async () => {
    await goToSend(page, 'Heron 3');
    await links.getByRole('button', { name: 'Withdraw' }).click();
    await expect(links).toContainText('withdrawn on');
    await read(page, reply);
    await expect(page.getByText('The link was withdrawn on')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(preview(page)).toBeVisible();
  });

  await test.step('a picture of its code is read', async () => {
    await page.getByRole('button', { name: 'Another reply' }).click();
    await page.getByText('Read a QR code', { exact: true }).click();
    const picture = Buffer.from(encodeQR(reply, 'gif', { scale: 4 }));
    const chooser = page.getByLabel('Choose a picture');
    await chooser.setInputFiles({ name: 'code.gif', mimeType: 'image/gif', buffer: picture });
    await expect(preview(page)).toContainText('PHQ-8: 11');
    await expectAccessible(page, 'reading a code');
    const nothing = { name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
    await chooser.setInputFiles(nothing);
    await expect(page.getByText('This file could not be read as a picture.')).toBeVisible();
  });

  await test.step('ran out by the clock of this computer; opened again it is taken in', async () => {
    await page.clock.setSystemTime(new Date(Date.now() + 8 * 86_400_000));
    await read(page, reply);
    await expect(page.getByText('The reply says that it was answered before.')).toBeVisible();
    await page.getByRole('button', { name: 'Open for 7 more days' }).first().click();
    await expect(preview(page)).toBeVisible();
    await page.getByRole('button', { name: 'Take it in' }).click();
    await expect(links).toContainText('reply taken in on');
    await openClient(page, 'Heron 3');
    await expect(page.getByText('key not compared').first()).toBeVisible();
  });
});

test('the address of the check-in page is checked, and links begin with it', async ({ page, app }) => {
  await page.goto(app);
  await makeVaultQuickly(page, passphrase);
  await goToSettings(page, 'Practice');
  const address = page.getByLabel('Address', { exact: true });
  const block = page.getByRole('region', { name: 'Address of the check-in page' });
  await address.fill('http://practice.example/check-in/');
  await block.getByRole('button', { name: 'Save' }).click();
  await expect(block).toContainText('The address must begin with https://.');
  await address.fill('https://practice.example/check-in/');
  await block.getByRole('button', { name: 'Save' }).click();
  await expect(block).toContainText('Links now begin with https://practice.example/check-in/');
  await expectAccessible(page, 'the address of the check-in page');
  await addClient(page, 'Heron 3');
  await page.getByRole('link', { name: 'Send a check-in' }).click();
  await makeLink(page, [/^GAD-7/]);
  await expect(page.getByText('this computer only')).toHaveCount(0);
  await expect(page.getByLabel('The link', { exact: true })).toHaveValue(
    /^https:\/\/practice\.example\/check-in\/#/,
  );
});

test.describe('the camera', () => {
  const fakeCamera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

  /** Keeps every stream that the page asks for, so that one can see whether it was stopped. */
  const keepStreams = (page: Page): Promise<unknown> =>
    page.addInitScript(() => {
      const kept: MediaStream[] = [];
      Object.assign(globalThis, { keptStreams: kept });
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        const stream = await ask(wanted);
        kept.push(stream);
        return stream;
      };
    });
  const cameraStates = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() =>
      (globalThis as unknown as { keptStreams: MediaStream[] }).keptStreams.flatMap((stream) =>
        stream.getTracks().map(({ readyState }) => readyState),
      ),
    );

  async function goToReplies(page: Page, app: string): Promise<void> {
    await keepStreams(page);
    await page.goto(app);
    await page.getByRole('button', { name: 'Look around first' }).click();
    await page.getByRole('link', { name: 'A reply has come' }).click();
    await page.getByText('Read a QR code', { exact: true }).click();
    await page.getByRole('button', { name: 'Read a QR code with the camera' }).click();
  }

  test('reads a code and is switched off then', async ({ launch, app }, testInfo) => {
    const { publicKey } = await keyPairFromSeed('X25519', random(32));
    const asked = [{ id: 'phq-8', version: 'en-1' }];
    const film = testInfo.outputPath('code.y4m');
    const fragment = encodeFragment({ checkInId: 'cd'.repeat(16), publicKey, asked, language: 'en' });
    await writeVideoOfCode(await replyTo(fragment), film);
    const { page } = await launch({ args: [...fakeCamera, `--use-file-for-fake-video-capture=${film}`] });
    await goToReplies(page, app);
    await expect(page.getByText('This reply is for another vault')).toBeVisible();
    await expect(page.getByLabel('What the camera sees')).toHaveCount(0);
    expect(await cameraStates(page)).toEqual(['ended']);
  });

  test('is switched off when the page is left', async ({ launch, app }) => {
    const { page } = await launch({ args: fakeCamera });
    await goToReplies(page, app);
    await expect(page.getByLabel('What the camera sees')).toBeVisible();
    expect(await cameraStates(page)).toEqual(['live']);
    await goToToday(page);
    expect(await cameraStates(page)).toEqual(['ended']);
  });
});
