// What every entry begins with: an id, the instant, the course of therapy that its day belongs to, and the session of that day:
// the one that is going on, or the one that was written down.
import { episodeOn } from '../../clinical/episodes/course.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { Entry } from '../../records/entry.ts';
import { newEntryId } from '../../records/ids.ts';
import type { ClientState } from './client.svelte.ts';
import { now } from './now.ts';
import { random } from './random.ts';

export type EntryStart = Pick<Entry, 'id' | 'v' | 'sessionNumber' | 'recordedAt' | 'episode' | 'session'> & {
  readonly occurredOn: CalendarDay;
};

export function newEntry(
  client: Pick<ClientState, 'chart' | 'record' | 'runningSession'>,
  occurredOn: CalendarDay,
): EntryStart {
  const running = client.runningSession;
  const isDuring = running?.occurredOn === occurredOn;
  return {
    id: newEntryId(random),
    v: 1,
    occurredOn,
    sessionNumber: isDuring
      ? running.sessionNumber
      : sessionNumberOn(client.record?.entries ?? [], occurredOn),
    ...(isDuring && { session: running.id }),
    recordedAt: now(),
    episode: episodeOn(client.chart.courses, occurredOn),
  };
}

/** The number of the session that was written down for a day; null where there is none. */
const sessionNumberOn = (entries: readonly Entry[], day: CalendarDay): number | null =>
  entries.findLast(({ kind, occurredOn }) => kind === 'session' && occurredOn === day)?.sessionNumber ?? null;
