// What the page of contacts asks for.
import type { Profile } from '../../../records/client-record.ts';
import { m } from '../../paraglide/messages.js';

export const contactFields = [
  'callBackNumber',
  'usualPlace',
  'emergencyContact',
  'localCrisisLine',
  'guardian',
] as const satisfies readonly (keyof Profile)[];
export type ContactField = (typeof contactFields)[number];

export type Contacts = Readonly<Record<ContactField, string>>;

export const contactsOf = ({
  callBackNumber = '',
  usualPlace = '',
  emergencyContact = '',
  localCrisisLine = '',
  guardian = '',
}: Profile): Contacts => ({ callBackNumber, usualPlace, emergencyContact, localCrisisLine, guardian });

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
