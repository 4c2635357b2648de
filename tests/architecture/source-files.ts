import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const root: string = resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every file of the repository that git knows or would take: what a clone holds. */
export function repositoryFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return [...new Set(listed.split('\0'))]
    .filter((path) => path !== '' && existsSync(resolve(root, path)))
    .sort();
}

export const readSource = (path: string): SourceFile => ({
  path,
  text: readFileSync(resolve(root, path), 'utf8'),
});

/** All code under src that people wrote, and the made-up caseload, which has a room of its own. */
export function codeFiles(): readonly SourceFile[] {
  return repositoryFiles()
    .filter((path) => /^(src|tests\/caseload)\/.*\.(ts|svelte)$/.test(path))
    .map(readSource);
}
