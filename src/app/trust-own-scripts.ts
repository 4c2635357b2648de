/** The part of the Trusted Types API that is used here; older browsers do not have it. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): unknown;
}

/**
 * The default Trusted Types policy (VAULT L1): the only script files that may start a worker or a service worker are those
 * of our own folder on our own origin. It has no rule for HTML or script text, so those stay refused.
 */
export function trustOwnScripts(): void {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  if (factory === undefined) return;
  const ownFolder = new URL('./', document.baseURI).href;
  factory.createPolicy('default', {
    createScriptURL: (url) => {
      const resolved = new URL(url, document.baseURI).href;
      return resolved.startsWith(ownFolder) ? resolved : null;
    },
  });
}
