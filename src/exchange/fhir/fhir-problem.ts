// What can be wrong with a FHIR file, and what was left out of one that was read. The words are the app's; here stand only
// the kind and the place, never a text from the file that a person did not put on the screen.

/** Why nothing was taken from a file. `where` is the place in FHIR's own terms, e.g. "item[3].answerOption[0].valueCoding". */
export type FhirRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly limit: number }
  /** `line` from 1; null where the browser does not say. */
  | { readonly kind: 'not-json'; readonly line: number | null }
  | { readonly kind: 'not-a-resource' }
  | { readonly kind: 'other-resource'; readonly resourceType: string }
  | { readonly kind: 'too-deep'; readonly limit: number }
  | { readonly kind: 'other-version'; readonly version: 'R5' | 'STU3' | 'DSTU2'; readonly where: string }
  | { readonly kind: 'wrong-type'; readonly where: string; readonly expected: string }
  | { readonly kind: 'missing-element'; readonly where: string }
  | { readonly kind: 'too-long'; readonly where: string; readonly limit: number }
  | { readonly kind: 'too-many-items'; readonly count: number; readonly limit: number }
  | {
      readonly kind: 'too-many-parts';
      readonly where: string;
      readonly count: number;
      readonly limit: number;
    }
  | { readonly kind: 'too-many-answers'; readonly where: string; readonly limit: number }
  | { readonly kind: 'same-link-id'; readonly linkId: string }
  | { readonly kind: 'depends-on-itself'; readonly linkId: string }
  | { readonly kind: 'value-set-in-a-circle'; readonly id: string }
  | { readonly kind: 'derived-from-itself' }
  /** FHIR forbids going on past a modifier that is not understood. */
  | { readonly kind: 'modifier'; readonly where: string }
  | { readonly kind: 'nothing-to-ask' }
  // Of a filled-in questionnaire:
  | { readonly kind: 'entered-in-error' }
  | { readonly kind: 'unknown-questionnaire' }
  | { readonly kind: 'unknown-answer'; readonly linkId: string }
  | { readonly kind: 'answered-twice'; readonly linkId: string };

/** What is said about single items of a file that was read. */
export type ItemNoteKind =
  | 'total-not-read'
  | 'subscales-read'
  | 'answers-without-values'
  | 'answers-not-in-the-file'
  | 'answers-from-known'
  | 'same-value-twice'
  | 'numbered-in-order'
  | 'free-text-dropped'
  | 'not-a-choice'
  | 'several-answers'
  | 'unscored-known'
  | 'safety-known'
  | 'conditions-ignored'
  | 'texts-between';

/** Something that the therapist should know about a file that was read. */
export type FhirNote =
  | { readonly kind: 'total-read'; readonly count: number }
  | { readonly kind: 'no-total' }
  | { readonly kind: 'extensions-ignored'; readonly count: number; readonly kinds: number }
  | {
      readonly kind: ItemNoteKind;
      /** Their texts, as in the file. */
      readonly items: readonly string[];
      /** The short name of the instrument that the knowledge comes from. */
      readonly instrument?: string;
    };

export type Read<T> =
  { readonly kind: 'read'; readonly value: T } | { readonly kind: 'refused'; readonly why: FhirRefusal };

export const refused = (why: FhirRefusal): { readonly kind: 'refused'; readonly why: FhirRefusal } => ({
  kind: 'refused',
  why,
});
