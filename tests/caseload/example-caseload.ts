import type { CalendarDay } from '../../src/clinical/verdict/score-point.ts';
import { makeCaseload } from './make-caseload.ts';
import type { MadeUpCaseload } from './made-up.ts';

/** The two dozen people of "Look around first", most of them in therapy on the day it is opened. */
export const exampleCaseload = (today: CalendarDay): MadeUpCaseload =>
  makeCaseload({ seed: 2026, clients: 24, years: 2, today, meanSessions: 18, activeShare: 0.8 });
