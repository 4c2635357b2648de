import type { Plugin } from 'vite';
import { metaContentSecurityPolicy } from '../../src/relay/content-security-policy.ts';

/** Puts the policy of VAULT L1 into the built page, before anything that could load. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'soundings:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: metaContentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}
