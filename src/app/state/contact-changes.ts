// Whom to reach and where: fields of the profile, each kept for itself, so that two devices may change two of them.
import { writeProfile, type Profile } from '../../records/client-record.ts';
import type { ClientState } from './client.svelte.ts';

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

/** One that is empty is taken away. Resolves after the strict commit. */
export async function keepContacts(
  client: Pick<ClientState, 'edit'>,
  changed: Partial<Contacts>,
): Promise<void> {
  await client.edit((doc) => {
    doc.transact(() => {
      for (const field of contactFields) {
        const text = changed[field];
        if (text !== undefined) writeProfile(doc, field, text.trim() || null);
      }
    });
  });
}
