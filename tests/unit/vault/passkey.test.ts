import { describe, expect, test } from 'vitest';
import { askPasskey, makePasskey, type Credentials } from '../../../src/sync/vault/passkey.ts';
import { seededRandom } from './seeded-random.ts';

const rawId = new Uint8Array([1, 2, 3]).buffer;
const secret = new Uint8Array(32).fill(7);

/** An authenticator's answer with these extension results. */
const answer = (prf: object | undefined): Credential =>
  // Only what the ceremony reads of a PublicKeyCredential.
  ({ rawId, getClientExtensionResults: () => (prf ? { prf } : {}) }) as unknown as Credential;

interface Heard {
  created: CredentialCreationOptions | undefined;
  got: CredentialRequestOptions | undefined;
}

function authenticator(create: () => Credential | null, get: () => Credential | null = () => null) {
  const heard: Heard = { created: undefined, got: undefined };
  const credentials: Credentials = {
    create: (options) => {
      heard.created = options;
      return new Promise((resolve) => resolve(create()));
    },
    get: (options) => {
      heard.got = options;
      return new Promise((resolve) => resolve(get()));
    },
  };
  return { heard, credentials };
}

const throwing = (name: string) => () => {
  throw new DOMException('no', name);
};

describe('a passkey is made', () => {
  test('with the PRF at once where the authenticator gives it', async () => {
    const { heard, credentials } = authenticator(() =>
      answer({ enabled: true, results: { first: secret.buffer } }),
    );
    const made = await makePasskey(credentials, seededRandom(1));
    expect(made).toMatchObject({
      kind: 'made',
      passkey: { credentialId: new Uint8Array(rawId) },
      prfOutput: secret,
    });
    expect(heard.got).toBeUndefined();
    const asked = heard.created?.publicKey;
    expect(asked?.user.name).toBe('Soundings vault');
    expect(asked?.user.displayName).toBe('Soundings vault');
    expect(asked?.authenticatorSelection?.userVerification).toBe('required');
    expect(asked?.extensions?.prf?.eval?.first).toHaveLength(32);
  });

  test('by asking once more where it only says that it can', async () => {
    const { heard, credentials } = authenticator(
      () => answer({ enabled: true }),
      () => answer({ results: { first: secret } }),
    );
    const made = await makePasskey(credentials, seededRandom(1));
    if (made.kind !== 'made') throw new Error(made.kind);
    expect(made.prfOutput).toEqual(secret);
    const evaluated = heard.got?.publicKey?.extensions?.prf?.evalByCredential;
    expect(evaluated).toEqual({ AQID: { first: made.passkey.prfSalt } });
    expect(heard.got?.publicKey?.userVerification).toBe('required');
  });

  test.each([
    ['NotAllowedError', { kind: 'cancelled' }],
    ['AbortError', { kind: 'cancelled' }],
    ['NotSupportedError', { kind: 'prf-not-supported' }],
    ['SecurityError', { kind: 'not-available', reason: 'SecurityError' }],
  ])('%s is told as %o', async (name, outcome) => {
    expect(await makePasskey(authenticator(throwing(name)).credentials, seededRandom(1))).toEqual(outcome);
  });

  test('an authenticator without the PRF is told so', async () => {
    for (const prf of [undefined, {}, { enabled: false }]) {
      const { credentials } = authenticator(() => answer(prf));
      expect(await makePasskey(credentials, seededRandom(1))).toEqual({ kind: 'prf-not-supported' });
    }
  });

  test('a bug is not swallowed', async () => {
    const { credentials } = authenticator(() => {
      throw new TypeError('a bug');
    });
    await expect(makePasskey(credentials, seededRandom(1))).rejects.toThrow('a bug');
  });
});

describe('a passkey is asked', () => {
  const passkey = { credentialId: new Uint8Array([1, 2, 3]), prfSalt: new Uint8Array(32).fill(2) };
  const ask = (get: () => Credential | null) =>
    askPasskey(authenticator(() => null, get).credentials, passkey, seededRandom(1));

  test('and answers with its PRF output', async () => {
    expect(await ask(() => answer({ results: { first: secret.buffer } }))).toEqual({
      kind: 'answered',
      prfOutput: secret,
    });
  });

  test('or the person cancels, or nothing useful comes', async () => {
    expect(await ask(throwing('NotAllowedError'))).toEqual({ kind: 'cancelled' });
    expect(await ask(() => null)).toEqual({ kind: 'cancelled' });
    expect(await ask(() => answer({ results: { first: new Uint8Array(16) } }))).toEqual({
      kind: 'prf-not-supported',
    });
  });
});
