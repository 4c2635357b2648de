/** What the app is built with, and under which licence: names, so not a matter of language. */
const licences: Readonly<Record<string, string>> = {
  Svelte: 'MIT',
  Dexie: 'Apache-2.0',
  Yjs: 'MIT',
  'y-indexeddb': 'MIT',
  lib0: 'MIT',
  'hash-wasm': 'MIT',
  '@scure/bip39': 'MIT',
  'zxcvbn-ts': 'MIT',
  uPlot: 'MIT',
  'Papa Parse': 'MIT',
  Valibot: 'MIT',
  fflate: 'MIT',
  qr: 'MIT or Apache-2.0',
  Workbox: 'MIT',
  Paraglide: 'MIT',
};

/** "Svelte (MIT), Dexie (Apache-2.0), …" */
export const libraries: string = Object.entries(licences)
  .map(([name, licence]) => `${name} (${licence})`)
  .join(', ');
