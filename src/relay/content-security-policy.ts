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

/** VAULT H4: the page that a client answers alone connects to nothing and starts nothing. */
const checkInDirectives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'svelte-trusted-html',
};

const join = (entries: readonly (readonly [string, string])[]): string =>
  entries.map(([name, value]) => `${name} ${value}`).join('; ');

/** For `<meta http-equiv>`: browsers ignore frame-ancestors there. */
export const metaContentSecurityPolicy: string = join(Object.entries(directives));

/** For `<meta http-equiv>` of the check-in page. */
export const checkInContentSecurityPolicyText: string = join(Object.entries(checkInDirectives));

/** For the response header. */
export const headerContentSecurityPolicy: string = join([
  ...Object.entries(directives),
  ['frame-ancestors', "'none'"],
]);
