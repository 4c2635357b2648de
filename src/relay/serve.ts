// What `npm start` runs after the build: the app on http://localhost:4173, for this computer only.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createAppServer } from './app-server.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';

// The address is the vault's address: another port would be another, empty vault. So the port is never chosen for you.
const port = Number(process.env['PORT'] ?? 4173);
const folder = resolve(import.meta.dirname, '../app');

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (!Number.isInteger(port) || port < 1 || port > 65535) stop('PORT must be a number from 1 to 65535.');
if (!existsSync(resolve(folder, 'index.html'))) stop('The app is not built yet. Run: npm run build');

const portInUse = `Port ${String(port)} on this computer is taken by another program (perhaps Soundings runs already). Close it, or set PORT to another number: records belong to their address, so another port shows another vault.`;

const server = createAppServer(folder);
const listening = await listenOnLoopback(server, port, '127.0.0.1');
if (listening.kind === 'port-in-use') stop(portInUse);

// Browsers try ::1 for "localhost" too: hold it, so that no other program can answer in our place.
const server6 = createAppServer(folder);
try {
  if ((await listenOnLoopback(server6, port, '::1')).kind === 'port-in-use') stop(portInUse);
} catch (error) {
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') throw error;
}

say(`Soundings is at http://localhost:${String(port)} (this computer only). Stop it with Ctrl+C.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const each of [server, server6]) {
      each.close();
      each.closeAllConnections();
    }
  });
}
