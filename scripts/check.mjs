// @ts-check
// `npm run check`: every kind of type check, one after the other; all of them run even if one fails.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

const steps = [
  { name: 'messages', command: ['node', 'scripts/compile-messages.mjs'] },
  { name: 'clinical, without the DOM', command: ['tsc', '-p', 'src/clinical/tsconfig.json'] },
  {
    name: 'components',
    command: ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  },
  { name: 'everything', command: ['tsc', '-p', 'tsconfig.json'] },
];

let failed = 0;
for (const { name, command } of steps) {
  process.stdout.write(`check: ${name}\n`);
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${resolve(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` },
  });
  if (status !== 0) {
    failed += 1;
    process.stdout.write(`check: ${name} FAILED\n`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
