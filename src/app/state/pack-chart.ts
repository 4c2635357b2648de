// A chart as it lies in the series cache. What a line's points share is written once, a plain total as a number: a third of
// the bytes, and a ten-year client is read at once. Law: unpack(pack(chart)) is the chart.
import type { ScoreOutcome } from '../../clinical/scoring/score-response.ts';
import type { ScorePoint } from '../../clinical/verdict/score-point.ts';
import type { ClientChart } from './client-chart.ts';

type Line = Pick<
  ScorePoint,
  'instrumentId' | 'instrumentVersion' | 'coding' | 'respondent' | 'mode' | 'episode'
>;
type PackedPoint = readonly [
  line: number,
  entryId: string,
  occurredOn: string | null,
  sessionNumber: number | null,
  recordedAt: string,
  /** A number stands for a scored total without subscales. */
  outcome: number | ScoreOutcome,
  correctsId?: string,
];

interface PackedChart extends Omit<ClientChart, 'points'> {
  readonly lines: readonly Line[];
  readonly points: readonly PackedPoint[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function packChart({ points, ...rest }: ClientChart): Uint8Array {
  const lines: Line[] = [];
  const placeByLine = new Map<string, number>();
  const placeOf = ({
    instrumentId,
    instrumentVersion,
    coding,
    respondent,
    mode,
    episode,
  }: ScorePoint): number => {
    const line = { instrumentId, instrumentVersion, coding, respondent, mode, episode };
    const key = JSON.stringify(line);
    const known = placeByLine.get(key);
    if (known !== undefined) return known;
    placeByLine.set(key, lines.length);
    return lines.push(line) - 1;
  };
  const packed = points.map((point): PackedPoint => {
    const { entryId, occurredOn, sessionNumber, recordedAt, outcome, correctsId } = point;
    const plain = [
      placeOf(point),
      entryId,
      occurredOn,
      sessionNumber,
      recordedAt,
      packOutcome(outcome),
    ] as const;
    return correctsId === undefined ? plain : [...plain, correctsId];
  });
  return encoder.encode(JSON.stringify({ ...rest, lines, points: packed } satisfies PackedChart));
}

const packOutcome = (outcome: ScoreOutcome): number | ScoreOutcome =>
  outcome.kind === 'scored' && Object.keys(outcome.subscales).length === 0 ? outcome.total : outcome;

/** The bytes were sealed by this app under the stamp of this derivation, so their shape is known. */
export function unpackChart(plain: Uint8Array): ClientChart {
  const { lines, points, ...rest } = JSON.parse(decoder.decode(plain)) as PackedChart;
  return { ...rest, points: points.flatMap((point) => unpackPoint(lines, point)) };
}

function unpackPoint(
  lines: readonly Line[],
  [place, entryId, occurredOn, sessionNumber, recordedAt, outcome, correctsId]: PackedPoint,
): ScorePoint[] {
  const line = lines[place];
  if (!line) return [];
  const scored =
    typeof outcome === 'number' ? ({ kind: 'scored', total: outcome, subscales: {} } as const) : outcome;
  const corrects = correctsId === undefined ? {} : { correctsId };
  return [{ ...line, entryId, occurredOn, sessionNumber, recordedAt, ...corrects, outcome: scored }];
}
