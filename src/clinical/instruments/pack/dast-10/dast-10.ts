import type { AnswerOption, Instrument, Item, Source } from '../../instrument.ts';

export const skinner1982: Source = { label: 'Skinner 1982', pmid: '7183189' };

export const yudko2007: Source = { label: 'Yudko, Lozhkina & Fouts 2007', pmid: '17306727' };

const noOrYes: readonly AnswerOption[] = [
  { value: 0, label: 'No' },
  { value: 1, label: 'Yes' },
];

const question = (number: number, text: string): Item => ({
  id: `dast-10-${number}`,
  text,
  options: noOrYes,
});

/**
 * DAST-10: questions compared word for word with two published copies (Nova Southeastern University; the items of the
 * DAST-20 it was taken from). Another version is in print, with item 3 as "Are you unable to stop …", which is not
 * reversed: its scores are the same, its answers are not. Licence: LICENSE.md here.
 */
export const dast10: Instrument = {
  id: 'dast-10',
  version: 'en-1',
  coding: 'sum-0-10',
  origin: 'published',
  language: 'en',
  shortName: 'DAST-10',
  fullName: 'Drug Abuse Screening Test-10',
  measures: 'drug use',
  domain: 'alcohol-and-drugs',
  stem: 'The following questions concern information about your possible involvement with drugs not including alcoholic beverages during the past 12 months. “Drug abuse” refers to (1) the use of prescribed or over-the-counter drugs in excess of the directions, and (2) any non-medical use of drugs. The various classes of drugs may include cannabis (marijuana, hashish), solvents (e.g., paint thinner), tranquilizers (e.g., Valium), barbiturates, cocaine, stimulants (e.g., speed), hallucinogens (e.g., LSD) or narcotics (e.g., heroin). Remember that the questions do not include alcoholic beverages. Please answer every question. If you have difficulty with a statement, then choose the response that is mostly right.',
  recall: 'the past 12 months',
  items: [
    question(1, 'Have you used drugs other than those required for medical reasons?'),
    question(2, 'Do you abuse more than one drug at a time?'),
    { ...question(3, 'Are you always able to stop using drugs when you want to?'), reversed: true },
    question(4, 'Have you had “blackouts” or “flashbacks” as a result of drug use?'),
    question(5, 'Do you ever feel bad or guilty about your drug use?'),
    question(6, 'Does your spouse (or parents) ever complain about your involvement with drugs?'),
    question(7, 'Have you neglected your family because of your use of drugs?'),
    question(8, 'Have you engaged in illegal activities in order to obtain drugs?'),
    question(9, 'Have you ever experienced withdrawal symptoms (felt sick) when you stopped taking drugs?'),
    question(
      10,
      'Have you had medical problems as a result of your drug use (e.g., memory loss, hepatitis, convulsions, bleeding, etc.)?',
    ),
  ],
  total: { kind: 'sum' },
  range: { min: 0, max: 10 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [
    { label: 'no problems reported', min: 0, max: 0 },
    { label: 'low level', min: 1, max: 2 },
    { label: 'moderate level', min: 3, max: 5 },
    { label: 'substantial level', min: 6, max: 8 },
    { label: 'severe level', min: 9, max: 10 },
  ],
  bandsSource: skinner1982,
  cutOffs: [
    {
      id: 'yudko-2007',
      value: 3,
      inclusive: true,
      label: '3 or more',
      source: yudko2007,
      limits: ['May indicate a problem with drug use; it is a screening threshold, not a diagnosis.'],
    },
  ],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'DAST-10 © 1982 by Harvey A. Skinner, PhD, and the Centre for Addiction and Mental Health, Toronto, Canada. May be reproduced for non-commercial use (clinical, research, training) with credit to the author.',
  terms:
    'Non-commercial use (clinical, research, training) with credit to its author, Dr. Harvey A. Skinner.',
  sources: [skinner1982, yudko2007],
  loinc: { panel: '82666-9', total: '82667-7' },
};
