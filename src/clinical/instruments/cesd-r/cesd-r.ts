import type { AnswerOption, Instrument, Item, Subscale } from '../instrument.ts';
import { cesdr, eaton2004 } from '../sources.ts';

/** The two highest answers count the same, so that the range is that of the original CES-D. */
const howOftenLately: readonly AnswerOption[] = [
  { value: 0, label: 'Not at all or less than one day' },
  { value: 1, label: '1-2 days' },
  { value: 2, label: '3-4 days' },
  { value: 3, label: '5-7 days' },
  { value: 4, score: 3, label: 'Nearly every day for 2 weeks' },
];

const statements = [
  'My appetite was poor.',
  'I could not shake off the blues.',
  'I had trouble keeping my mind on what I was doing.',
  'I felt depressed.',
  'My sleep was restless.',
  'I felt sad.',
  'I could not get going.',
  'Nothing made me happy.',
  'I felt like a bad person.',
  'I lost interest in my usual activities.',
  'I slept much more than usual.',
  'I felt like I was moving too slowly.',
  'I felt fidgety.',
  'I wished I were dead.',
  'I wanted to hurt myself.',
  'I was tired all the time.',
  'I did not like myself.',
  'I lost a lot of weight without trying to.',
  'I had a lot of trouble getting to sleep.',
  'I could not focus on the important things.',
];

const items: readonly Item[] = statements.map((text, index) => ({
  id: `cesd-r-${index + 1}`,
  text,
  options: howOftenLately,
}));

const group = (id: string, label: string, ...numbers: readonly number[]): Subscale => ({
  id,
  label,
  itemIds: numbers.map((number) => `cesd-r-${number}`),
  total: { kind: 'sum' },
});

/**
 * Center for Epidemiologic Studies Depression Scale, Revised. Answers, symptom groups, scoring and terms as its own site
 * explains them; the 20 statements confirmed in a copy of its form and two published programs that agree; the instruction
 * in the Medical Data Models portal (20582). Licence: LICENSE.md here.
 */
export const cesdR: Instrument = {
  id: 'cesd-r',
  version: 'en-1',
  coding: 'cesd-style-0-60',
  origin: 'published',
  language: 'en',
  shortName: 'CESD-R',
  fullName: 'Center for Epidemiologic Studies Depression Scale – Revised',
  measures: 'depression',
  domain: 'depression',
  stem: 'Below is a list of the ways you might have felt or behaved. Please check the boxes to tell me how often you have felt this way in the past week or so.',
  recall: 'the past week or so',
  items,
  total: { kind: 'sum' },
  range: { min: 0, max: 60 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [
    group('sadness', 'Sadness', 2, 4, 6),
    group('loss-of-interest', 'Loss of interest', 8, 10),
    group('appetite', 'Appetite', 1, 18),
    group('sleep', 'Sleep', 5, 11, 19),
    group('thinking', 'Thinking, concentration', 3, 20),
    group('guilt', 'Guilt', 9, 17),
    group('tired', 'Tired', 7, 16),
    group('movement', 'Movement', 12, 13),
    group('suicidal-ideation', 'Suicidal ideation', 14, 15),
  ],
  bands: [],
  cutOffs: [
    {
      id: 'ces-d-16',
      value: 16,
      inclusive: true,
      label: '16 or more',
      source: eaton2004,
      limits: [
        'The figure is that of the original CES-D, whose range this scoring keeps; it is a screening threshold, not a diagnosis.',
      ],
    },
  ],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [
    { itemId: 'cesd-r-14', above: 0 },
    { itemId: 'cesd-r-15', above: 0 },
  ],
  copyright:
    'CESD-R: Eaton, Muntaner, Smith, Tien & Ybarra (2004), after Radloff (1977). "The CESD-R is in the public domain so it is free to use in your research."',
  terms: 'In the public domain, according to its own website.',
  sources: [cesdr, eaton2004],
};
