import { cutOffC } from '../../../change/cut-off-c.ts';
import type { AnswerOption, Instrument, Item, Norm, Reliability, Source } from '../../instrument.ts';

const jacobsonTruax1991 = '10.1037/0022-006X.59.1.12';

export const barkham2013: Source = { label: 'Barkham et al. 2013', doi: '10.1080/14733145.2012.729069' };

/** The manual's figures as a page that can be read gives them. */
const manual2007: Source = {
  label: 'Connell & Barkham 2007, CORE-10 user manual 1.0, as given by NovoPsych',
  url: 'https://novopsych.com.au/assessments/outcome-monitoring/clinical-outcomes-in-routine-evaluation-10-core-10/',
};

/** The copyright holder on pro-rating: the mean of the other nine, if no more than one is missing, times ten. */
export const coreScoring: Source = {
  label: 'CORE System Trust, scoring CORE measures',
  url: 'https://www.coresystemtrust.org.uk/whats-in-a-name-1-scoring-core-measures/',
};

const labels = ['Not at all', 'Only occasionally', 'Sometimes', 'Often', 'Most or all the time'];

/** The form prints 0 to 4 beside the answers … */
const distress: readonly AnswerOption[] = labels.map((label, index) => ({ value: index, label }));
/** … and 4 to 0 beside those of the two positively worded items, 2 and 3: what is typed from paper needs no reversing. */
const resource: readonly AnswerOption[] = labels.map((label, index) => ({ value: 4 - index, label }));

const statement = (number: number, text: string, options = distress): Item => ({
  id: `core-10-${number}`,
  text,
  options,
});

const clinical: Norm = { mean: 19.7, sd: 7.7, n: 1835, source: manual2007 };
const functional: Norm = { mean: 4.7, sd: 4.8, n: 535, source: manual2007 };
const alpha: Reliability = { coefficient: 0.9, kind: 'alpha', source: barkham2013 };

/**
 * CORE-10: statements compared word for word with two published copies, CamCOPS and softoutcomes.org; answers as the
 * second has them ("Most or all the time", where the first writes "all of the time"); the instruction as the CORE forms
 * share it. Licence: LICENSE.md here.
 */
export const core10: Instrument = {
  id: 'core-10',
  version: 'en-1',
  coding: 'clinical-score-0-40',
  origin: 'published',
  language: 'en',
  shortName: 'CORE-10',
  fullName: 'Clinical Outcomes in Routine Evaluation-10',
  measures: 'psychological distress',
  domain: 'distress',
  stem: 'This form has 10 statements about how you have been OVER THE LAST WEEK. Please read each statement and think how often you felt that way last week. Then tick the box which is closest to this.',
  recall: 'the last week',
  items: [
    statement(1, 'I have felt tense, anxious or nervous'),
    statement(2, 'I have felt I have someone to turn to for support when needed', resource),
    statement(3, 'I have felt able to cope when things go wrong', resource),
    statement(4, 'Talking to people has felt too much for me'),
    statement(5, 'I have felt panic or terror'),
    statement(6, 'I made plans to end my life'),
    statement(7, 'I have had difficulty getting to sleep or staying asleep'),
    statement(8, 'I have felt despairing or hopeless'),
    statement(9, 'I have felt unhappy'),
    statement(10, 'Unwanted images or memories have been distressing me'),
  ],
  total: { kind: 'sum' },
  range: { min: 0, max: 40 },
  step: 1,
  better: 'lower',
  missing: { kind: 'prorate', maxMissing: 1, rounding: 'none', source: coreScoring },
  subscales: [],
  bands: [
    { label: 'healthy or low level', min: 0, max: 10 },
    { label: 'mild', min: 11, max: 14 },
    { label: 'moderate', min: 15, max: 19 },
    { label: 'moderate to severe', min: 20, max: 24 },
    { label: 'severe', min: 25, max: 40 },
  ],
  bandsSource: manual2007,
  cutOffs: [
    {
      id: 'barkham-2013',
      value: 11,
      inclusive: true,
      label: '11 or more',
      source: barkham2013,
      limits: [
        'Separates people in treatment from the general population in the samples studied; it is not a diagnosis.',
      ],
    },
    {
      id: 'jacobson-truax-c',
      value: cutOffC(clinical, functional),
      inclusive: false,
      label: 'cut-off c',
      source: { doi: jacobsonTruax1991, label: 'Jacobson & Truax 1991, from Connell & Barkham 2007' },
      limits: ['Computed from the means and SDs of both norms; it is as good as those samples.'],
    },
  ],
  changeRules: [
    {
      kind: 'jacobson-truax',
      id: 'jacobson-truax-95',
      label: 'Jacobson–Truax, 95%',
      sd: clinical.sd,
      reliability: alpha,
      confidence: 0.95,
      source: {
        doi: jacobsonTruax1991,
        label: 'Jacobson & Truax 1991, from Connell & Barkham 2007 and Barkham et al. 2013',
      },
      limits: [
        'Computed with SD 7.7 of clients in primary care and Cronbach’s alpha 0.9; another coefficient moves the answer.',
      ],
    },
    {
      kind: 'published',
      id: 'barkham-2013',
      label: '6 points',
      points: 6,
      source: barkham2013,
      limits: ['At 90% confidence, so more lenient than the usual 95%.'],
    },
  ],
  norms: { clinical, functional },
  reliabilities: [alpha],
  safetyItems: [{ itemId: 'core-10-6', above: 0 }],
  copyright: '© CORE System Trust: https://www.coresystemtrust.org.uk/copyright.pdf',
  terms:
    'CC BY-NC-ND 4.0: non-commercial, content not changed, copyright line shown. Earlier pages of its owner say CC BY-ND 4.0; the stricter is followed.',
  sources: [barkham2013, manual2007, coreScoring],
};
