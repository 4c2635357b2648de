import type { PasskeyAddition } from '../../../sync/index.ts';
import { m } from '../../paraglide/messages.js';
import type { KeyTrouble } from '../vault/unlock-trouble.ts';

export type PasskeyProblem =
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'trouble'; readonly trouble: KeyTrouble };

/** Why no passkey was added; null when one was, or when the passphrase field says what is wrong. */
export function passkeyProblem(outcome: PasskeyAddition): PasskeyProblem | null {
  switch (outcome.kind) {
    case 'added':
    case 'wrong-passphrase':
      return null;
    case 'cancelled':
      return { kind: 'sentence', text: m.settings_passkey_cancelled_text() };
    case 'not-supported': {
      const text =
        outcome.why === 'no-webauthn' ? m.settings_passkey_no_webauthn() : m.settings_passkey_no_prf();
      return { kind: 'sentence', text };
    }
    case 'unusable':
      return { kind: 'trouble', trouble: outcome };
  }
}
