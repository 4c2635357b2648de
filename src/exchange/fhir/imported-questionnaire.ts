// A questionnaire as it came out of a file, for the builder to go on with. Whatever the file does not say is null.
import type { ReadAnswer } from './read-answers.ts';

export interface ImportedQuestionnaire {
  readonly name: string;
  readonly stem: string | null;
  readonly language: string | null;
  readonly copyright: string | null;
  readonly url: string | null;
  /** LOINC of the whole. */
  readonly loinc: string | null;
  readonly answerSets: readonly ImportedAnswerSet[];
  readonly items: readonly ImportedItem[];
  readonly subscales: readonly ImportedSubscale[];
}

export interface ImportedAnswerSet {
  readonly id: string;
  readonly answers: readonly ReadAnswer[];
}

export interface ImportedItem {
  readonly id: string;
  readonly linkId: string;
  readonly text: string;
  readonly answerSetId: string;
  readonly unscored: boolean;
  /** Null: not a safety item, as far as is known. */
  readonly safetyAbove: number | null;
  readonly loinc: string | null;
}

export interface ImportedSubscale {
  readonly id: string;
  readonly label: string;
  readonly itemIds: readonly string[];
}
