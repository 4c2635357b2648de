import { headerContentSecurityPolicy } from './content-security-policy.ts';

/** Sent with every answer. A static host that can set headers should send the same ones (README). */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': headerContentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), microphone=(), geolocation=(), display-capture=()',
};

const hashedAsset = /^\/assets\//;

/** Hashed files never change under their name; everything else is asked for again each time. */
export function cacheControlFor(pathname: string): string {
  return hashedAsset.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
