import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';

/** Serves the harness pages with Vite; `workerIndex` keeps parallel workers on ports of their own (4310–4319). */
export async function serveHarness(workerIndex: number): Promise<{ origin: string; server: ViteDevServer }> {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const repository = fileURLToPath(new URL('../../..', import.meta.url));
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    cacheDir: `${repository}node_modules/.vite/harness-${workerIndex % 10}`,
    server: {
      host: '127.0.0.1',
      port: 4310 + (workerIndex % 10),
      strictPort: false,
      fs: { allow: [repository] },
      hmr: false,
      watch: null,
    },
    optimizeDeps: { include: ['yjs', 'y-indexeddb', 'dexie'] },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the harness has no address');
  return { origin: address.replace(/\/$/, ''), server };
}
