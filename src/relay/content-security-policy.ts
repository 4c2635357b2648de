// VAULT L1, written once: the build puts it into index.html, the server sends it as a header.

const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  // 'wasm-unsafe-eval' is what Argon2id needs; it does not allow eval() of text.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' blob: data:",
  'font-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  // Svelte builds its templates through the first; the second lets only our own script files start as workers.
  'trusted-types': 'svelte-trusted-html default',
};

const join = (entries: readonly (readonly [string, string])[]): string =>
  entries.map(([name, value]) => `${name} ${value}`).join('; ');

/** For `<meta http-equiv>`: browsers ignore frame-ancestors there. */
export const metaContentSecurityPolicy: string = join(Object.entries(directives));

/** For the response header. */
export const headerContentSecurityPolicy: string = join([
  ...Object.entries(directives),
  ['frame-ancestors', "'none'"],
]);
