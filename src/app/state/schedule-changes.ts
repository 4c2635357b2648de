// Planning measures, each change with what takes it back.
import type { PlannedMeasure, Schedule } from '../../clinical/schedule/schedule.ts';
import {
  readSchedule,
  removePlannedMeasure,
  writePlannedMeasure,
  writePrimary,
} from '../../records/schedule.ts';
import type { InnerDocument } from '../../sync/index.ts';
import type { ClientState } from './client.svelte.ts';
import type { UndoFor } from './entry-changes.ts';

type Editor = Pick<ClientState, 'edit'>;
type Line = NonNullable<Schedule['primary']>;

/** Of one measure there is one line for each respondent. */
export const isSameLine = (a: Line | null, b: Line | null): boolean =>
  a !== null && b !== null && a.instrumentId === b.instrumentId && a.respondent === b.respondent;

export const plannedAs = ({ measures }: Schedule, line: Line): PlannedMeasure | null =>
  measures.find((planned) => isSameLine(planned, line)) ?? null;

/** The primary first. */
export const plannedInOrder = ({ measures, primary }: Schedule): PlannedMeasure[] => [
  ...measures.filter((planned) => isSameLine(planned, primary)),
  ...measures.filter((planned) => !isSameLine(planned, primary)),
];

/** Plans a measure, or changes how often and since when. */
export const planMeasure = (
  client: Editor,
  planned: PlannedMeasure,
  isPrimary: boolean,
): Promise<UndoFor<Editor>> =>
  changeLine(client, planned, (doc, { primary }) => {
    writePlannedMeasure(doc, planned);
    if (isPrimary) writePrimary(doc, planned);
    else if (isSameLine(primary, planned)) writePrimary(doc, null);
  });

export const stopPlanning = (client: Editor, line: Line): Promise<UndoFor<Editor>> =>
  changeLine(client, line, (doc, { primary }) => {
    removePlannedMeasure(doc, line);
    if (isSameLine(primary, line)) writePrimary(doc, null);
  });

/** The undo puts this one line and the primary back as they were. */
async function changeLine(
  client: Editor,
  line: Line,
  change: (doc: InnerDocument, before: Schedule) => void,
): Promise<UndoFor<Editor>> {
  let before: Schedule | null = null;
  await client.edit((doc) => {
    before = readSchedule(doc);
    change(doc, before);
  });
  return (later) =>
    later.edit((doc) => {
      if (!before) return;
      const was = plannedAs(before, line);
      if (was) writePlannedMeasure(doc, was);
      else removePlannedMeasure(doc, line);
      writePrimary(doc, before.primary);
    });
}
