// The built page and our server hold to VAULT L1.
import { readFileSync } from 'node:fs';
import { request as askRaw } from 'node:http';
import { resolve } from 'node:path';
import { builtApp } from './support/app-server.ts';
import { expect, test } from './support/test.ts';

test('the built page has no inline script, no inline style and no style attribute', () => {
  const html = readFileSync(resolve(builtApp, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<style/i);
  expect(html).not.toMatch(/\sstyle=/i);
  expect(html).not.toMatch(/\son[a-z]+=/i);
  for (const [, attributes, body] of html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
    expect(attributes).toContain('src=');
    expect(body?.trim()).toBe('');
  }
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
});

test('every answer carries the policy, and only hashed files are kept', async ({ page, app }) => {
  const asked = new Map<string, Record<string, string>>();
  page.on('response', (response) => asked.set(new URL(response.url()).pathname, response.headers()));
  await page.goto(app);
  await page.getByRole('heading').first().waitFor();
  expect(asked.size).toBeGreaterThan(1);
  for (const [path, headers] of asked) {
    expect(headers['content-security-policy'], path).toContain("default-src 'none'");
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    expect(headers['cache-control'], path).toBe(kept);
  }
});

test('text from elsewhere cannot become a script, and a foreign worker cannot start', async ({
  page,
  app,
  watch,
}) => {
  await page.goto(app);
  await page.getByRole('heading').first().waitFor();
  const refusals = await page.evaluate(async () => {
    // Code run by the test itself may eval(); what a timer runs is ordinary page code again.
    await new Promise((done) => setTimeout(done));
    const attempt = (act: () => unknown): string => {
      try {
        act();
        return 'allowed';
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    };
    return {
      html: attempt(() => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
      eval: attempt(() => (0, eval)('1 + 1')),
      script: attempt(() => (document.createElement('script').text = 'alert(1)')),
      worker: attempt(() => new Worker('https://example.com/worker.js')),
      blobWorker: attempt(() => new Worker(URL.createObjectURL(new Blob(['1'])))),
    };
  });
  expect(refusals).toEqual({
    html: 'TypeError',
    eval: 'EvalError',
    script: 'TypeError',
    worker: 'TypeError',
    blobWorker: 'TypeError',
  });
  watch.allow(/policy violation|console: .*(Trusted|Content Security Policy)/);
});

test('another name that points here is not served the vault’s origin', async ({ sharedServer }) => {
  const port = new URL(sharedServer.origin).port;
  const status = await new Promise<number | undefined>((done, fail) => {
    const asked = askRaw(
      { host: '127.0.0.1', port, path: '/', headers: { Host: `rebound.example:${port}` } },
      (response) => {
        response.resume();
        done(response.statusCode);
      },
    );
    asked.on('error', fail);
    asked.end();
  });
  expect(status).toBe(421);
});
