// What an instrument is. Every file in this folder that describes one is a value of this type; the scorer, the
// verdict and the chart know instruments only through it.

/** A statement's origin, printed beside the number it supports. */
export interface Source {
  /** Short form for the screen, e.g. "Kroenke 2001". */
  readonly label: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly url?: string;
}

/** One answer that can be chosen. `value` is stored, and is what the instrument's own scoring gives it. */
export interface AnswerOption {
  readonly value: number;
  /** What it adds where that is not its `value`: two answers that count the same are still two (CESD-R). */
  readonly score?: number;
  readonly label: string;
  readonly loinc?: string;
}

export interface Item {
  readonly id: string;
  readonly text: string;
  readonly options: readonly AnswerOption[];
  /** Scored as (max + min − value) of its options. */
  readonly reversed?: boolean;
  /** Asked, kept and shown, but never part of a total (PHQ-9's difficulty item). */
  readonly unscored?: boolean;
  /**
   * "Not applicable" may be answered (PHQ-15's item on periods). It is an answer and not a gap: the item adds nothing to a
   * sum, is left out of a mean, and the total counts. Stored as `notApplicable` (scoring/offered-answers.ts).
   */
  readonly mayNotApply?: boolean;
  readonly loinc?: string;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Which direction is better for the person. */
export type Better = 'lower' | 'higher';

/** A named stretch of totals, both ends included. */
export interface Band extends Range {
  readonly label: string;
}

/** Whom a figure is for; what is absent does not matter. Ages in whole years, both ends included. */
export interface AppliesTo {
  readonly sex?: 'female' | 'male';
  readonly ageMin?: number;
  readonly ageMax?: number;
}

/** A threshold between "clinical" and "not": inclusive on the clinical side where published as integers (CLINICAL 1.7). */
export interface CutOff {
  readonly id: string;
  readonly value: number;
  /** True: a total equal to `value` is clinical (published "≥ 10"). False: strict (Jacobson–Truax a, b, c). */
  readonly inclusive: boolean;
  readonly label: string;
  /**
   * Only for these people. Where an instrument's first cut-off has this, all that have it are alternatives: the one for
   * the person is used, and where age or sex is not known none is used and all possible ones are named (CLINICAL 1.8).
   */
  readonly for?: AppliesTo;
  readonly source: Source;
  /** What the figure rests on and does not say, as plain sentences. */
  readonly limits?: readonly string[];
}

/** Which kind of reliability a coefficient is: it moves the answer, so it is always named. */
export type ReliabilityKind = 'alpha' | 'retest' | 'other';

export interface Reliability {
  readonly coefficient: number;
  readonly kind: ReliabilityKind;
  readonly source: Source;
}

/** Mean and SD of a group, in the units of the instrument's total. */
export interface Norm {
  readonly mean: number;
  readonly sd: number;
  readonly n?: number;
  readonly source: Source;
}

/** When does a change count? A published integer, or Jacobson–Truax from norms. */
export type ChangeRule =
  | {
      readonly kind: 'published';
      readonly id: string;
      readonly label: string;
      /** Points; a change of this size or more counts (inclusive, CLINICAL 1.7). */
      readonly points: number;
      /**
       * 'meaningful': its source calls the difference meaningful, and nobody worked it out from the measure's own error
       * (WHO-5). Then nothing is said about error, and nobody is called recovered. Absent: larger than that error.
       */
      readonly meaning?: 'meaningful';
      readonly source: Source;
      readonly limits?: readonly string[];
    }
  | {
      readonly kind: 'jacobson-truax';
      readonly id: string;
      readonly label: string;
      readonly sd: number;
      readonly reliability: Reliability;
      /** Two-sided confidence, e.g. 0.95 (critical value 1.959964; a change must be strictly greater). */
      readonly confidence: number;
      readonly source: Source;
      readonly limits?: readonly string[];
    };

/** What the instrument's source says about missing answers. */
export type MissingRule =
  | { readonly kind: 'require-all' }
  | {
      readonly kind: 'prorate';
      readonly maxMissing: number;
      readonly rounding: 'none' | 'nearest';
      readonly source: Source;
    };

/** Sum, mean of the scored items, or a sum times a factor (WHO-5 ×4, DASS-21 ×2). */
export type TotalRule =
  | { readonly kind: 'sum' }
  | { readonly kind: 'mean' }
  | { readonly kind: 'scaled-sum'; readonly factor: number };

export interface Subscale {
  readonly id: string;
  readonly label: string;
  readonly itemIds: readonly string[];
  readonly total: TotalRule;
  readonly bands?: readonly Band[];
  readonly bandsSource?: Source;
  readonly cutOffs?: readonly CutOff[];
}

/**
 * A first question that decides whether the others are asked (PC-PTSD-5's exposure to a trauma). Its item stands among the
 * items, unscored. Any answer that is not in `opensOn` ends the questionnaire with `totalWhenClosed`.
 */
export interface Gate {
  readonly itemId: string;
  readonly opensOn: readonly number[];
  readonly totalWhenClosed: number;
  readonly source: Source;
}

/** So many items scored so high, in every part: PCL-5's provisional diagnosis. Never a diagnosis by itself. */
export interface Criterion {
  readonly id: string;
  readonly label: string;
  readonly parts: readonly CriterionPart[];
  readonly source: Source;
  readonly limits?: readonly string[];
}

/** Met when at least `count` of the items have a score of `from` or more. */
export interface CriterionPart {
  readonly label: string;
  readonly itemIds: readonly string[];
  readonly from: number;
  readonly count: number;
}

/** An answer above `above` asks for a conversation. It never says that someone is safe (CLINICAL 1.3). */
export interface SafetyItem {
  readonly itemId: string;
  readonly above: number;
}

/** What it is for, roughly: where a list of many measures is grouped. */
export type Domain = 'depression' | 'anxiety' | 'trauma' | 'alcohol-and-drugs' | 'distress' | 'physical';

export interface InstrumentNorms {
  readonly clinical?: Norm;
  readonly functional?: Norm;
}

export interface Instrument {
  /** 'phq-9' or, for a therapist's own measure, 'own-<random>'. */
  readonly id: string;
  readonly version: string;
  /** Which coding totals are stored in ('sum-0-27'); a response keeps it (CLINICAL 1.5). */
  readonly coding: string;
  readonly origin: 'published' | 'own';
  readonly language: string;
  readonly shortName: string;
  readonly fullName: string;
  /** What it measures, in a few plain words ("depression"). */
  readonly measures: string;
  /** Absent for a therapist's own measure. */
  readonly domain?: Domain;
  /** The instruction printed above the items; absent when score-only. */
  readonly stem?: string;
  /** The period the items ask about ("the last 2 weeks"). */
  readonly recall?: string;
  /** Empty: score-only; only totals are entered and no text is shipped. */
  readonly items: readonly Item[];
  readonly total: TotalRule;
  readonly range: Range;
  /** Smallest step between two totals, 1 for a sum of integers; 0 when any decimal may occur. */
  readonly step: number;
  readonly better: Better;
  readonly missing: MissingRule;
  readonly subscales: readonly Subscale[];
  readonly bands: readonly Band[];
  readonly bandsSource?: Source;
  /** First = the one used unless the practice chose another. */
  readonly cutOffs: readonly CutOff[];
  /** First = the one used unless the practice chose another. */
  readonly changeRules: readonly ChangeRule[];
  readonly norms: InstrumentNorms;
  readonly reliabilities: readonly Reliability[];
  readonly safetyItems: readonly SafetyItem[];
  readonly gate?: Gate;
  readonly criteria?: readonly Criterion[];
  /** Shown wherever the text is shown. */
  readonly copyright: string;
  /** Under which terms its text is used, in a sentence; LICENSE.md beside it has them in full. Absent for an own measure. */
  readonly terms?: string;
  readonly sources: readonly Source[];
  readonly loinc?: { readonly panel?: string; readonly total?: string };
}
