import type { AnswerOption, Instrument, Item } from '../instrument.ts';
import { blevins2015, forkus2022, marx2022, nationalCenterPcl5 } from '../sources.ts';

const howMuch: readonly AnswerOption[] = [
  { value: 0, label: 'Not at all' },
  { value: 1, label: 'A little bit' },
  { value: 2, label: 'Moderately' },
  { value: 3, label: 'Quite a bit' },
  { value: 4, label: 'Extremely' },
];

const problems = [
  'Repeated, disturbing, and unwanted memories of the stressful experience?',
  'Repeated, disturbing dreams of the stressful experience?',
  'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
  'Feeling very upset when something reminded you of the stressful experience?',
  'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
  'Avoiding memories, thoughts, or feelings related to the stressful experience?',
  'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
  'Trouble remembering important parts of the stressful experience?',
  'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
  'Blaming yourself or someone else for the stressful experience or what happened after it?',
  'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
  'Loss of interest in activities that you used to enjoy?',
  'Feeling distant or cut off from other people?',
  'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
  'Irritable behavior, angry outbursts, or acting aggressively?',
  'Taking too many risks or doing things that could cause you harm?',
  'Being "superalert" or watchful or on guard?',
  'Feeling jumpy or easily startled?',
  'Having difficulty concentrating?',
  'Trouble falling or staying asleep?',
];

const items: readonly Item[] = problems.map((text, index) => ({
  id: `pcl-5-${index + 1}`,
  text,
  options: howMuch,
}));

const idsFrom = (first: number, last: number): string[] => items.slice(first - 1, last).map(({ id }) => id);

const clusters = {
  b: { label: 'Cluster B: intrusion', itemIds: idsFrom(1, 5) },
  c: { label: 'Cluster C: avoidance', itemIds: idsFrom(6, 7) },
  d: { label: 'Cluster D: negative thoughts and mood', itemIds: idsFrom(8, 14) },
  e: { label: 'Cluster E: arousal and reactivity', itemIds: idsFrom(15, 20) },
};

const oneOfSeveral =
  '31 to 33 are in print; a lower figure finds more, a higher one raises fewer false alarms. It is a screening threshold, not a diagnosis.';
const samplesOfMen =
  'From samples of male veterans. 15 points in one sample and 18 in another; "5 and 10 points", often quoted, belong to the checklist for DSM-IV.';

/**
 * PTSD Checklist for DSM-5, past month, without the checklist of events. Items and answers confirmed word for word in the VA's own
 * software (VistA mental health patch YS*5.01*119, which also gives the clusters) and in a copy of the form of 29 August 2023.
 * The longer instruction above the items is worded differently in the copies that were read; the line that leads the items
 * is shipped. No severity bands: none were derived from data (the VA's software prints some; they are not shipped).
 * Licence: LICENSE.md here.
 */
export const pcl5: Instrument = {
  id: 'pcl-5',
  version: 'en-1',
  coding: 'sum-0-80',
  origin: 'published',
  language: 'en',
  shortName: 'PCL-5',
  fullName: 'PTSD Checklist for DSM-5',
  measures: 'post-traumatic stress',
  domain: 'trauma',
  stem: 'In the past month, how much were you bothered by:',
  recall: 'the past month',
  items,
  total: { kind: 'sum' },
  range: { min: 0, max: 80 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: Object.entries(clusters).map(([id, cluster]) => ({ id, ...cluster, total: { kind: 'sum' } })),
  bands: [],
  cutOffs: [
    {
      id: 'forkus-2022-33',
      value: 33,
      inclusive: true,
      label: '33 or more',
      source: forkus2022,
      limits: [oneOfSeveral],
    },
    {
      id: 'forkus-2022-31',
      value: 31,
      inclusive: true,
      label: '31 or more',
      source: forkus2022,
      limits: [oneOfSeveral],
    },
    {
      id: 'marx-2022',
      value: 29,
      inclusive: true,
      label: '29 or more (28 or less: clinically significant change)',
      source: marx2022,
      limits: [
        'In samples of male veterans, 28 or less was more likely among people without PTSD than among people with it.',
      ],
    },
  ],
  changeRules: [
    {
      kind: 'published',
      id: 'marx-2022-18',
      label: '18 points',
      points: 18,
      source: marx2022,
      limits: [samplesOfMen],
    },
    {
      kind: 'published',
      id: 'marx-2022-15',
      label: '15 points',
      points: 15,
      source: marx2022,
      limits: [samplesOfMen],
    },
  ],
  norms: {},
  reliabilities: [
    { coefficient: 0.94, kind: 'alpha', source: blevins2015 },
    { coefficient: 0.82, kind: 'retest', source: blevins2015 },
  ],
  safetyItems: [],
  criteria: [
    {
      id: 'provisional-diagnosis',
      label: 'Provisional PTSD by symptom clusters',
      source: nationalCenterPcl5,
      limits: [
        'Counts items rated "Moderately" or higher. It is provisional: a diagnosis also asks about the event, its time and its consequences, in an interview.',
      ],
      parts: [
        { ...clusters.b, from: 2, count: 1 },
        { ...clusters.c, from: 2, count: 1 },
        { ...clusters.d, from: 2, count: 2 },
        { ...clusters.e, from: 2, count: 2 },
      ],
    },
  ],
  copyright:
    'PCL-5: Weathers, Litz, Keane, Palmieri, Marx & Schnurr (2013), National Center for PTSD. A work of the US government, not copyrighted.',
  terms: 'A work of the US government, not copyrighted; its words are not altered.',
  sources: [nationalCenterPcl5, blevins2015],
};
