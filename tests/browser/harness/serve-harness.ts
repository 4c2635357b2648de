// Builds the harness as the app is built and serves it under the app's own policy (VAULT L1), so that what the policy
// forbids (style attributes, text turned into markup) fails here already.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';
import { headerContentSecurityPolicy } from '../../../src/relay/content-security-policy.ts';

export interface Harness {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves one page of tests/browser/harness on the first free port from 4320 on. */
export async function serveHarness(
  name: 'charts' | 'caseload' | 'share' | 'changed' = 'charts',
): Promise<Harness> {
  const root = import.meta.dirname;
  const outDir = await mkdtemp(join(tmpdir(), 'soundings-harness-'));
  await build({
    root,
    configFile: false,
    base: './',
    define: { __APP_VERSION__: '"0"', __BUILD_HASH__: '"harness"' },
    worker: { format: 'es' },
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome137',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(root, `${name}.html`) },
    },
  });
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: {
      port: 4320,
      host: '127.0.0.1',
      headers: { 'Content-Security-Policy': headerContentSecurityPolicy },
    },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The harness got no address');
  return {
    url: `${url}${name}.html`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
