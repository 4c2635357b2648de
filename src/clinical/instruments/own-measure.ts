// A measure that the therapist defines: a name and a range, whatever is known of it, and its items where the therapist
// brought them (CLINICAL 3, layer C). What is known becomes rules and cut-offs; what is not known is not invented.
import { cutOffA } from '../change/cut-off-a.ts';
import { cutOffB } from '../change/cut-off-b.ts';
import { cutOffC } from '../change/cut-off-c.ts';
import type {
  Band,
  Better,
  ChangeRule,
  CutOff,
  Instrument,
  Norm,
  Range,
  Reliability,
  ReliabilityKind,
  Source,
} from './instrument.ts';
import { problemsWithOwnMeasure } from './own-measure-problems.ts';
import type { OwnMeasureProblem } from './own-measure-problems.ts';
import {
  itemsOf,
  missingRuleOf,
  safetyItemsOf,
  subscalesOf,
  type OwnQuestionnaire,
} from './own-questionnaire.ts';

/**
 * Plain JSON, as the records keep it. A definition is never edited: a change is a new version. What was added to the shape
 * over time is optional, so that every older definition still reads (VAULT P6).
 */
export interface OwnMeasureDefinition {
  /** Absent is 1, totals only; see `newestFormat`. */
  readonly format?: number;
  /** 'own-<random>'. */
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** For tight places; the name when absent. */
  readonly shortName?: string;
  /** What it measures, in a few words. */
  readonly measures?: string;
  readonly range: Range;
  /** Smallest step between two totals; 0 when any decimal may occur. */
  readonly step: number;
  readonly better: Better;
  /** `inclusive`: a total equal to the value is clinical. */
  readonly cutOff?: { readonly value: number; readonly inclusive: boolean; readonly source?: string };
  /** A published reliable change in points; that many are enough. */
  readonly reliableChange?: { readonly points: number; readonly source?: string };
  readonly reliability?: {
    readonly coefficient: number;
    readonly kind: ReliabilityKind;
    readonly source?: string;
  };
  /** SD of a comparable group before treatment; without it the clinical norm's SD is used. */
  readonly sd?: number;
  readonly norms?: { readonly clinical?: OwnNorm; readonly functional?: OwnNorm };
  /** Two-sided, of the computed reliable change; 0.95 when absent. */
  readonly confidence?: number;
  /** Where the figures come from; a part's own source goes before it. */
  readonly source?: string;
  /** The calendar day on which this version was made; tells measures of one name apart. */
  readonly madeOn?: string;
  /** Each band begins at `from` and ends where the next one begins, in any order. */
  readonly bands?: readonly OwnBand[];
  readonly bandsSource?: string;
  /** Absent: totals only. */
  readonly questionnaire?: OwnQuestionnaire;
}

export interface OwnBand {
  readonly label: string;
  readonly from: number;
}

export interface OwnNorm {
  readonly mean: number;
  readonly sd: number;
  readonly n?: number;
  readonly source?: string;
}

export type OwnMeasure =
  | { readonly kind: 'instrument'; readonly instrument: Instrument }
  | { readonly kind: 'problems'; readonly problems: readonly OwnMeasureProblem[] };

const usualConfidence = 0.95;

/** The instrument that a definition describes, or everything that is wrong with the definition at once. */
export function ownMeasure(definition: OwnMeasureDefinition): OwnMeasure {
  const problems = problemsWithOwnMeasure(definition);
  if (problems.length > 0) return { kind: 'problems', problems };

  const { id, version, name, range, step, better, questionnaire } = definition;
  const clinical = asNorm(definition, definition.norms?.clinical);
  const functional = asNorm(definition, definition.norms?.functional);
  const reliability = asReliability(definition);
  return {
    kind: 'instrument',
    instrument: {
      id,
      version,
      coding: codingOf(definition),
      origin: 'own',
      language: questionnaire?.language ?? '',
      shortName: definition.shortName ?? name,
      fullName: name,
      measures: definition.measures ?? name,
      ...(questionnaire?.stem !== undefined && { stem: questionnaire.stem }),
      items: questionnaire ? itemsOf(questionnaire) : [],
      total: questionnaire?.total ?? { kind: 'sum' },
      range,
      step,
      better,
      missing: questionnaire ? missingRuleOf(questionnaire) : { kind: 'require-all' },
      subscales: questionnaire ? subscalesOf(questionnaire) : [],
      bands: bandsOf(definition),
      ...(definition.bands?.length && { bandsSource: sourceOf(definition, definition.bandsSource) }),
      cutOffs: [...enteredCutOff(definition), ...cutOffsFromNorms(definition, clinical, functional)],
      changeRules: [...enteredChange(definition), ...jacobsonTruaxRule(definition, clinical, reliability)],
      norms: { ...(clinical && { clinical }), ...(functional && { functional }) },
      reliabilities: reliability ? [reliability] : [],
      safetyItems: questionnaire ? safetyItemsOf(questionnaire) : [],
      copyright: questionnaire?.copyright ?? '',
      sources: definition.source ? [{ label: definition.source }] : [],
      ...(questionnaire?.loinc !== undefined && { loinc: { panel: questionnaire.loinc } }),
    },
  };
}

