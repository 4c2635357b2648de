import type { AnswerOption, Band, Instrument, Item, Source, Subscale } from '../../instrument.ts';

export const lovibond1995: Source = {
  label: 'Lovibond & Lovibond 1995, Manual for the Depression Anxiety Stress Scales, second edition',
  url: 'http://www.psy.unsw.edu.au/dass/',
};

const howMuchItApplied: readonly AnswerOption[] = [
  { value: 0, label: 'Did not apply to me at all' },
  { value: 1, label: 'Applied to me to some degree, or some of the time' },
  { value: 2, label: 'Applied to me to a considerable degree, or a good part of time' },
  { value: 3, label: 'Applied to me very much, or most of the time' },
];

const statements = [
  'I found it hard to wind down',
  'I was aware of dryness of my mouth',
  'I couldn’t seem to experience any positive feeling at all',
  'I experienced breathing difficulty (e.g. excessively rapid breathing, breathlessness in the absence of physical exertion)',
  'I found it difficult to work up the initiative to do things',
  'I tended to over-react to situations',
  'I experienced trembling (e.g. in the hands)',
  'I felt that I was using a lot of nervous energy',
  'I was worried about situations in which I might panic and make a fool of myself',
  'I felt that I had nothing to look forward to',
  'I found myself getting agitated',
  'I found it difficult to relax',
  'I felt down-hearted and blue',
  'I was intolerant of anything that kept me from getting on with what I was doing',
  'I felt I was close to panic',
  'I was unable to become enthusiastic about anything',
  'I felt I wasn’t worth much as a person',
  'I felt that I was rather touchy',
  'I was aware of the action of my heart in the absence of physical exertion (e.g. sense of heart rate increase, heart missing a beat)',
  'I felt scared without any good reason',
  'I felt that life was meaningless',
];

const itemId = (number: number): string => `dass-21-${number}`;

const items = statements.map((text, index): Item => ({
  id: itemId(index + 1),
  text,
  options: howMuchItApplied,
}));

/** Doubled, so that the bands of the 42-item form apply. `ends` are the last totals of the first four bands. */
function scale(id: string, label: string, numbers: readonly number[], ends: readonly number[]): Subscale {
  const names = ['normal', 'mild', 'moderate', 'severe', 'extremely severe'];
  const bands = names.map((name, index): Band => ({
    label: name,
    min: (ends[index - 1] ?? -1) + 1,
    max: ends[index] ?? 42,
  }));
  return {
    id,
    label,
    itemIds: numbers.map(itemId),
    total: { kind: 'scaled-sum', factor: 2 },
    bands,
    bandsSource: lovibond1995,
  };
}

/**
 * DASS-21: the words of the form as complete public copies agree on them, except for how they print "e.g." (not read from
 * the form itself). It is read by its three scales: the total of all answers has no bands and no cut-off. No LOINC code
 * could be confirmed.
 * Licence: LICENSE.md here.
 */
export const dass21: Instrument = {
  id: 'dass-21',
  version: 'en-1',
  coding: 'doubled-0-126',
  origin: 'published',
  language: 'en',
  shortName: 'DASS-21',
  fullName: 'Depression Anxiety Stress Scales-21',
  measures: 'depression, anxiety and stress',
  domain: 'distress',
  stem: 'Please read each statement and circle a number 0, 1, 2 or 3 which indicates how much the statement applied to you over the past week. There are no right or wrong answers. Do not spend too much time on any statement.',
  recall: 'the past week',
  items,
  total: { kind: 'scaled-sum', factor: 2 },
  range: { min: 0, max: 126 },
  step: 2,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [
    scale('depression', 'Depression', [3, 5, 10, 13, 16, 17, 21], [9, 13, 20, 27]),
    scale('anxiety', 'Anxiety', [2, 4, 7, 9, 15, 19, 20], [7, 9, 14, 19]),
    scale('stress', 'Stress', [1, 6, 8, 11, 12, 14, 18], [14, 18, 25, 33]),
  ],
  bands: [],
  cutOffs: [],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'DASS-21: Lovibond, S.H. & Lovibond, P.F. (1995). Manual for the Depression Anxiety Stress Scales (2nd ed.). Sydney: Psychology Foundation. For health professionals and researchers; not modified, not sold. www.psy.unsw.edu.au/dass',
  terms:
    'For health professionals and researchers: not modified, not sold, its website named. Read the website before showing scores of it to a client.',
  sources: [lovibond1995],
};
