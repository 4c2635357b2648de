import { isOnAStep } from '../scoring/step.ts';
import type { OwnMeasureDefinition, OwnNorm } from './own-measure.ts';
import {
  bandProblems,
  problemsWithQuestionnaire,
  rangeProblems,
  type OwnQuestionnaireProblem,
} from './own-questionnaire-problems.ts';

/** The newest shape of a definition that is known here: 1 is totals only, in 2 items and bands may be there. */
export const newestFormat = 2;

/** The part of a definition that a problem belongs to, so that a form can show it there. */
export type OwnMeasureField =
  | OwnQuestionnaireProblem['field']
  | 'format'
  | 'id'
  | 'name'
  | 'range'
  | 'step'
  | 'cutOff'
  | 'reliableChange'
  | 'reliability'
  | 'sd'
  | 'norms.clinical'
  | 'norms.functional'
  | 'norms'
  | 'confidence';

export interface OwnMeasureProblem {
  readonly field: OwnMeasureField;
  /** The answer set, item or subscale, where there are several. */
  readonly id?: string;
  readonly kind:
    | OwnQuestionnaireProblem['kind']
    /** Written by a newer Soundings: not read, so that it is not misread (VAULT P6). */
    | 'newer-format'
    | 'not-an-own-id'
    | 'name-missing'
    | 'not-a-number'
    | 'range-is-empty'
    | 'step-is-negative'
    | 'step-does-not-divide-the-range'
    | 'outside-the-range'
    | 'not-positive'
    | 'larger-than-the-range'
    | 'not-between-0-and-1'
    /** The functional group's mean is no better than the clinical group's: direction or norms are mixed up. */
    | 'norms-against-the-direction';
}

type Check = (definition: OwnMeasureDefinition) => readonly (OwnMeasureProblem | false | undefined)[];

/** Every problem of a definition; empty when an instrument can be made of it. */
export function problemsWithOwnMeasure(definition: OwnMeasureDefinition): OwnMeasureProblem[] {
  if ((definition.format ?? 1) > newestFormat) return [{ field: 'format', kind: 'newer-format' }];
  return checks.flatMap((check) => check(definition)).filter((problem) => !!problem);
}

const itsItemsAreWhole: Check = ({ questionnaire }) =>
  questionnaire ? problemsWithQuestionnaire(questionnaire) : [];

const isNamedAsAnOwnMeasure: Check = ({ id, name }) => [
  !/^own-./.test(id) && { field: 'id', kind: 'not-an-own-id' },
  name.trim() === '' && { field: 'name', kind: 'name-missing' },
];

const hasARange: Check = ({ range: { min, max } }) => [
  ![min, max].every(Number.isFinite)
    ? { field: 'range', kind: 'not-a-number' }
    : min >= max && { field: 'range', kind: 'range-is-empty' },
];

const stepsFitTheRange: Check = ({ range: { min, max }, step }) => {
  if (!Number.isFinite(step)) return [{ field: 'step', kind: 'not-a-number' }];
  if (step < 0) return [{ field: 'step', kind: 'step-is-negative' }];
  return [!isOnAStep(max, min, step) && { field: 'step', kind: 'step-does-not-divide-the-range' }];
};

const cutOffLiesInTheRange: Check = ({ cutOff, range }) => [
  cutOff && outsideTheRange('cutOff', cutOff.value, range),
];

const reliableChangeFitsTheRange: Check = ({ reliableChange, range: { min, max } }) => [
  reliableChange && notPositive('reliableChange', reliableChange.points),
  reliableChange &&
    reliableChange.points > max - min && { field: 'reliableChange', kind: 'larger-than-the-range' },
];

/** At 0 every change would be error, at 1 none; neither is a finding. */
const coefficientsLieBetween0And1: Check = ({ reliability, confidence }) => [
  reliability && notBetween0And1('reliability', reliability.coefficient),
  confidence !== undefined && notBetween0And1('confidence', confidence),
];

const sdIsPositive: Check = ({ sd }) => [sd !== undefined && notPositive('sd', sd)];

const normsArePossible: Check = ({ norms, range, better }) => {
  const { clinical, functional } = norms ?? {};
  const lie = clinical && functional && Math.sign(functional.mean - clinical.mean);
  return [
    ...normProblems('norms.clinical', clinical, range),
    ...normProblems('norms.functional', functional, range),
    lie !== undefined &&
      lie !== (better === 'higher' ? 1 : -1) && { field: 'norms', kind: 'norms-against-the-direction' },
  ];
};

const checks: readonly Check[] = [
  isNamedAsAnOwnMeasure,
  hasARange,
  stepsFitTheRange,
  cutOffLiesInTheRange,
  reliableChangeFitsTheRange,
  coefficientsLieBetween0And1,
  sdIsPositive,
  normsArePossible,
  itsItemsAreWhole,
  rangeProblems,
  bandProblems,
];

const normProblems = (
  field: OwnMeasureField,
  norm: OwnNorm | undefined,
  range: OwnMeasureDefinition['range'],
): ReturnType<Check> => (norm ? [outsideTheRange(field, norm.mean, range), notPositive(field, norm.sd)] : []);

function outsideTheRange(
  field: OwnMeasureField,
  value: number,
  { min, max }: OwnMeasureDefinition['range'],
): OwnMeasureProblem | false {
  if (!Number.isFinite(value)) return { field, kind: 'not-a-number' };
  return (value < min || value > max) && { field, kind: 'outside-the-range' };
}

function notPositive(field: OwnMeasureField, value: number): OwnMeasureProblem | false {
  if (!Number.isFinite(value)) return { field, kind: 'not-a-number' };
  return value <= 0 && { field, kind: 'not-positive' };
}

function notBetween0And1(field: OwnMeasureField, value: number): OwnMeasureProblem | false {
  if (!Number.isFinite(value)) return { field, kind: 'not-a-number' };
  return (value <= 0 || value >= 1) && { field, kind: 'not-between-0-and-1' };
}
