// What the page of contacts asks for.
import { m } from '../../paraglide/messages.js';
import type { ContactField } from '../../state/contact-changes.ts';

interface FieldWords {
  readonly label: () => string;
  readonly hint?: () => string;
}

export const contactWords: Readonly<Record<ContactField, FieldWords>> = {
  callBackNumber: { label: m.contacts_call_back, hint: m.contacts_call_back_hint },
  usualPlace: { label: m.contacts_usual_place, hint: m.contacts_usual_place_hint },
  emergencyContact: { label: m.contacts_emergency, hint: m.contacts_emergency_hint },
  localCrisisLine: { label: m.contacts_crisis_line },
  guardian: { label: m.contacts_guardian },
};
