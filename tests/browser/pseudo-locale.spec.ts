import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './support/test.ts';

const root = resolve(import.meta.dirname, '../..');

test('in a longer language every word of the first screen comes from messages, and nothing runs out at 360 px', async ({
  launch,
  ownServer,
}) => {
  test.slow();
  await promisify(execFile)(
    resolve(root, 'node_modules/.bin/vite'),
    ['build', '--mode', 'pseudo', '--logLevel', 'error'],
    {
      cwd: root,
    },
  );
  await ownServer.stop();
  await ownServer.start(resolve(root, 'dist/pseudo'));
  const { page } = await launch({ origin: () => ownServer.origin });
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto(ownServer.url);
  await page.getByRole('heading').first().waitFor();

  const text = await page.locator('body').innerText();
  expect(text, 'the pseudo-locale is on').toContain('⟦');
  const outside = text.replace(/⟦[^⟧]*⟧/g, '').match(/\p{L}{2,}/gu) ?? [];
  expect(outside, 'words that are not messages').toEqual([]);

  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'pixels beyond the right edge').toBeLessThanOrEqual(0);
});
