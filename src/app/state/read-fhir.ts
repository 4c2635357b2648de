// A FHIR file in this practice: what is known by LOINC, and everything that a filled-in questionnaire can be scored by.
import { publishedInstruments } from '../../clinical/instruments/catalogue.ts';
import { answerKey } from '../../exchange/fhir/answer-key.ts';
import type { ImportedQuestionnaire } from '../../exchange/fhir/imported-questionnaire.ts';
import { readFhirFile, type ReadFhir } from '../../exchange/fhir/read-fhir-file.ts';
import { largestFile } from '../../exchange/fhir/read-resource.ts';
import { measureDraft, type MeasureDraft } from './measure-draft.ts';
import type { Practice } from './practice.svelte.ts';
import { draftOfImported } from './questionnaire-draft.ts';

export function readFhir(
  text: string,
  { instruments, ownMeasures }: Pick<Practice, 'instruments' | 'ownMeasures'>,
): ReadFhir {
  const keys = instruments
    .filter(({ items }) => items.length > 0)
    .map((instrument) => {
      const { id, version } = instrument;
      return answerKey(
        instrument,
        ownMeasures.find((one) => one.id === id && one.version === version) ?? null,
      );
    });
  return readFhirFile(text, publishedInstruments, keys);
}

/** UTF-8 has at most four bytes for a letter. */
const mostBytes = 4 * largestFile;

/** Null: the file cannot be opened any more; it was moved, or taken away, since it was chosen. */
export async function fhirTextOf(file: File): Promise<string | ReadFhir | null> {
  if (file.size > mostBytes) return { kind: 'refused', why: { kind: 'too-large', limit: largestFile } };
  try {
    return await file.text();
  } catch {
    return null;
  }
}

/** The draft to go on with; direction and sources are for the therapist, because no file says them. */
export function draftFromFhir(questionnaire: ImportedQuestionnaire): MeasureDraft {
  return {
    ...measureDraft({ name: questionnaire.name.slice(0, 120) }),
    way: 'items',
    questionnaire: draftOfImported(questionnaire),
  };
}
