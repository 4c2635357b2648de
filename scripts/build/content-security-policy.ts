import type { Plugin } from 'vite';
import {
  checkInContentSecurityPolicyText,
  metaContentSecurityPolicy,
} from '../../src/relay/content-security-policy.ts';

/** Puts the policy of VAULT L1 into the built page, before anything that could load. */
export const contentSecurityPolicy = (): Plugin => putIn(metaContentSecurityPolicy);

/** The same for the page of VAULT H4, which may not even ask its own origin for anything. */
export const checkInContentSecurityPolicy = (): Plugin => putIn(checkInContentSecurityPolicyText);

function putIn(content: string): Plugin {
  return {
    name: 'soundings:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content },
        injectTo: 'head-prepend',
      },
    ],
  };
}
