// The measures planned for a client, one value in a flat map for each measure and respondent, and which of them is the primary.
import type * as Y from 'yjs';
import type { PlannedMeasure, Schedule } from '../clinical/schedule/schedule.ts';

const scheduleOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('schedule');
const primaryKey = 'primary';

type Line = Pick<PlannedMeasure, 'instrumentId' | 'respondent'>;

const keyOf = ({ instrumentId, respondent }: Line): string => `measure/${instrumentId}/${respondent}`;

/** Measures in the order of their first day, then by name. */
export function readSchedule(doc: Y.Doc): Schedule {
  const map = scheduleOf(doc);
  // Written below alone, in blobs that only our own devices can sign.
  const measures = [...map].flatMap(([key, value]) =>
    key.startsWith('measure/') && value !== null ? [value as PlannedMeasure] : [],
  );
  const order = ({ since, ...line }: PlannedMeasure): string => `${since} ${keyOf(line)}`;
  return {
    measures: measures.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    primary: (map.get(primaryKey) as Line | undefined) ?? null,
  };
}

export function writePlannedMeasure(doc: Y.Doc, planned: PlannedMeasure): void {
  const { instrumentId, respondent, cadence, since } = planned;
  scheduleOf(doc).set(keyOf(planned), { instrumentId, respondent, cadence, since });
}

export const removePlannedMeasure = (doc: Y.Doc, line: Line): void => {
  scheduleOf(doc).delete(keyOf(line));
};

/** Null: none is. */
export function writePrimary(doc: Y.Doc, line: Line | null): void {
  if (line === null) scheduleOf(doc).delete(primaryKey);
  else scheduleOf(doc).set(primaryKey, { instrumentId: line.instrumentId, respondent: line.respondent });
}
