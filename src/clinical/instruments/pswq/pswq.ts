import type { Instrument } from '../instrument.ts';
import { meyer1990 } from '../sources.ts';

/**
 * Penn State Worry Questionnaire: totals only. Its 16 statements are rated 1 to 5, five of them reversed, so a total lies
 * between 16 and 80. The copies that were read word the statements differently ("do not" and "don't", "done" and "all
 * done"), none of them is the original, and its terms were not found: no text is shipped, and no cut-off was confirmed.
 */
export const pswq: Instrument = {
  id: 'pswq',
  version: 'totals-1',
  coding: 'sum-16-80',
  origin: 'published',
  language: '',
  shortName: 'PSWQ',
  fullName: 'Penn State Worry Questionnaire',
  measures: 'worry',
  domain: 'anxiety',
  items: [],
  total: { kind: 'sum' },
  range: { min: 16, max: 80 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [],
  cutOffs: [],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright: '',
  terms: 'No text is shipped, because its terms were not found: use your own copy and enter the total.',
  sources: [meyer1990],
};
