// 1,500 people with the example's two dozen, for the page and for the test that knows what must be on it.
import type { CaseloadRequest } from '../../caseload/make-caseload.ts';

export const largeDay = '2026-03-12';

export const largeCaseload: CaseloadRequest = {
  seed: 31,
  clients: 1_476,
  years: 3,
  today: largeDay,
  meanSessions: 6,
};

/** Fifty of them have one name. */
export const largeLabel = (index: number): string =>
  index < 50 ? 'Case Alder' : `Case ${String(index).padStart(4, '0')}`;
