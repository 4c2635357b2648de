// Which sessions are going on in the practice, as the list of clients knows them.
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { ClientId } from '../../records/entry.ts';
import type { RunningSession } from '../../records/running-session.ts';
import type { TodayClient } from './today.ts';
import { isLeftOpen } from './session-clock.ts';

export interface SessionGoingOn {
  readonly client: TodayClient;
  readonly session: RunningSession;
  /** Nobody ended it: it asks when it did. */
  readonly isLeftOpen: boolean;
}

/** Those that go on first, then those that were left open, the longest ago first. */
export function sessionsGoingOn(
  clients: readonly TodayClient[],
  nowUtc: string,
  today: CalendarDay,
): SessionGoingOn[] {
  return clients
    .flatMap((client) => {
      const session = client.today.running;
      return session ? [{ client, session, isLeftOpen: isLeftOpen(session, nowUtc, today) }] : [];
    })
    .sort(
      (a, b) =>
        Number(a.isLeftOpen) - Number(b.isLeftOpen) ||
        Date.parse(a.session.startedAt.utc) - Date.parse(b.session.startedAt.utc),
    );
}

/** The one that goes on with somebody else. */
export const goingOnElsewhere = (all: readonly SessionGoingOn[], clientId: ClientId): SessionGoingOn | null =>
  all.find((one) => !one.isLeftOpen && one.client.id !== clientId) ?? null;
