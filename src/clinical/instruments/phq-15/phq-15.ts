import type { AnswerOption, Instrument, Item } from '../instrument.ts';
import { kroenke2002 } from '../sources.ts';

const howMuch: readonly AnswerOption[] = [
  { value: 0, label: 'Not bothered at all', loinc: 'LA18334-5' },
  { value: 1, label: 'Bothered a little', loinc: 'LA18335-2' },
  { value: 2, label: 'Bothered a lot', loinc: 'LA18336-0' },
];

const symptom = (number: number, loinc: string, text: string): Item => ({
  id: `phq-15-${number}`,
  text,
  options: howMuch,
  loinc,
});

/**
 * Patient Health Questionnaire, 15 physical symptoms. Text, answers and LOINC codes confirmed in the FHIR questionnaire of
 * the German Medical Informatics Initiative (kerndatensatzmodul-proms, mii-qst-pro-phq-15), which follows LOINC 69728-4 (its first answer is worded as on the form);
 * the order is that of the form of 15 items (as in the DSM-5 level 2 measure made of it). The form prints "women only" at
 * item 4: who does not have periods answers "not applicable", and the most that can be reached is then 28.
 * The bands name symptom severity; no cut-off for a disorder was confirmed. Licence: LICENSE.md here.
 */
export const phq15: Instrument = {
  id: 'phq-15',
  version: 'en-1',
  coding: 'sum-0-30',
  origin: 'published',
  language: 'en',
  shortName: 'PHQ-15',
  fullName: 'Patient Health Questionnaire-15',
  measures: 'physical symptoms',
  domain: 'physical',
  stem: 'During the past 4 weeks, how much have you been bothered by any of the following problems?',
  recall: 'the past 4 weeks',
  items: [
    symptom(1, '69671-6', 'Stomach pain'),
    symptom(2, '69672-4', 'Back pain'),
    symptom(3, '69673-2', 'Pain in your arms, legs, or joints (knees, hips, etc.)'),
    { ...symptom(4, '69674-0', 'Menstrual cramps or other problems with your periods'), mayNotApply: true },
    symptom(5, '69675-7', 'Headaches'),
    symptom(6, '69676-5', 'Chest pain'),
    symptom(7, '69677-3', 'Dizziness'),
    symptom(8, '69678-1', 'Fainting spells'),
    symptom(9, '69679-9', 'Feeling your heart pound or race'),
    symptom(10, '69680-7', 'Shortness of breath'),
    symptom(11, '69717-7', 'Pain or problems during sexual intercourse'),
    symptom(12, '69681-5', 'Constipation, loose bowels, or diarrhea'),
    symptom(13, '69682-3', 'Nausea, gas, or indigestion'),
    symptom(14, '69731-8', 'Feeling tired or having low energy'),
    symptom(15, '69732-6', 'Trouble sleeping'),
  ],
  total: { kind: 'sum' },
  range: { min: 0, max: 30 },
  step: 1,
  better: 'lower',
  missing: { kind: 'require-all' },
  subscales: [],
  bands: [
    { label: 'minimal', min: 0, max: 4 },
    { label: 'low', min: 5, max: 9 },
    { label: 'medium', min: 10, max: 14 },
    { label: 'high', min: 15, max: 30 },
  ],
  bandsSource: kroenke2002,
  cutOffs: [],
  changeRules: [],
  norms: {},
  reliabilities: [],
  safetyItems: [],
  copyright:
    'PHQ-15 © Pfizer Inc. Developed by Drs. Robert L. Spitzer, Janet B. W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  terms: 'Free: no permission is required to reproduce, translate, display or distribute it.',
  sources: [kroenke2002],
  loinc: { panel: '69728-4', total: '70273-8' },
};