/** Totals from items and totals that were typed differ in what they can be, so they are different codings (CLINICAL 1.5). */
function codingOf({ range: { min, max }, questionnaire }: OwnMeasureDefinition): string {
  if (!questionnaire) return `total-${min}-${max}`;
  const { total } = questionnaire;
  return `${total.kind === 'scaled-sum' ? `sum-times-${total.factor}` : total.kind}-${min}-${max}`;
}

/** A band ends one step below the next, or right where it begins when any decimal may occur. */
function bandsOf({ bands = [], range, step }: OwnMeasureDefinition): Band[] {
  const inOrder = [...bands].sort((a, b) => a.from - b.from);
  return inOrder.map(({ label, from }, index) => {
    const next = inOrder[index + 1]?.from;
    return { label, min: from, max: next === undefined ? range.max : next - step };
  });
}

const sourceOf = (definition: OwnMeasureDefinition, own: string | undefined): Source => ({
  label: own || definition.source || 'entered by the therapist, no source given',
});

function asNorm(definition: OwnMeasureDefinition, norm: OwnNorm | undefined): Norm | undefined {
  return norm && { ...norm, source: sourceOf(definition, norm.source) };
}

function asReliability(definition: OwnMeasureDefinition): Reliability | undefined {
  const { reliability } = definition;
  return reliability && { ...reliability, source: sourceOf(definition, reliability.source) };
}

function enteredCutOff(definition: OwnMeasureDefinition): CutOff[] {
  const { cutOff, better } = definition;
  if (!cutOff) return [];
  const { value, inclusive } = cutOff;
  const clinicalSide = better === 'lower' ? 'more' : 'less';
  return [
    {
      id: 'entered',
      value,
      inclusive,
      label: inclusive ? `${value} or ${clinicalSide}` : `${clinicalSide} than ${value}`,
      source: sourceOf(definition, cutOff.source),
    },
  ];
}

/** c first: it uses both populations. */
function cutOffsFromNorms(
  { better }: OwnMeasureDefinition,
  clinical: Norm | undefined,
  functional: Norm | undefined,
): CutOff[] {
  const cutOffs: CutOff[] = [];
  if (clinical && functional) {
    const limit = 'Computed from the means and SDs of both norms; it is as good as those samples.';
    cutOffs.push(strictCutOff('c', cutOffC(clinical, functional), [clinical, functional], limit));
  }
  if (clinical) {
    const limit = 'Two SDs from the clinical mean; knows nothing of the general population.';
    cutOffs.push(strictCutOff('a', cutOffA(clinical, better), [clinical], limit));
  }
  if (functional) {
    const limit = 'Two SDs from the functional mean; lenient where the populations overlap.';
    cutOffs.push(strictCutOff('b', cutOffB(functional, better), [functional], limit));
  }
  return cutOffs;
}

function strictCutOff(letter: 'a' | 'b' | 'c', value: number, norms: readonly Norm[], limit: string): CutOff {
  const origins = new Set(norms.map(({ source }) => source.label));
  return {
    id: `jacobson-truax-${letter}`,
    value,
    inclusive: false,
    label: `cut-off ${letter}`,
    source: { label: `Jacobson & Truax 1991, from ${[...origins].join(' and ')}` },
    limits: [limit],
  };
}

function enteredChange(definition: OwnMeasureDefinition): ChangeRule[] {
  const { reliableChange } = definition;
  if (!reliableChange) return [];
  const { points } = reliableChange;
  const source = sourceOf(definition, reliableChange.source);
  return [{ kind: 'published', id: 'entered', label: `${points} points`, points, source }];
}

function jacobsonTruaxRule(
  definition: OwnMeasureDefinition,
  clinical: Norm | undefined,
  reliability: Reliability | undefined,
): ChangeRule[] {
  const sd = definition.sd ?? clinical?.sd;
  if (sd === undefined || !reliability) return [];
  const { coefficient, kind } = reliability;
  const kindInWords = { alpha: 'Cronbach’s alpha', retest: 'retest reliability', other: 'reliability' }[kind];
  return [
    {
      kind: 'jacobson-truax',
      id: 'jacobson-truax',
      label: 'Jacobson–Truax',
      sd,
      reliability,
      confidence: definition.confidence ?? usualConfidence,
      source: { label: `Jacobson & Truax 1991, from ${reliability.source.label}` },
      limits: [
        `Computed with SD ${sd}${definition.sd === undefined ? ' of the clinical norm' : ''} and ${kindInWords} ${coefficient}; another coefficient moves the answer.`,
      ],
    },
  ];
}
