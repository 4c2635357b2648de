import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { serveHarness, type Harness } from './harness/serve-harness.ts';

let harness: Harness;
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  harness = await serveHarness();
});
test.afterAll(() => harness.close());

// Whatever the policy forbids, and whatever fails, shows on the console.
let complaints: string[] = [];
test.beforeEach(({ page }) => {
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});
test.afterEach(() => expect(complaints).toEqual([]));

const open = async (page: Page, name: string): Promise<void> => {
  await page.goto(`${harness.url}?${name === 'components' ? 'page=components' : `case=${name}`}`);
  if (name !== 'components') await expect(page.locator('canvas')).toBeVisible();
};
const layer = (page: Page) => page.getByRole('application', { name: /^Chart of/ });
const spoken = (page: Page) => page.locator('figure [aria-live=polite]');

/** How many different colours the canvas holds, and one of its corners: enough to see that it was drawn, and drawn anew. */
const pixels = (page: Page): Promise<{ colours: number; text: string }> =>
  page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {
      willReadFrequently: true,
    });
    copy?.drawImage(canvas, 0, 0);
    const { data } = copy?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const seen = new Map<string, number>();
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 255) {
        const key = `${data[i]},${data[i + 1]},${data[i + 2]}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }
    const [most] = [...seen].sort((a, b) => b[1] - a[1]);
    return { colours: seen.size, text: most?.[0] ?? 'none' };
  });

test.describe('the chart', () => {
  test('is one picture, described by the sentence', async ({ page }) => {
    await open(page, 'course');
    const canvas = page.getByRole('img', { name: 'Chart of PHQ-9' });
    await expect(canvas).toHaveAccessibleDescription(
      'PHQ-9 fell from 18 to 8: reliably better, and below the cut-off of 10.',
    );
    expect((await pixels(page)).colours).toBeGreaterThan(10);
  });

  test('arrow keys read each point, gaps too, into a polite live region', async ({ page }) => {
    await open(page, 'course');
    await layer(page).focus();
    await page.keyboard.press('Home');
    await expect(spoken(page)).toHaveText('4 Nov 2025 · PHQ-9 18 · moderately severe · Baseline');
    await page.keyboard.press('ArrowRight');
    await expect(spoken(page)).toHaveText('11 Nov 2025 · PHQ-9 19 · moderately severe · +1 since baseline');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
    await expect(spoken(page)).toHaveText('2 Dec 2025 · PHQ-9 · Incomplete: 7 of 9 answered');
    await page.keyboard.press('End');
    await expect(spoken(page)).toHaveText('20 Jan 2026 · PHQ-9 8 · mild · −10 since baseline');
    await page.keyboard.press('ArrowRight');
    await expect(spoken(page)).toContainText('20 Jan 2026');
  });

  test('Enter opens the point that was read', async ({ page }) => {
    await open(page, 'course');
    await layer(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('opened')).toHaveText('phq-9-0');
  });

  test('the pointer reads the nearest point and is silent to screen readers', async ({ page }) => {
    await open(page, 'course');
    const box = await page.locator('.u-over').boundingBox();
    if (!box) throw new Error('no plot');
    await page.mouse.move(box.x + 20, box.y + box.height / 3);
    await expect(page.locator('.readout')).toHaveText(/^4 Nov 2025 · PHQ-9 18/);
    await expect(spoken(page)).toHaveText('');
  });

  test('zooms by keys, by buttons and by drawing out a stretch, and 0 shows everything', async ({ page }) => {
    await open(page, 'course');
    const whole = page.getByRole('button', { name: 'Show everything' });
    await expect(whole).toBeDisabled();
    await layer(page).focus();
    await page.keyboard.press('+');
    await expect(whole).toBeEnabled();
    await page.keyboard.press('0');
    await expect(whole).toBeDisabled();

    const before = await page.locator('canvas').screenshot();
    await page.getByRole('button', { name: 'Closer' }).click();
    await expect(whole).toBeEnabled();
    expect(await page.locator('canvas').screenshot()).not.toEqual(before);
    await whole.click();

    const box = await page.locator('.u-over').boundingBox();
    if (!box) throw new Error('no plot');
    await page.mouse.move(box.x + 60, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + 260, box.y + 60, { steps: 5 });
    await page.mouse.up();
    await expect(whole).toBeEnabled();
    await expect(page.getByTestId('opened')).toHaveText('');
    await page.mouse.dblclick(box.x + 100, box.y + 20);
    await expect(whole).toBeDisabled();
  });

  test('arrow keys bring a point into view that zooming had left outside', async ({ page }) => {
    await open(page, 'long');
    await layer(page).focus();
    await page.keyboard.press('End');
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('+');
    await page.keyboard.press('Home');
    await expect(page.locator('.marker')).toBeVisible();
    await expect(spoken(page)).toHaveText(/^5 Jan 2016/);
  });

  test('two measures: up and down change the measure, whose bands are then drawn', async ({ page }) => {
    await open(page, 'two');
    const gad = page.getByRole('button', { name: /GAD-7/ });
    await expect(gad).toHaveAttribute('aria-pressed', 'false');
    await layer(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(spoken(page)).toHaveText('4 Nov 2025 · GAD-7 14 · moderate · Baseline');
    await expect(gad).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText('Within measurement error of the baseline (11 to 17)')).toBeVisible();
  });

  test('is drawn anew when the theme, the forced colours or the paper change', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page, 'course');
    const light = (await pixels(page)).text;
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(async () => (await pixels(page)).text).not.toBe(light);
    const dark = (await pixels(page)).text;
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await expect.poll(async () => (await pixels(page)).text).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark', media: 'screen' });
    await expect.poll(async () => (await pixels(page)).text).toBe(dark);
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    await expect.poll(async () => (await pixels(page)).text).not.toBe(dark);
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' });
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
    await expect.poll(async () => (await pixels(page)).text).toBe(light);
  });

  test('follows its place’s width and never runs out of it', async ({ page }) => {
    await open(page, 'phases');
    for (const width of [360, 700, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expect
        .poll(() =>
          page.locator('canvas').evaluate((canvas) => Math.round(canvas.getBoundingClientRect().right)),
        )
        .toBeLessThanOrEqual(width - 16);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  test('leaves nothing behind when it is taken down', async ({ page }) => {
    await open(page, 'course');
    await page.evaluate(() => dispatchEvent(new Event('take-down')));
    await expect(page.locator('canvas')).toHaveCount(0);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 500, height: 500 });
  });

  test('500 points stay smooth: reading through 60 of them draws each without losing one', async ({
    page,
  }) => {
    await open(page, 'long');
    await layer(page).focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < 60; i += 1) await page.keyboard.press('ArrowRight');
    await expect(spoken(page)).toContainText('28 Feb 2017');
  });
});

test.describe('phases', () => {
  test('are read with each point; of two changes on one day both are named', async ({ page }) => {
    await open(page, 'phases');
    await layer(page).focus();
    await page.keyboard.press('Home');
    await expect(spoken(page)).toHaveText(/Baseline · Phase: Mindfulness$/);
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
    // The score of the day of the change was given before it.
    await expect(spoken(page)).toHaveText(/^9 Dec 2025 .* · Phase: Mindfulness$/);
    await page.keyboard.press('ArrowRight');
    await expect(spoken(page)).toHaveText(/^16 Dec 2025 .* · Phase: Exposure/);
    await page.keyboard.press('End');
    await expect(spoken(page)).toHaveText(/Phase: Skills, Exposure with skills$/);
  });

  test('stand in the table, and every change and life event in the list', async ({ page }) => {
    await open(page, 'phases');
    await expect(page.getByRole('row', { name: /^9 Dec 2025/ })).toContainText('Mindfulness');
    await expect(page.getByRole('row', { name: /^16 Dec 2025/ })).toContainText('Exposure');
    await page.locator('figure').getByText('Changes and events (6)').click();
    await expect(page.locator('figure').getByRole('listitem')).toContainText([
      /Baseline/,
      /error/,
      /Cut-off/,
      /Collected/,
      /No total/,
      /Life event/,
      /Average/,
      /20 Nov 2025\s*Life event: Lost her job/,
      /2 Dec 2025\s*Life event: Moved to another town/,
      /9 Dec 2025\s*Changed to: Exposure/,
      /30 Dec 2025\s*Changed to: Skills/,
      /30 Dec 2025\s*Changed to: Exposure with skills/,
      /15 Jan 2026\s*Life event: Her father fell ill/,
    ]);
  });

  test('thirty of them in 500 sessions are read like one', async ({ page }) => {
    await open(page, 'many-phases');
    await layer(page).focus();
    await page.keyboard.press('Home');
    await expect(spoken(page)).toHaveText(/Phase: Mindfulness$/);
    await page.keyboard.press('End');
    await expect(spoken(page)).toHaveText(/Phase: Behavioural activation 30$/);
  });
});

test.describe('its table', () => {
  test('has every point, newest first, with what the chart shows', async ({ page }) => {
    await open(page, 'course');
    const rows = page.getByRole('row');
    await expect(rows).toHaveCount(13);
    await expect(rows.nth(1)).toHaveText(/20 Jan 2026\s*8\s*mild\s*−10\s*Link/);
    await expect(page.getByRole('row', { name: /2 Dec 2025/ })).toContainText('no total');
    await page.getByRole('button', { name: 'Score' }).click();
    await expect(page.getByRole('columnheader', { name: 'Score' })).toHaveAttribute('aria-sort', 'ascending');
    await expect(rows.nth(1)).toContainText('20 Jan 2026');
    await expect(rows.nth(12)).toContainText('2 Dec 2025');
  });

  test('also has the scores that the chart has no place for', async ({ page }) => {
    await open(page, 'sessions');
    await expect(page.getByText('in the table only: 1')).toBeVisible();
    await expect(page.getByRole('row', { name: /No date/ })).toContainText('12');
  });
});

test.describe('components', () => {
  test('a number key answers and moves on, Backspace goes back, arrows only choose', async ({ page }) => {
    await open(page, 'components');
    const answers = page.getByTestId('answers');
    await expect(page.getByRole('radio', { name: /Not at all/ })).toBeFocused();
    await page.keyboard.press('2');
    await expect(answers).toHaveText('[2,null,null]');
    await expect(page.getByRole('group', { name: 'Feeling down' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(answers).toHaveText('[2,null,null]');
    await page.keyboard.press('Enter');
    await expect(answers).toHaveText('[2,1,null]');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await expect(page.getByText('1 of 3')).toBeVisible();
    await page.getByText('Nearly every day').click();
    await expect(answers).toHaveText('[3,1,null]');
    await expect(page.getByText('2 of 3')).toBeVisible();
  });

  test('a choice made by arrows is not carried to the next question when this one is left open', async ({
    page,
  }) => {
    await open(page, 'components');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Leave open' }).click();
    await expect(page.getByRole('radio', { checked: true }).and(page.locator('section input'))).toHaveCount(
      0,
    );
    await expect(page.getByTestId('answers')).toHaveText('[null,null,null]');
  });

  test('digits typed into a field stay in the field', async ({ page }) => {
    await open(page, 'components');
    await page.getByLabel('Total').fill('');
    await page.getByLabel('Total').pressSequentially('21');
    await expect(page.getByTestId('answers')).toHaveText('[null,null,null]');
  });

  test('a dialog takes focus, keeps it and gives it back', async ({ page }) => {
    await open(page, 'components');
    const opener = page.getByRole('button', { name: 'Open dialog' });
    await opener.click();
    await expect(page.getByRole('dialog', { name: 'Delete this score?' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Delete this score?' })).toBeFocused();
    await page.keyboard.press('3');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(opener).toBeFocused();
    await expect(page.getByTestId('answers')).toHaveText('[null,null,null]');
  });

  test('a toast can be undone, waits under the pointer, and goes after ten seconds', async ({ page }) => {
    await page.clock.install();
    await open(page, 'components');
    await page.getByRole('button', { name: 'Show toast' }).click();
    const toast = page.getByRole('status').filter({ hasText: 'Score deleted.' });
    await expect(toast).toBeVisible();
    await toast.hover();
    await page.clock.runFor(30_000);
    await expect(toast).toBeVisible();
    await toast.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByTestId('picked')).toHaveText('undone');
    await expect(toast).toHaveCount(0);
    await page.getByRole('button', { name: 'Show toast' }).click();
    await page.clock.runFor(9_000);
    await expect(toast).toBeVisible();
    await page.clock.runFor(1_500);
    await expect(toast).toHaveCount(0);
  });

  test('a menu is walked by arrows and gives focus back', async ({ page }) => {
    await open(page, 'components');
    const button = page.getByRole('button', { name: 'More' });
    await button.click();
    await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('picked')).toHaveText('delete');
    await expect(button).toBeFocused();
  });

  test('tabs are one stop, walked by arrows', async ({ page }) => {
    await open(page, 'components');
    await page.getByRole('tab', { name: 'Fields' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Nothing here' })).toBeFocused();
    await expect(page.getByRole('tabpanel')).toContainText('No clients yet');
  });

  test('a pasted table is taken, a paste into a field is left alone', async ({ page }) => {
    await open(page, 'components');
    const paste = (target: string): Promise<void> =>
      page
        .locator(target)
        .first()
        .evaluate((node) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', 'id,score');
          node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        });
    await paste('input[type=text]');
    await expect(page.getByTestId('dropped')).toHaveText('');
    await paste('main');
    await expect(page.getByTestId('dropped')).toHaveText('id,score');
  });

  test('the passphrase is shown only when asked', async ({ page }) => {
    await open(page, 'components');
    const field = page.getByLabel('Passphrase');
    await expect(field).toHaveAttribute('type', 'password');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(field).toHaveAttribute('type', 'text');
  });

  test('the way past the navigation moves focus and leaves the address alone', async ({ page }) => {
    await open(page, 'components');
    const before = page.url();
    await page.getByRole('link', { name: 'Skip to the content' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    expect(page.url()).toBe(before);
  });

  test('everything to press is at least 44 pixels high, also on a phone', async ({ page }) => {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await open(page, 'components');
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            'button, select, textarea, input:not([type=radio], [type=checkbox], [type=file]), label:has(input), nav a',
          ),
        ]
          .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 43.5)
          .map((node) => node.outerHTML.slice(0, 80)),
      );
      expect(small).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

const wide = { name: 'wide', width: 1280, height: 900 };
const phone = { name: 'phone', width: 360, height: 780 };
const looks = [
  { name: 'light', media: { colorScheme: 'light' }, sizes: [wide, phone] },
  { name: 'dark', media: { colorScheme: 'dark' }, sizes: [wide, phone] },
  { name: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' }, sizes: [wide] },
] as const;

for (const look of looks) {
  for (const size of look.sizes) {
    test(`axe finds nothing in ${look.name} on ${size.name}`, async ({ page }, info) => {
      await page.emulateMedia(look.media);
      for (const name of ['course', 'two', 'phases', 'many-phases', 'components']) {
        await page.setViewportSize(size);
        await open(page, name);
        const picture = await page.screenshot();
        // At the page's whole height nothing lies under the bar at the bottom, which axe would take for too small.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width: size.width, height });
        const axe = new AxeBuilder({ page }).withTags([
          'wcag2a',
          'wcag2aa',
          'wcag21a',
          'wcag21aa',
          'wcag22aa',
        ]);
        // With forced colours the browser, not the page, chooses the colours.
        if (look.name === 'forced colours') axe.disableRules(['color-contrast']);
        const { violations } = await axe.analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
        await info.attach(`${name}-${look.name}-${size.name}`, {
          body: picture,
          contentType: 'image/png',
        });
      }
    });
  }
}
