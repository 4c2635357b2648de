// What this browser lacks of what a vault needs (VAULT K7): Chrome 137, Firefox 130, Safari 17 have it all.
export type BrowserFeature = 'secure-context' | 'indexed-db' | 'web-locks' | 'ed25519' | 'x25519';

async function canMakeKey(algorithm: 'Ed25519' | 'X25519', usages: KeyUsage[]): Promise<boolean> {
  try {
    await crypto.subtle.generateKey({ name: algorithm }, false, usages);
    return true;
  } catch (error) {
    // NotSupportedError: the browser does not know the curve. Anything else is not an answer to this question.
    if (error instanceof DOMException && error.name === 'NotSupportedError') return false;
    throw error;
  }
}

export async function missingFeatures(): Promise<readonly BrowserFeature[]> {
  if (!isSecureContext || !('subtle' in crypto)) return ['secure-context'];
  const missing: BrowserFeature[] = [];
  if (!('indexedDB' in globalThis)) missing.push('indexed-db');
  if (!('locks' in navigator)) missing.push('web-locks');
  if (!(await canMakeKey('Ed25519', ['sign', 'verify']))) missing.push('ed25519');
  if (!(await canMakeKey('X25519', ['deriveBits']))) missing.push('x25519');
  return missing;
}
