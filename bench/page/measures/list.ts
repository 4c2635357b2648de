// The list of 1,500 clients, in the app itself, for the rows that scroll it.
import { openCaseload } from '../../../tests/browser/harness/open-caseload.ts';

/** Resolves when the list can be scrolled; the example's own two dozen are among the clients. */
export async function showList(clients: number): Promise<void> {
  const target = document.createElement('div');
  document.body.append(target);
  const request = { seed: 31, clients: clients - 24, years: 3, today: '2026-06-01', meanSessions: 6 };
  await openCaseload(target, request, (index) => `Case ${String(index).padStart(4, '0')}`);
}
