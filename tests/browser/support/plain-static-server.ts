// What a therapist's web host may be: files under a sub-path, no rewrites, no headers of ours.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { listenOnLoopback } from '../../../src/relay/listen-on-loopback.ts';
import { closeServer } from './app-server.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export interface PlainStaticServer {
  readonly origin: string;
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves `folder` under `/practice/soundings/`, and 404 for everything else. */
export async function startPlainStaticServer(
  folder: string,
  subPath = '/practice/soundings/',
): Promise<PlainStaticServer> {
  const server: Server = createServer((request, response) => {
    void (async () => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      const inside = path.startsWith(subPath) ? normalize(path.slice(subPath.length)) : null;
      const file = inside === '' || inside === '.' ? 'index.html' : inside;
      if (file === null || file.startsWith('..')) {
        response.writeHead(404).end();
        return;
      }
      try {
        const bytes = await readFile(join(folder, file));
        response
          .writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
          .end(bytes);
      } catch {
        // A plain host says the same for a folder and for nothing at all.
        response.writeHead(404).end();
      }
    })();
  });
  const listening = await listenOnLoopback(server, 0, '127.0.0.1');
  const origin = `http://localhost:${String(listening.port)}`;
  return { origin, url: origin + subPath, stop: () => closeServer(server) };
}
