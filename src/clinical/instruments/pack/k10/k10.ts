import type { AnswerOption, Instrument, Item, Source } from '../../instrument.ts';

const kessler2002: Source = { label: 'Kessler et al. 2002', doi: '10.1017/S0033291702006074' };

const kessler2003: Source = { label: 'Kessler et al. 2003', doi: '10.1001/archpsyc.60.2.184' };

/** The two codings, and the bands of primary care and of the Victorian Population Health Survey (table F). */
export const abs2012: Source = {
  label: 'Andrews & Slade 2001, as given by the Australian Bureau of Statistics 2012 (4817.0.55.001)',
  url: 'http://abs.gov.au/ausstats/abs@.nsf/Lookup/34333D54F054CE51CA2579D50015D786',
};

const feelings = [
  'tired out for no good reason',
  'nervous',
  'so nervous that nothing could calm you down',
  'hopeless',
  'restless or fidgety',
  'so restless that you could not sit still',
  'depressed',
  'so depressed that nothing could cheer you up',
  'that everything was an effort',
  'worthless',
];

/** In the order of the form. */
const howMuchOfTheTime = [
  'All of the time',
  'Most of the time',
  'Some of the time',
  'A little of the time',
  'None of the time',
];

const optionsDownTo = (lowest: number): readonly AnswerOption[] =>
  howMuchOfTheTime.map((label, index) => ({ value: lowest + 4 - index, label }));

const itemsDownTo = (lowest: number): readonly Item[] =>
  feelings.map((feeling, index) => ({
    id: `k10-${index + 1}`,
    text: `During the past 30 days, about how often did you feel ${feeling}?`,
    options: optionsDownTo(lowest),
  }));

/**
 * K10, the self-administered form of the National Comorbidity Survey: questions compared word for word with UCL's list of
 * the original version and with the K6 of the PhenX Toolkit. Australian forms ask about four weeks and say "so sad that
 * nothing could cheer you up". Licence: LICENSE.md here. There are two codings of the same answers, and they are two
 * instruments: a total of 20 is mild in one of them and has no published band in the other.
 */
const k10 = {
  version: 'en-1',
  origin: 'published',
  language: 'en',
  measures: 'psychological distress',
  domain: 'distress',
  stem: 'The following questions ask about how you have been feeling during the past 30 days. For each question, please indicate the answer that best describes how often you had this feeling.',
  recall: 'the past 30 days',
  total: { kind: 'sum' },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  cutOffs: [],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'K10: Copyright © Ronald C. Kessler, PhD. All rights reserved. Kessler RC, Barker PR, Colpe LJ, et al. (2003). Screening for serious mental illness in the general population. Archives of General Psychiatry, 60(2), 184–189.',
  terms: 'Free to use without formal permission; its copyright line and citation are asked for.',
  sources: [kessler2002, kessler2003, abs2012],
} as const satisfies Partial<Instrument>;

/** Each answer 1 to 5, totals 10 to 50: the usual coding in Australia, and the only one with these bands. */
export const k10From1To5: Instrument = {
  ...k10,
  id: 'k10-1-5',
  coding: 'sum-10-50',
  shortName: 'K10 (1–5)',
  fullName: 'Kessler Psychological Distress Scale, 10 items, answers coded 1 to 5',
  items: itemsDownTo(1),
  range: { min: 10, max: 50 },
  bands: [
    { label: 'likely to be well', min: 10, max: 19 },
    { label: 'likely mild disorder', min: 20, max: 24 },
    { label: 'likely moderate disorder', min: 25, max: 29 },
    { label: 'likely severe disorder', min: 30, max: 50 },
  ],
  bandsSource: abs2012,
};

/** Each answer 0 to 4, totals 0 to 40: the usual coding in the USA. No bands are published for it. */
export const k10From0To4: Instrument = {
  ...k10,
  id: 'k10-0-4',
  coding: 'sum-0-40',
  shortName: 'K10 (0–4)',
  fullName: 'Kessler Psychological Distress Scale, 10 items, answers coded 0 to 4',
  items: itemsDownTo(0),
  range: { min: 0, max: 40 },
  bands: [],
};
