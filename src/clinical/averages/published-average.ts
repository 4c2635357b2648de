// What people of one employer's programme scored on average, week by week (PMC11530739). Context, never a flag (CLINICAL 5): the
// formulas hold for weeks 0 to 10 and say nothing about one client. Each is from the paper's growth curve, as printed.
import type { Respondent } from '../verdict/score-point.ts';

export interface PublishedAverage {
  readonly instrumentId: string;
  readonly intercept: number;
  readonly perWeek: number;
  readonly perWeekSquared: number;
  /** People. */
  readonly n: number;
  readonly source: { readonly label: string; readonly url: string };
}

export const lastPublishedWeek = 10;

const source = {
  label: 'PMC11530739',
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC11530739/',
} as const;

const averages: readonly PublishedAverage[] = [
  { instrumentId: 'phq-9', intercept: 12.9, perWeek: -1.45, perWeekSquared: 0.07, n: 22_070, source },
  { instrumentId: 'gad-7', intercept: 11.5, perWeek: -1.23, perWeekSquared: 0.06, n: 30_006, source },
];

/** Null where no average of this measure was published: these are of people who answered for themselves. */
export const publishedAverageOf = (instrumentId: string, respondent: Respondent): PublishedAverage | null =>
  (respondent === 'self' && averages.find((average) => average.instrumentId === instrumentId)) || null;

/** Null outside the weeks that it was published for. */
export function averageInWeek(
  { intercept, perWeek, perWeekSquared }: PublishedAverage,
  week: number,
): number | null {
  if (!(week >= 0 && week <= lastPublishedWeek)) return null;
  return intercept + perWeek * week + perWeekSquared * week ** 2;
}
