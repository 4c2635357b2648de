// @ts-check

/** One place for how messages are compiled: used by vite.config.ts and by compile-messages.mjs. */
export const paraglideOptions = {
  project: './src/app/project.inlang',
  outdir: './src/app/paraglide',
  // One language is shipped so far, so nothing is looked up in cookies, the address or storage.
  strategy: /** @type {['globalVariable', 'baseLocale']} */ (['globalVariable', 'baseLocale']),
  // A module for each message, so that a screen's words travel with the screen and not with the first one.
  outputStructure: /** @type {const} */ ('message-modules'),
  emitGitIgnore: false,
  emitPrettierIgnore: false,
  emitReadme: false,
  cleanOutdir: false,
};
