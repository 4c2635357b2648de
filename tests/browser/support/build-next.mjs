// @ts-check
// Builds the app once more under another version and hash, as tomorrow's release would be: node build-next.mjs FOLDER
import { build } from 'vite';

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('say where to build to');

await build({
  logLevel: 'error',
  define: { __APP_VERSION__: JSON.stringify('99.1.0'), __BUILD_HASH__: JSON.stringify('feedfacecafe') },
  build: { outDir },
});
