import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Everything that the built app is made from. */
const inputs = [
  'index.html',
  'package-lock.json',
  'package.json',
  'public',
  'scripts/build',
  'scripts/paraglide-options.mjs',
  'src',
  'svelte.config.js',
  'vite.config.ts',
];

/** Made from the messages by the build itself. */
const generated = /^src\/app\/(paraglide\/|project\.inlang\/(?!settings\.json$))/;

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * The build's name: 12 hex digits of SHA-256 over every file that goes into it. The same sources give the same name
 * from a clone or an archive, and a changed tree never wears a commit's name.
 */
export function sourceHash(root: string): string {
  const names = inputs
    .flatMap((input) => filesUnder(join(root, input)))
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((name) => !generated.test(name))
    .sort();
  const hash = createHash('sha256');
  for (const name of names) {
    const bytes = readFileSync(join(root, name));
    hash.update(`${name}\0${String(bytes.byteLength)}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 12);
}
