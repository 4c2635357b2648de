import type { AnswerOption, Instrument, Item, Source } from '../../instrument.ts';

const who2024: Source = {
  label: 'World Health Organization 2024, The World Health Organization-Five Well-Being Index (WHO-5)',
  url: 'https://www.who.int/publications/m/item/WHO-UCN-MSD-MHE-2024.01',
};

/** The form itself: how to score it, and what counts as a change. */
export const form1998: Source = {
  label: 'WHO-5 form, 1998',
  url: 'https://www.psykiatri-regionh.dk/who-5/who-5-questionnaires/',
};

const topp2015: Source = { label: 'Topp, Østergaard, Søndergaard & Bech 2015', doi: '10.1159/000376585' };

/** In the order of the form: the best answer first. */
const howMuchOfTheTime: readonly AnswerOption[] = [
  { value: 5, label: 'All of the time' },
  { value: 4, label: 'Most of the time' },
  { value: 3, label: 'More than half of the time' },
  { value: 2, label: 'Less than half of the time' },
  { value: 1, label: 'Some of the time' },
  { value: 0, label: 'At no time' },
];

const statement = (number: number, text: string): Item => ({
  id: `who-5-${number}`,
  text,
  options: howMuchOfTheTime,
});

/**
 * WHO-5 Well-Being Index: the English original (1998, published again by WHO in 2024), unaltered, as half a dozen public
 * copies agree on it (not read from the form itself). No LOINC code could be confirmed. Licence: LICENSE.md here.
 * Totals are the percentage score, raw sum × 4: raw 12 is 48 and raw 13 is 52.
 */
export const who5: Instrument = {
  id: 'who-5',
  version: 'en-1',
  coding: 'sum-times-4-0-100',
  origin: 'published',
  language: 'en',
  shortName: 'WHO-5',
  fullName: 'WHO-5 Well-Being Index',
  measures: 'well-being',
  domain: 'distress',
  stem: 'Please indicate for each of the five statements which is closest to how you have been feeling over the last two weeks. Notice that higher numbers mean better well-being.',
  recall: 'the last two weeks',
  items: [
    statement(1, 'I have felt cheerful and in good spirits'),
    statement(2, 'I have felt calm and relaxed'),
    statement(3, 'I have felt active and vigorous'),
    statement(4, 'I woke up feeling fresh and rested'),
    statement(5, 'My daily life has been filled with things that interest me'),
  ],
  total: { kind: 'scaled-sum', factor: 4 },
  range: { min: 0, max: 100 },
  step: 4,
  better: 'higher',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [],
  cutOffs: [
    {
      id: 'topp-2015',
      value: 50,
      inclusive: true,
      label: '50 or less',
      source: topp2015,
      limits: [
        'On the scale from 0 to 100, which is a raw sum below 13; it suggests asking about depression and is not a diagnosis.',
      ],
    },
  ],
  changeRules: [
    {
      kind: 'published',
      id: 'who-5-form',
      label: '10 points',
      points: 10,
      meaning: 'meaningful',
      source: form1998,
      limits: [
        'On the scale from 0 to 100. It is the difference that the form calls significant, not one computed from the measure’s own error.',
      ],
    },
  ],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'The World Health Organization-Five Well-Being Index (WHO-5). © World Health Organization, Geneva, 2024. Licence: CC BY-NC-SA 3.0 IGO.',
  terms: 'CC BY-NC-SA 3.0 IGO: attribution, non-commercial, adaptations under the same licence.',
  sources: [who2024, form1998, topp2015],
};
