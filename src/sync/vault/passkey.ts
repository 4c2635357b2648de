// The WebAuthn ceremony for the PRF extension (W3C WebAuthn Level 3, section 10.1.4). `navigator.credentials` comes in
// as an argument. The passkey carries a neutral name: an account list must not say whose vault this is.
import { asBytes, randomBytes, type Bytes, type Random } from './bytes.ts';
import { PRF_BYTES, type PasskeyReference } from './passkey-wrap.ts';
import { toBase64Url } from './text.ts';

export type Credentials = Pick<CredentialsContainer, 'create' | 'get'>;

/** Why there is no PRF output. 'cancelled' is also what browsers say after a time-out. */
export type PasskeyRefusal =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'prf-not-supported' }
  | { readonly kind: 'not-available'; readonly reason: string };

export type PasskeyMaking =
  { readonly kind: 'made'; readonly passkey: PasskeyReference; readonly prfOutput: Bytes } | PasskeyRefusal;

export type PasskeyAsking = { readonly kind: 'answered'; readonly prfOutput: Bytes } | PasskeyRefusal;

const NEUTRAL_NAME = 'Soundings vault';
// COSE: Ed25519, ES256, RS256. The signature is not used; the list only has to match some authenticator.
const ALGORITHMS = [-8, -7, -257];

/** Makes a passkey with a PRF. Some authenticators evaluate only when asked again, so that may be two prompts. */
export async function makePasskey(
  credentials: Credentials,
  random: Random,
  signal?: AbortSignal,
): Promise<PasskeyMaking> {
  const prfSalt = randomBytes(random, PRF_BYTES);
  const publicKey: PublicKeyCredentialCreationOptions = {
    rp: { name: 'Soundings' },
    user: { id: randomBytes(random, 32), name: NEUTRAL_NAME, displayName: NEUTRAL_NAME },
    challenge: randomBytes(random, 32),
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    attestation: 'none',
    extensions: { prf: { eval: { first: prfSalt } } },
  };
  const ceremony = await perform(() => credentials.create({ publicKey, ...(signal && { signal }) }));
  if (ceremony.kind !== 'done') return ceremony;
  if (ceremony.prf?.enabled !== true) return { kind: 'prf-not-supported' };
  const passkey = { credentialId: ceremony.credentialId, prfSalt };
  const atOnce = prfOutputOf(ceremony.prf);
  if (atOnce !== null) return { kind: 'made', passkey, prfOutput: atOnce };
  const asked = await askPasskey(credentials, passkey, random, signal);
  return asked.kind === 'answered' ? { kind: 'made', passkey, prfOutput: asked.prfOutput } : asked;
}

/** Asks the passkey for its PRF output at the stored salt. */
export async function askPasskey(
  credentials: Credentials,
  passkey: PasskeyReference,
  random: Random,
  signal?: AbortSignal,
): Promise<PasskeyAsking> {
  const { credentialId, prfSalt } = passkey;
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: randomBytes(random, 32),
    allowCredentials: [{ type: 'public-key', id: asBytes(credentialId) }],
    userVerification: 'required',
    extensions: { prf: { evalByCredential: { [toBase64Url(credentialId)]: { first: prfSalt } } } },
  };
  const ceremony = await perform(() => credentials.get({ publicKey, ...(signal && { signal }) }));
  if (ceremony.kind !== 'done') return ceremony;
  const prfOutput = prfOutputOf(ceremony.prf);
  return prfOutput === null ? { kind: 'prf-not-supported' } : { kind: 'answered', prfOutput };
}

type Ceremony =
  | {
      readonly kind: 'done';
      readonly credentialId: Bytes;
      readonly prf: AuthenticationExtensionsPRFOutputs | undefined;
    }
  | PasskeyRefusal;

async function perform(ask: () => Promise<Credential | null>): Promise<Ceremony> {
  try {
    const credential = await ask();
    if (credential === null) return { kind: 'cancelled' };
    // A request with `publicKey` is answered with a PublicKeyCredential; DOM types do not say so.
    const passkey = credential as PublicKeyCredential;
    const { prf } = passkey.getClientExtensionResults();
    return { kind: 'done', credentialId: new Uint8Array(passkey.rawId), prf };
  } catch (error) {
    return refusalFor(error);
  }
}

function refusalFor(error: unknown): PasskeyRefusal {
  if (!(error instanceof DOMException)) throw error;
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return { kind: 'cancelled' };
  if (error.name === 'NotSupportedError') return { kind: 'prf-not-supported' };
  return { kind: 'not-available', reason: error.name };
}

function prfOutputOf(prf: AuthenticationExtensionsPRFOutputs | undefined): Bytes | null {
  const first = prf?.results?.first;
  if (first === undefined) return null;
  const bytes =
    first instanceof ArrayBuffer
      ? new Uint8Array(first)
      : new Uint8Array(first.buffer, first.byteOffset, first.byteLength);
  return bytes.length === PRF_BYTES ? bytes.slice() : null;
}
