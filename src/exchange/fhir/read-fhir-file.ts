// What did somebody drop here? A questionnaire to become a measure, a filled-in one to be checked, or neither.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type { AnswerKey } from './answer-key.ts';
import { questionnaireOf, type ReadQuestionnaire } from './read-questionnaire.ts';
import { readResource } from './read-resource.ts';
import { responseOf, type ReadResponse } from './read-response.ts';

export type ReadFhir = ReadQuestionnaire | ReadResponse;

/**
 * Reads one FHIR R4 resource. Never throws; a file that cannot be taken says why, and nothing of it is taken.
 * @param known  the instruments that are recognised by their LOINC codes
 * @param keys   whatever a filled-in questionnaire can be scored by
 */
export function readFhirFile(
  text: string,
  known: readonly Instrument[],
  keys: readonly AnswerKey[],
): ReadFhir {
  const resource = readResource(text);
  if (resource.kind === 'refused') return resource;
  return resource.value.resourceType === 'QuestionnaireResponse'
    ? responseOf(resource.value, keys)
    : questionnaireOf(resource.value, known);
}
