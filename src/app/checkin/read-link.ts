// What a check-in's link asks for, held against this page's own catalogue: nothing of a link is shown but by its name (VAULT H1).
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { readFragment, sixWords } from '../../sync/vault/seal-reply.ts';
import { flattenQuestions, type AskedQuestionnaire } from './questions.ts';

export type LinkReading =
  | {
      readonly kind: 'read';
      /** Exactly as it stands in the link. */
      readonly fragment: string;
      readonly asked: readonly AskedQuestionnaire[];
      readonly words: readonly string[];
      readonly language: string;
    }
  | { readonly kind: 'missing' | 'damaged' | 'newer' }
  /** A questionnaire, or a version of one, that this page does not have. */
  | { readonly kind: 'unknown' };

export async function readLink(fragment: string): Promise<LinkReading> {
  if (fragment === '') return { kind: 'missing' };
  const reading = readFragment(fragment);
  if (reading.kind !== 'read') return reading;
  const { asked, language } = reading.offer;
  if (asked.length === 0) return { kind: 'damaged' };
  const { findInstrument } = await import('../../clinical/instruments/catalogue.ts');
  const instruments: Instrument[] = [];
  for (const { id, version } of asked) {
    const instrument = findInstrument(id, version);
    if (instrument === null || instrument.items.length === 0) return { kind: 'unknown' };
    instruments.push(instrument);
  }
  return {
    kind: 'read',
    fragment,
    asked: flattenQuestions(instruments),
    words: await sixWords(fragment),
    language,
  };
}
