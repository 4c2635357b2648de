// Every build comes from here: `vite build` → dist/app (the PWA), `--mode check-in` → dist/app/check-in (the page that a client
// answers alone; whole in itself, so that it can be copied to another host), `--mode relay` → dist/relay (what npm start runs),
// `--mode bench` → dist/bench (the page that npm run bench measures in), `--mode pseudo` → dist/pseudo (the app in a
// language that nobody reads, for tests/browser/pseudo-locale.spec.ts).
import { readFileSync } from 'node:fs';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import {
  checkInContentSecurityPolicy,
  contentSecurityPolicy,
} from './scripts/build/content-security-policy.ts';
import { pseudoLocale } from './scripts/build/pseudo-locale.ts';
import { sourceHash } from './scripts/build/source-hash.ts';
import { versionFile } from './scripts/build/version-file.ts';
import { paraglideOptions } from './scripts/paraglide-options.mjs';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { version: string };

// What every browser of VAULT K7 understands.
const target = ['chrome137', 'firefox130', 'safari17'];

const identity = (hash: string): Record<string, string> => ({
  __APP_VERSION__: JSON.stringify(version),
  __BUILD_HASH__: JSON.stringify(hash),
});

function app(outDir: string, extraPlugins: Plugin[]): UserConfig {
  return {
    base: './',
    define: identity(sourceHash(root)),
    plugins: [
      paraglideVitePlugin(paraglideOptions),
      svelte(),
      ...extraPlugins,
      contentSecurityPolicy(),
      versionFile(),
      VitePWA({
        strategies: 'injectManifest',
        srcDir: 'src/app/pwa',
        filename: 'service-worker.ts',
        manifest: false,
        injectRegister: false,
        injectManifest: {
          // version.json is always asked from the server; everything else works offline.
          globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,wasm,woff2}'],
          maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
        },
      }),
    ],
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target,
      sourcemap: false,
      manifest: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
  };
}

function checkIn(): UserConfig {
  return {
    root: 'src/app/checkin',
    base: './',
    publicDir: false,
    plugins: [paraglideVitePlugin(paraglideOptions), svelte(), checkInContentSecurityPolicy()],
    build: {
      outDir: `${root}/dist/app/check-in`,
      emptyOutDir: true,
      target,
      sourcemap: false,
      manifest: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
  };
}

function relay(): UserConfig {
  return {
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: 'dist/relay',
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { input: { serve: 'src/relay/serve.ts' } },
    },
  };
}

function bench(): UserConfig {
  return {
    base: './',
    publicDir: false,
    define: identity('bench'),
    plugins: [paraglideVitePlugin(paraglideOptions), svelte()],
    worker: { format: 'es' },
    build: {
      outDir: 'dist/bench',
      emptyOutDir: true,
      target,
      sourcemap: false,
      rolldownOptions: { input: 'bench/page/index.html' },
    },
  };
}

export default defineConfig(({ mode }) => {
  if (mode === 'relay') return relay();
  if (mode === 'check-in') return checkIn();
  if (mode === 'bench') return bench();
  if (mode === 'pseudo') return app('dist/pseudo', [pseudoLocale()]);
  return app('dist/app', []);
});
