// From a client's chart to its line in the caseload.
import type { DirectoryClient } from '../../records/directory.ts';
import type { MeasureView } from './client-chart.ts';
import { standingOf, type ClientSummary, type LineSummary } from './client-summary.ts';

const longestSpark = 40;

export function summariseClient(
  client: DirectoryClient,
  label: string,
  views: readonly MeasureView[],
  isWhole: boolean,
): ClientSummary {
  return {
    id: client.id,
    label,
    labelPrint: printOf(client.sealedLabel),
    status: client.status,
    ...summariseViews(views),
    isWhole,
  };
}

/** The part that an edit of the record changes. */
export const summariseViews = (
  views: readonly MeasureView[],
): Pick<ClientSummary, 'lines' | 'responses'> => ({
  lines: views.map(summariseLine),
  responses: views.reduce((sum, { series }) => sum + series.points.length + series.unplaced.length, 0),
});

/** The nonce of a sealed label is as good as a serial number; the last bytes are its tag. */
export const printOf = (sealedLabel: Uint8Array): string =>
  Array.from(sealedLabel.slice(-8), (byte) => byte.toString(16).padStart(2, '0')).join('');

function summariseLine({ instrument, series, verdict }: MeasureView): LineSummary {
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
    spark: series.points.slice(-longestSpark).map(({ total }) => total),
    range: instrument.range,
  };
}
