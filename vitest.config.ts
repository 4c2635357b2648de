import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  define: { __APP_VERSION__: JSON.stringify('0.0.0-test'), __BUILD_HASH__: JSON.stringify('0'.repeat(12)) },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/shots/**', 'node_modules/**'],
    environment: 'node',
    globalSetup: ['tests/setup/compile-messages.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
