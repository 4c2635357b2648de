// @ts-check
// Makes sure that a real Chromium is here for the browser tests, and says what it does.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';

const say = (/** @type {string} */ sentence) => process.stdout.write(`${sentence}\n`);

/** @type {(command: string, args: string[]) => boolean} */
function run(command, args) {
  say(`  $ ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

const found = findChromium();
if (found !== null) {
  say(`Chromium is here: ${found}`);
} else {
  if (isRootOnDebian) {
    say('There is no Chromium yet. Installing Debian’s package, as root:');
    if (run('apt-get', ['update'])) run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  } else {
    say('There is no Chromium yet, and apt-get needs root. Downloading Playwright’s own:');
    run('npx', ['playwright', 'install', 'chromium']);
  }
  const installed = findChromium();
  if (installed === null) {
    process.stderr.write(
      'No Chromium could be installed. Install one by hand (on Debian: apt-get install chromium) or set CHROMIUM_PATH to the one you have, and run this again.\n',
    );
    process.exit(1);
  }
  say(`Chromium is here now: ${installed}`);
}
