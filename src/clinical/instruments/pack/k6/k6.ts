import type { AnswerOption, Instrument, Item, Source } from '../../instrument.ts';

export const kessler2003: Source = { label: 'Kessler et al. 2003', doi: '10.1001/archpsyc.60.2.184' };

export const prochaska2012: Source = { label: 'Prochaska et al. 2012', doi: '10.1002/mpr.1349' };

/** In the order of the form; scored 4 to 0. */
const howMuchOfTheTime: readonly AnswerOption[] = [
  { value: 4, label: 'All of the time', loinc: 'LA6154-4' },
  { value: 3, label: 'Most of the time', loinc: 'LA14734-0' },
  { value: 2, label: 'Some of the time', loinc: 'LA14733-2' },
  { value: 1, label: 'A little of the time', loinc: 'LA14732-4' },
  { value: 0, label: 'None of the time', loinc: 'LA6297-1' },
];

const question = (number: number, feeling: string, loinc?: string): Item => ({
  id: `k6-${number}`,
  text: `During the past 30 days, about how often did you feel ${feeling}?`,
  options: howMuchOfTheTime,
  ...(loinc && { loinc }),
});

/**
 * K6: questions and instruction of the PhenX Toolkit's protocol 121301, which reprints the self-administered form without
 * its "…". Four of the six questions could be confirmed in LOINC. The name carries the coding, because answers are also
 * coded 1 to 5, and such totals (6 to 30) must not be taken for these. Licence: LICENSE.md here.
 */
export const k6From0To4: Instrument = {
  id: 'k6-0-4',
  version: 'en-1',
  coding: 'sum-0-24',
  origin: 'published',
  language: 'en',
  shortName: 'K6 (0–4)',
  fullName: 'Kessler Psychological Distress Scale, 6 items, answers coded 0 to 4',
  measures: 'psychological distress',
  domain: 'distress',
  stem: 'The following questions ask about how you have been feeling during the past 30 days. For each question, please indicate the answer that best describes how often you had this feeling.',
  recall: 'the past 30 days',
  items: [
    question(1, 'nervous', '65189-3'),
    question(2, 'hopeless', '65190-1'),
    question(3, 'restless or fidgety', '65191-9'),
    question(4, 'so depressed that nothing could cheer you up', '65192-7'),
    question(5, 'that everything was an effort'),
    question(6, 'worthless'),
  ],
  total: { kind: 'sum' },
  range: { min: 0, max: 24 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [],
  cutOffs: [
    {
      id: 'prochaska-2012',
      value: 13,
      inclusive: true,
      label: '13 or more',
      source: prochaska2012,
      limits: [
        'The threshold in wide use for serious mental illness in population surveys; it is not a diagnosis.',
      ],
    },
  ],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'K6: Copyright © Ronald C. Kessler, PhD. All rights reserved. Kessler RC, Barker PR, Colpe LJ, et al. (2003). Screening for serious mental illness in the general population. Archives of General Psychiatry, 60(2), 184–189.',
  terms: 'Free to use without formal permission; its copyright line and citation are asked for.',
  sources: [kessler2003, prochaska2012],
};
