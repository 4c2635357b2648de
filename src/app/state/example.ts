// The example caseload: two dozen people who do not exist, from the one seeded generator, in a vault that lives in memory.
import { exampleCaseload } from '../../../tests/caseload/example-caseload.ts';
import { writeCrisisContact } from '../../records/practice-settings.ts';
import { today } from './now.ts';
import type { Practice } from './practice.svelte.ts';

export async function loadExample(practice: Practice): Promise<void> {
  if (!practice.isExample) throw new Error('the example is never mixed with real clients');
  const { clients, ownMeasures, crisisContacts = [] } = exampleCaseload(today());
  for (const definition of ownMeasures) await practice.saveOwnMeasure(definition);
  await practice.edit((directory) => {
    for (const [place, contact] of crisisContacts.entries())
      writeCrisisContact(directory, { ...contact, place });
  });
  await practice.addClients(clients);
}
