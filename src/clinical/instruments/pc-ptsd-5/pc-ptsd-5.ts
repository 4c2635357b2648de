import type { AnswerOption, Instrument, Item } from '../instrument.ts';
import { bovin2021, nationalCenterPcPtsd5, prins2016 } from '../sources.ts';

const noOrYes: readonly AnswerOption[] = [
  { value: 0, label: 'No' },
  { value: 1, label: 'Yes' },
];

const symptom = (number: number, text: string): Item => ({
  id: `pc-ptsd-5-${number}`,
  text,
  options: noOrYes,
});

/**
 * Primary Care PTSD Screen for DSM-5. A first question about exposure opens the other five; without it the screen is complete with a total of 0. Text confirmed
 * in two separate copies of the National Center's form (one names pc-ptsd5-screen.pdf, 2022) that agree in every word used here.
 * No LOINC code: one is known (102010-6), but not whether it means the panel or the total. Licence: LICENSE.md here.
 */
export const pcPtsd5: Instrument = {
  id: 'pc-ptsd-5',
  version: 'en-1',
  coding: 'sum-0-5',
  origin: 'published',
  language: 'en',
  shortName: 'PC-PTSD-5',
  fullName: 'Primary Care PTSD Screen for DSM-5',
  measures: 'post-traumatic stress (screening)',
  domain: 'trauma',
  stem: 'In the past month, have you...',
  recall: 'the past month',
  items: [
    {
      id: 'pc-ptsd-5-exposure',
      text: 'Sometimes things happen to people that are unusually or especially frightening, horrible, or traumatic. For example: a serious accident or fire; a physical or sexual assault or abuse; an earthquake or flood; a war; seeing someone be killed or seriously injured; having a loved one die through homicide or suicide. Have you ever experienced this kind of event?',
      options: noOrYes,
      unscored: true,
    },
    symptom(1, 'Had nightmares about the event(s) or thought about the event(s) when you did not want to?'),
    symptom(
      2,
      'Tried hard not to think about the event(s) or went out of your way to avoid situations that reminded you of the event(s)?',
    ),
    symptom(3, 'Been constantly on guard, watchful, or easily startled?'),
    symptom(4, 'Felt numb or detached from people, activities, or your surroundings?'),
    symptom(
      5,
      'Felt guilty or unable to stop blaming yourself or others for the event(s) or any problems the event(s) may have caused?',
    ),
  ],
  total: { kind: 'sum' },
  range: { min: 0, max: 5 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [],
  cutOffs: [
    {
      id: 'bovin-2021-men',
      value: 4,
      inclusive: true,
      label: '4 or more (men)',
      for: { sex: 'male' },
      source: bovin2021,
      limits: [
        'Best balance of missed and false cases among veterans in primary care, over all and for men; a screen, not a diagnosis.',
      ],
    },
    {
      id: 'bovin-2021-women',
      value: 3,
      inclusive: true,
      label: '3 or more (women)',
      for: { sex: 'female' },
      source: bovin2021,
      limits: [
        'The study had few women, in whom 4 missed more cases; its authors say that women may need 3. A screen, not a diagnosis.',
      ],
    },
  ],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  gate: {
    itemId: 'pc-ptsd-5-exposure',
    opensOn: [1],
    totalWhenClosed: 0,
    source: nationalCenterPcPtsd5,
  },
  copyright:
    'PC-PTSD-5: Prins et al. (2015), National Center for PTSD. A work of the US government, not copyrighted.',
  terms: 'A work of the US government, not copyrighted; its words are not altered.',
  sources: [nationalCenterPcPtsd5, prins2016],
};
