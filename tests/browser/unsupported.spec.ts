// Where a browser offers no encryption there is no vault: that is said, in words, and nothing else goes wrong.
import { expectAccessible } from './support/accessible.ts';
import { builtApp } from './support/app-server.ts';
import { startPlainStaticServer } from './support/plain-static-server.ts';
import { expect, test } from './support/test.ts';

test('on plain http from another computer the page says what is wrong with the address', async ({
  launch,
}) => {
  const server = await startPlainStaticServer(builtApp);
  const origin = `http://practice.example:${new URL(server.origin).port}`;
  const { page } = await launch({
    origin: () => origin,
    args: ['--host-resolver-rules=MAP practice.example 127.0.0.1'],
  });
  await page.goto(`${origin}/practice/soundings/`);
  await expect(
    page.getByRole('heading', { name: 'This address cannot keep your records safe' }),
  ).toBeVisible();
  await expect(page.getByText('A secure connection (https)')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make your vault' })).toHaveCount(0);
  await expectAccessible(page, 'an address without https');
  await server.stop();
});
