import type { Plugin } from 'vite';

const spoken = (defined: unknown): unknown => JSON.parse(String(defined));

/** Writes version.json beside the app: for people and hosts; the app itself asks its waiting service worker. */
export function versionFile(): Plugin {
  let content = '';
  return {
    name: 'soundings:version-file',
    apply: 'build',
    configResolved({ define }) {
      const identity = {
        version: spoken(define?.['__APP_VERSION__']),
        hash: spoken(define?.['__BUILD_HASH__']),
      };
      content = `${JSON.stringify(identity)}\n`;
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'version.json', source: content });
    },
  };
}
