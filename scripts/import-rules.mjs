// @ts-check
// Who may import whom (DESIGN 3), written once. ESLint (eslint.config.js) and tests/architecture.test.ts both judge by it.

/**
 * @typedef {object} Room
 * @property {string} path   a folder under src, or one file
 * @property {string[]} rooms     other rooms (by path) whose code may be imported
 * @property {string[]} types     rooms of which only types may be imported
 * @property {string[]} packages  npm packages; 'node:' stands for Node's own modules
 */

const svelte = 'svelte';
const messages = 'src/app/paraglide';
/** Message functions are generated; components take their words as props, screens and wording read them. */
const words = [messages, 'src/app/wording'];

/** @type {Room[]} the most specific path that matches a file is its room */
export const rooms = [
  { path: 'src/clinical', rooms: [], types: [], packages: ['simple-statistics'] },
  { path: 'src/records', rooms: ['src/clinical'], types: [], packages: ['yjs'] },
  {
    path: 'src/exchange',
    rooms: ['src/clinical'],
    types: ['src/records'],
    packages: ['papaparse', 'valibot', 'fflate'],
  },
  {
    path: 'src/sync/vault',
    rooms: [],
    types: [],
    packages: [
      'hash-wasm',
      '@scure/bip39',
      '@zxcvbn-ts/core',
      '@zxcvbn-ts/language-common',
      '@zxcvbn-ts/language-en',
    ],
  },
  { path: 'src/sync/registry', rooms: ['src/sync/vault'], types: [], packages: [] },
  { path: 'src/sync/store', rooms: [], types: [], packages: ['dexie', 'y-indexeddb', 'yjs', 'lib0'] },
  { path: 'src/sync/protocol', rooms: [], types: [], packages: ['lib0', 'y-protocols', 'yjs'] },
  { path: 'src/sync/transports', rooms: [], types: [], packages: ['mqtt'] },
  { path: 'src/sync/mailboxes', rooms: [], types: [], packages: ['mqtt'] },
  {
    path: 'src/sync/replica',
    rooms: ['src/sync/vault', 'src/sync/registry', 'src/sync/store', 'src/sync/protocol'],
    types: ['src/sync/transports/transport.ts', 'src/sync/mailboxes/mailbox.ts'],
    packages: ['yjs'],
  },
  {
    path: 'src/sync/pairing',
    rooms: ['src/sync/vault', 'src/sync/registry', 'src/sync/store', 'src/sync/protocol'],
    types: ['src/sync/transports/transport.ts', 'src/sync/mailboxes/mailbox.ts'],
    packages: ['yjs'],
  },
  { path: 'src/sync/index.ts', rooms: ['src/sync'], types: [], packages: ['yjs', 'dexie'] },
  // Only index.ts joins the parts: any other file directly under src/sync may import nothing.
  { path: 'src/sync', rooms: [], types: [], packages: [] },
  { path: 'src/app/components', rooms: ['src/app/charts'], types: [], packages: [svelte, 'bits-ui', 'qr'] },
  {
    path: 'src/app/charts',
    rooms: ['src/app/components'],
    types: ['src/clinical'],
    packages: [svelte, 'uplot'],
  },
  {
    path: 'src/app/wording',
    rooms: ['src/clinical', messages],
    types: ['src/records', 'src/exchange', 'src/sync/index.ts'],
    packages: [],
  },
  {
    path: 'src/app/state',
    rooms: [
      'src/clinical',
      'src/records',
      'src/exchange',
      'src/sync/index.ts',
      'src/app/wording',
      'tests/caseload',
    ],
    types: ['src/app/charts'],
    packages: [svelte],
  },
  {
    path: 'src/app/screens',
    rooms: [
      ...['src/app/state', 'src/app/components', 'src/app/charts', 'src/app/pwa', 'src/app/checkin'],
      ...['src/clinical', ...words],
    ],
    types: ['src/records', 'src/exchange', 'src/sync/index.ts'],
    packages: [svelte],
  },
  {
    path: 'src/app/checkin',
    rooms: ['src/clinical', 'src/app/components', 'src/sync/vault/seal-reply.ts', ...words],
    types: [],
    packages: [svelte],
  },
  {
    path: 'src/app/pwa',
    rooms: ['src/app/components', messages],
    types: [],
    packages: [svelte, 'workbox-window', 'workbox-precaching', 'workbox-routing'],
  },
  { path: 'src/app/styles', rooms: [], types: [], packages: [] },
  // main.ts and App.svelte join the parts.
  {
    path: 'src/app',
    rooms: ['src/app', 'src/clinical', 'src/sync/index.ts'],
    types: ['src/records'],
    packages: [svelte],
  },
  {
    path: 'src/extension',
    rooms: ['src/app', 'src/clinical', 'src/sync/index.ts'],
    types: ['src/records'],
    packages: [svelte],
  },
  { path: 'src/relay', rooms: [], types: [], packages: ['node:', 'sirv', 'aedes', 'ws'] },
  // The made-up caseload is plain data: it knows the shapes and nothing else.
  { path: 'tests/caseload', rooms: [], types: ['src/records', 'src/clinical'], packages: [] },
];

/** @type {(path: string, roomPath: string) => boolean} */
const lies = (path, roomPath) => path === roomPath || path.startsWith(`${roomPath}/`);

/**
 * The room that a file belongs to; null for files that no rule is made for (tests, scripts).
 * @param {string} file  path from the repository's root, with slashes
 */
export function roomOf(file) {
  const matching = rooms.filter((room) => lies(file, room.path));
  return matching.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

/** @param {string} specifier */
function packageOf(specifier) {
  if (specifier.startsWith('node:')) return 'node:';
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

/** @type {(file: string, specifier: string) => string} */
function resolveFrom(file, specifier) {
  const path = file.split('/').slice(0, -1);
  for (const part of specifier.replace(/\?.*$/, '').split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.') path.push(part);
  }
  return path.join('/');
}

/**
 * Why an import is against the rules, as a sentence; null if it may be.
 * @param {string} file       the importing file, from the repository's root, with slashes
 * @param {string} specifier  what stands between the quotes
 * @param {boolean} typeOnly  true for `import type` and `import('…')` in a type
 * @returns {string | null}
 */
export function importProblem(file, specifier, typeOnly) {
  const room = roomOf(file);
  if (room === null) return null;
  if (!specifier.startsWith('.')) {
    if (room.packages.includes(packageOf(specifier))) return null;
    const allowed = room.packages.length === 0 ? 'no packages' : `only ${room.packages.join(', ')}`;
    return `${room.path} may import ${allowed}, not "${specifier}".`;
  }
  const target = resolveFrom(file, specifier);
  if (lies(target, room.path) && roomOf(target) === room) return null;
  if (target.endsWith('.css') && lies(target, 'src/app/styles')) return null;
  if (room.rooms.some((allowed) => lies(target, allowed))) return null;
  if (room.types.some((allowed) => lies(target, allowed))) {
    return typeOnly ? null : `${room.path} may import types of ${target}, not its code: use "import type".`;
  }
  return `${room.path} may not import ${target}.`;
}
