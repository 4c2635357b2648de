// A verdict for the therapist's own pages: the sentence with everything it rests on, as the screen has it.
import type { Instrument, Source } from '../../clinical/instruments/instrument.ts';
import type { Verdict } from '../../clinical/verdict/verdict.ts';
import type { ReadableVerdict } from '../../exchange/readable/readable-labels.ts';
import { displayLocale } from './locale.ts';
import { verdictDetails } from './verdict-details.ts';
import { verdictSentence } from './verdict-sentence.ts';

export function readableVerdict(
  verdict: Verdict,
  instrument: Instrument,
  locale: string = displayLocale(),
): ReadableVerdict {
  const { rows, limits } = verdictDetails(verdict, instrument, locale);
  return {
    sentence: verdictSentence(verdict, instrument, locale),
    rows: rows.map(({ term, text, sources }) => ({
      term,
      text: [text, ...sources.map(asReference)].join(' · '),
    })),
    limits,
  };
}

const asReference = ({ label, doi, pmid, url }: Source): string =>
  [label, doi && `doi ${doi}`, pmid && `PMID ${pmid}`, url].filter(Boolean).join(', ');
