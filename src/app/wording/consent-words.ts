import type { ConsentState } from '../../records/entry.ts';
import { m } from '../paraglide/messages.js';

const states: Readonly<Record<ConsentState, () => string>> = {
  explained: m.plan_consent_explained,
  agreed: m.plan_consent_agreed,
  withdrawn: m.plan_consent_withdrawn,
};

/** "Agreed". */
export const consentWord = (state: ConsentState): string => states[state]();
