import type { AnswerOption } from './instrument.ts';

/**
 * The four answers that the whole PHQ family shares, with their LOINC answer codes.
 * The first one reads "Not at all": many copies of the GAD-7 print "not at all sure" and are wrong.
 */
export const howOften: readonly AnswerOption[] = [
  { value: 0, label: 'Not at all', loinc: 'LA6568-5' },
  { value: 1, label: 'Several days', loinc: 'LA6569-3' },
  { value: 2, label: 'More than half the days', loinc: 'LA6570-1' },
  { value: 3, label: 'Nearly every day', loinc: 'LA6571-9' },
];
