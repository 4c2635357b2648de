// The example caseload: two dozen people who do not exist, from the one seeded generator, in a vault that lives in memory.
import { exampleCaseload } from '../../../tests/caseload/example-caseload.ts';
import type { MadeUpClient } from '../../../tests/caseload/made-up.ts';
import { writeCrisisContact } from '../../records/practice-settings.ts';
import { today } from './now.ts';
import { hashOfNote } from './note-hash.ts';
import type { Practice } from './practice.svelte.ts';

export async function loadExample(practice: Practice): Promise<void> {
  if (!practice.isExample) throw new Error('the example is never mixed with real clients');
  const { clients, ownMeasures, crisisContacts = [] } = exampleCaseload(today());
  for (const definition of ownMeasures) await practice.saveOwnMeasure(definition);
  await practice.edit((directory) => {
    for (const [place, contact] of crisisContacts.entries())
      writeCrisisContact(directory, { ...contact, place });
  });
  await practice.addClients(await Promise.all(clients.map(signed)));
}

/** The generator is plain data and cannot hash: its notes are signed here, as the app signs them. */
const signed = async (client: MadeUpClient): Promise<MadeUpClient> => ({
  ...client,
  entries: await Promise.all(
    client.entries.map(async (entry) =>
      entry.kind === 'note' ? { ...entry, sha256: await hashOfNote(entry) } : entry,
    ),
  ),
});
