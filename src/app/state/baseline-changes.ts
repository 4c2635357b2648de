// Taking back that a baseline was moved.
import type { Line } from '../../clinical/episodes/same-line.ts';
import type { EntryId } from '../../records/entry.ts';
import { parseEntryId } from '../../records/ids.ts';
import { movesOf } from './client-chart.ts';
import type { ClientState } from './client.svelte.ts';

/**
 * Change is counted from the first complete response again: every choice of this line and of the current course stays in
 * the record as deleted, so that no older one comes back instead. Returns what was deleted, for an undo.
 */
export async function countFromFirst(client: ClientState, line: Line, reason: string): Promise<EntryId[]> {
  const moves = movesOf(client.chart, line, client.chart.episode).map(({ id }) => parseEntryId(id));
  for (const id of moves) await client.deleteEntry(id, reason);
  return moves;
}
