// What the generator makes: plain values in the shapes of the records, of people who do not exist.
import type { OwnMeasureDefinition } from '../../src/clinical/instruments/own-measure.ts';
import type { Schedule } from '../../src/clinical/schedule/schedule.ts';
import type { Appointment } from '../../src/records/appointment.ts';
import type { ClientStatus } from '../../src/records/directory.ts';
import type { ClientId, Entry, RecordedAt } from '../../src/records/entry.ts';
import type { Plan } from '../../src/records/plan.ts';
import type { CrisisContact } from '../../src/records/practice-settings.ts';

/** How a course of therapy goes. */
export type Course =
  'improving' | 'early-responder' | 'late-responder' | 'stuck' | 'deteriorating' | 'loses-the-gain' | 'mild';

/** What is planned with a client, beside the dated entries. */
export interface MadeUpCarePlan {
  readonly plan: Plan;
  readonly schedule: Schedule;
}

export interface MadeUpClient {
  readonly id: ClientId;
  readonly code: string;
  /** Clearly nobody's name: "Example: River 03". */
  readonly label: string;
  readonly status: ClientStatus;
  readonly addedAt: RecordedAt;
  readonly course: Course;
  /** By day; within a day the session comes first. */
  readonly entries: readonly Entry[];
  readonly appointment: Appointment;
  /** Only in the example. */
  readonly carePlan?: MadeUpCarePlan;
}

export interface MadeUpCaseload {
  readonly clients: readonly MadeUpClient[];
  readonly ownMeasures: readonly OwnMeasureDefinition[];
  /** Only in the example. */
  readonly crisisContacts?: readonly CrisisContact[];
}
