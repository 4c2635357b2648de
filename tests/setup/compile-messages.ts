import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** `npx vitest` in a clean clone works too; `npm run test:unit` compiles the messages afresh each time. */
export default function compileMessagesOnce(): void {
  if (existsSync(resolve(root, 'src/app/paraglide/messages.js'))) return;
  execFileSync(process.execPath, ['scripts/compile-messages.mjs'], { cwd: root, stdio: 'inherit' });
}
