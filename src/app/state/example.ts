// The example caseload: two dozen people who do not exist, from the one seeded generator, in a vault that lives in memory.
import { exampleCaseload } from '../../../tests/caseload/example-caseload.ts';
import { today } from './now.ts';
import type { Practice } from './practice.svelte.ts';

export async function loadExample(practice: Practice): Promise<void> {
  if (!practice.isExample) throw new Error('the example is never mixed with real clients');
  const { clients, ownMeasures } = exampleCaseload(today());
  for (const definition of ownMeasures) await practice.saveOwnMeasure(definition);
  await practice.addClients(clients);
}
