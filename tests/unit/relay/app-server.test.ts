import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAppServer } from '../../../src/relay/app-server.ts';
import { listenOnLoopback } from '../../../src/relay/listen-on-loopback.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let folder: string;
let server: Server;
let port: number;

/** Sends the path as it is: fetch() would tidy it up first. */
const ask = (path: string, options: { method?: string; host?: string } = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', host = `localhost:${String(port)}` } = options;
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { Host: host } }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'soundings-server-'));
  mkdirSync(join(folder, 'app/assets'), { recursive: true });
  writeFileSync(join(folder, 'outside.txt'), 'not for the web');
  writeFileSync(join(folder, 'app/index.html'), '<!doctype html><title>app</title>');
  writeFileSync(join(folder, 'app/app.webmanifest'), '{}');
  writeFileSync(join(folder, 'app/assets/index-abc.js'), 'export {};');
  server = createAppServer(join(folder, 'app'));
  port = (await listenOnLoopback(server, 0, '127.0.0.1')).port;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('the app’s server', () => {
  test('serves files with their types and keeps only hashed ones', async () => {
    const page = await ask('/');
    expect(page).toMatchObject({ status: 200, body: '<!doctype html><title>app</title>' });
    expect(page.headers['cache-control']).toBe('no-cache');
    expect((await ask('/app.webmanifest')).headers['content-type']).toBe('application/manifest+json');
    const script = await ask('/assets/index-abc.js');
    expect(script.headers['content-type']).toBe('text/javascript');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('sends the policy with every answer, also when it refuses', async () => {
    for (const answer of [await ask('/'), await ask('/nothing'), await ask('/', { method: 'POST' })]) {
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });

  test.each([
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/assets/../../outside.txt',
    '/nothing',
  ])('has nothing at %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('not for the web');
  });

  test('answers only GET and HEAD', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await ask('/', { method })).status).toBe(405);
  });

  test('answers only to names of this computer', async () => {
    expect((await ask('/', { host: `127.0.0.1:${String(port)}` })).status).toBe(200);
    expect((await ask('/', { host: 'rebound.example' })).status).toBe(421);
    expect((await ask('/', { host: 'localhost.rebound.example' })).status).toBe(421);
  });

  test('a used port is an outcome, not a crash', async () => {
    expect(await listenOnLoopback(createServer(), port, '127.0.0.1')).toEqual({ kind: 'port-in-use', port });
  });
});
