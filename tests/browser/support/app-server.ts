import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { createAppServer } from '../../../src/relay/app-server.ts';
import { listenOnLoopback } from '../../../src/relay/listen-on-loopback.ts';

export const builtApp: string = resolve(import.meta.dirname, '../../../dist/app');

/** The built app behind our own server, on a free port that stays the same when it is stopped and started again. */
export class AppServer {
  #server: Server | null = null;
  #port = 0;

  /** `http://localhost:<port>`: a name, because WebAuthn refuses bare addresses. */
  get origin(): string {
    return `http://localhost:${String(this.#port)}`;
  }

  get url(): string {
    return `${this.origin}/`;
  }

  async start(folder: string = builtApp): Promise<this> {
    if (!existsSync(resolve(folder, 'index.html')))
      throw new Error('The app is not built. Run: npm run build');
    const server = createAppServer(folder);
    const listening = await listenOnLoopback(server, this.#port, '127.0.0.1');
    if (listening.kind === 'port-in-use')
      throw new Error(`port ${String(listening.port)} was taken meanwhile`);
    this.#port = listening.port;
    this.#server = server;
    return this;
  }

  /** Really stops: nothing listens and no connection is left. */
  async stop(): Promise<void> {
    await closeServer(this.#server);
    this.#server = null;
  }
}

export async function closeServer(server: Server | null): Promise<void> {
  if (server === null) return;
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeAllConnections();
  await closed;
}
