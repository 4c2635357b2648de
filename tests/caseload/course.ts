// Where a person really is, in points of the PHQ-9 and before any measurement error, week by week.
import type { Course } from './made-up.ts';
import type { Chance } from './random.ts';

/** Exponential approach from 1 to `end` with time constant `tau`, in weeks. */
const approach = (week: number, end: number, tau: number): number => end + (1 - end) * Math.exp(-week / tau);

export interface CoursePlan {
  readonly course: Course;
  /** Severity at the start, PHQ-9 points. */
  readonly start: number;
  /** Length of the whole course, in weeks. */
  readonly weeks: number;
}

export const startingSeverity = (course: Course, chance: Chance): number =>
  course === 'mild'
    ? Math.min(9, Math.max(4, chance.normal(6.5, 1.5)))
    : Math.min(24, Math.max(11, chance.normal(16, 3.2)));

/** Severity without noise, between 0 and 27. */
export function severityAt({ course, start, weeks }: CoursePlan, week: number): number {
  switch (course) {
    case 'improving':
      return start * approach(week, 0.3, 9);
    case 'early-responder':
      return start * approach(week, 0.28, 2.2);
    case 'late-responder':
      return start * (week < 7 ? 1 : approach(week - 7, 0.35, 4));
    case 'stuck':
      return start;
    case 'deteriorating':
      return Math.min(26, start + 8 * (1 - approach(week, 0, 8)));
    case 'loses-the-gain': {
      const turn = Math.max(8, weeks * 0.5);
      const gained = start * approach(Math.min(week, turn), 0.3, 4);
      return week <= turn ? gained : gained + (start * 0.85 - gained) * (1 - approach(week - turn, 0, 5));
    }
    case 'mild':
      return start * approach(week, 0.5, 8);
  }
}
