// From a client's chart to its line in the caseload.
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { DirectoryClient } from '../../records/directory.ts';
import { noAppointment, type Appointment } from '../../records/appointment.ts';
import type { ClientRecord } from '../../records/client-record.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import { emptyCarePlan, type CarePlan } from './care-plan.ts';
import { emptyChart, type ChoicesFor, type ClientChart, type MeasureView } from './client-chart.ts';
import { standingOf, type ClientSummary, type LineSummary } from './client-summary.ts';
import { localDay } from './now.ts';
import { needFacts } from './need-facts.ts';
import { outcomeFacts } from './outcome-facts.ts';
import { noSessionsAndCheckIns, todayFacts, type SessionsAndCheckIns } from './today-facts.ts';

const longestSpark = 40;

export interface SummarySource extends SessionsAndCheckIns {
  readonly client: DirectoryClient;
  /** Opened. */
  readonly label: string;
  readonly record: Pick<ClientRecord, 'entries' | 'firstWritten'>;
  readonly chart: ClientChart;
  readonly views: readonly MeasureView[];
  readonly appointment: Appointment;
  readonly carePlan: CarePlan;
  readonly choices: ChoicesFor;
  readonly isWhole: boolean;
}

export type RecordSummary = Pick<
  ClientSummary,
  'lines' | 'responses' | 'needs' | 'appointment' | 'today' | 'outcomes'
>;

export function summariseClient(source: SummarySource, findInstrument: FindInstrument): ClientSummary {
  const { client, label, isWhole } = source;
  return {
    id: client.id,
    label,
    labelPrint: printOf(client.sealedLabel),
    status: client.status,
    addedAt: client.addedAt.utc,
    ...summariseRecord({ ...source, addedOn: localDay(client.addedAt) }, findInstrument),
    isWhole,
  };
}

/** The part that an edit of the record changes. `addedOn`: the day on which the client was added. */
export const summariseRecord = (
  source: Omit<SummarySource, 'client' | 'label' | 'isWhole'> & { readonly addedOn: CalendarDay },
  findInstrument: FindInstrument,
): RecordSummary => ({
  lines: source.views.map((view) => summariseLine(view, source.chart.episode)),
  responses: source.views.reduce((sum, { series }) => sum + series.points.length + series.unplaced.length, 0),
  needs: needFacts(source, findInstrument),
  appointment: source.appointment,
  today: todayFacts(source, findInstrument),
  outcomes: outcomeFacts(source, findInstrument),
});

/** Somebody of whom nothing is known but their name. */
export const summariseNewcomer = (client: DirectoryClient, label: string): ClientSummary =>
  summariseClient(
    {
      ...{ client, label, record: { entries: [], firstWritten: new Map() }, chart: emptyChart },
      ...{ views: [], appointment: noAppointment, carePlan: emptyCarePlan, isWhole: true },
      ...noSessionsAndCheckIns,
      choices: () => ({}),
    },
    () => null,
  );

/** The nonce of a sealed label is as good as a serial number; the last bytes are its tag. */
export const printOf = (sealedLabel: Uint8Array): string =>
  Array.from(sealedLabel.slice(-8), (byte) => byte.toString(16).padStart(2, '0')).join('');

function summariseLine({ instrument, series, verdict }: MeasureView, episode: number): LineSummary {
  const latest =
    verdict.kind === 'judged' || verdict.kind === 'no-rule'
      ? verdict.latest
      : verdict.kind === 'too-few-points'
        ? verdict.only
        : null;
  return {
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    shortName: instrument.shortName,
    respondent: series.respondent,
    standing: standingOf(verdict),
    latest: latest && {
      total: latest.total,
      bandLabel: latest.band?.label ?? null,
      occurredOn: latest.point.occurredOn,
      sessionNumber: latest.point.sessionNumber,
    },
    spark: series.points
      .filter(({ point }) => point.episode === episode)
      .slice(-longestSpark)
      .map(({ total }) => total),
    range: instrument.range,
  };
}
