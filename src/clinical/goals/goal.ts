// Goals in the client's own words, rated 0–10 or by goal attainment scaling (Kiresuk & Sherman 1968, doi 10.1007/BF01530764):
// five described levels, 0 is what is expected by the end, and clients usually begin at −1. A method, not an owned form.
declare const brand: unique symbol;
export type GoalId = string & { readonly [brand]: 'GoalId' };

export type GoalScale = 'zero-to-ten' | 'attainment';

export const attainmentLevels = [-2, -1, 0, 1, 2] as const;
export type AttainmentLevel = (typeof attainmentLevels)[number];

export interface Goal {
  readonly id: GoalId;
  /** The client's own words. */
  readonly words: string;
  readonly scale: GoalScale;
  /** What each level looks like for this client; empty where it was not described. Only for 'attainment'. */
  readonly levels: Readonly<Record<AttainmentLevel, string>>;
  /** On 0–10: the rating at which it counts as met. On attainment the expected level, 0. */
  readonly target: number;
  readonly addedOn: string;
  /** Null while it is worked on. */
  readonly closedOn: string | null;
}

export interface GoalRating {
  readonly entryId: string;
  readonly occurredOn: string;
  readonly scale: GoalScale;
  readonly value: number;
}

export const rangeOfScale = (scale: GoalScale): { readonly min: number; readonly max: number } =>
  scale === 'attainment' ? { min: -2, max: 2 } : { min: 0, max: 10 };
