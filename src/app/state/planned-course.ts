// From a client's record to what the plan of measures is held against, and what it makes due.
import { dueFacts, type DueFacts } from '../../clinical/schedule/due-measures.ts';
import {
  numberedSessions,
  sessionDays,
  type NumberedSession,
} from '../../clinical/schedule/numbered-sessions.ts';
import { latestOf, type PlannedCourse } from '../../clinical/schedule/planned-course.ts';
import { completePoint } from '../../clinical/episodes/complete-points.ts';
import { consentIn } from '../../records/consent.ts';
import type { ClientRecord } from '../../records/client-record.ts';
import type { Entry } from '../../records/entry.ts';
import type { CarePlan } from './care-plan.ts';
import type { ClientChart } from './client-chart.ts';

/** The sessions of the current course that the client came to. */
export const sessionsOf = (
  entries: readonly Entry[],
  { episode }: Pick<ClientChart, 'episode'>,
): NumberedSession[] =>
  numberedSessions(
    entries.filter((entry) => entry.kind === 'session').filter((session) => session.episode === episode),
  );

export function plannedCourse(entries: readonly Entry[], chart: ClientChart): PlannedCourse {
  const course = chart.courses.at(-1);
  const consent = consentIn(entries);
  return {
    sessionDays: sessionDays(sessionsOf(entries, chart)),
    answered: chart.points
      .filter((point) => point.episode === chart.episode)
      .map((point) => ({
        instrumentId: point.instrumentId,
        respondent: point.respondent,
        occurredOn: point.occurredOn,
        isComplete: completePoint(point) !== null,
      })),
    countsFrom: latestOf([course?.startedOn ?? null, consent?.resumedOn ?? null]),
    isStopped: consent?.state === 'withdrawn' || !!course?.ending,
  };
}

export interface DueFrom {
  readonly record: Pick<ClientRecord, 'entries'>;
  readonly chart: ClientChart;
  readonly carePlan: CarePlan;
}

/** What is known of every planned measure; which of them are due is a matter of the day (`dueMeasures`). */
export const dueOfClient = ({ record, chart, carePlan }: DueFrom): readonly DueFacts[] =>
  dueFacts(carePlan.schedule, plannedCourse(record.entries, chart));
