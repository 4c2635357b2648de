// Who is looking at which client. A document stays open while a screen or an undo needs it, and a moment longer, because
// one screen of a client usually follows another.
import type { ClientId } from '../../../records/entry.ts';
import type { ClientState } from '../../state/client.svelte.ts';
import type { Practice } from '../../state/practice.svelte.ts';

const closesAfterMs = 1_500;

interface Hold {
  holders: number;
  readonly opening: Promise<ClientState | null>;
  timer: ReturnType<typeof setTimeout> | null;
}

const holds = new WeakMap<Practice, Map<ClientId, Hold>>();

function holdsOf(practice: Practice): Map<ClientId, Hold> {
  const known = holds.get(practice);
  if (known) return known;
  const made = new Map<ClientId, Hold>();
  holds.set(practice, made);
  return made;
}

/** The open client, or null when there is none of this id. Each `holdClient` is followed by one `letGo`. */
export function holdClient(practice: Practice, id: ClientId): Promise<ClientState | null> {
  const all = holdsOf(practice);
  const hold = all.get(id) ?? { holders: 0, opening: practice.openClient(id), timer: null };
  all.set(id, hold);
  hold.holders += 1;
  if (hold.timer !== null) clearTimeout(hold.timer);
  hold.timer = null;
  return hold.opening;
}

export function letGo(practice: Practice, id: ClientId): void {
  const all = holdsOf(practice);
  const hold = all.get(id);
  if (!hold) return;
  hold.holders -= 1;
  if (hold.holders > 0) return;
  hold.timer = setTimeout(() => {
    all.delete(id);
    void practice.closeClient(id);
  }, closesAfterMs);
}

/** For what comes after the screen may have gone: an undo. Does nothing when the client is gone. */
export async function withClient(
  practice: Practice,
  id: ClientId,
  act: (client: ClientState) => Promise<unknown>,
): Promise<void> {
  try {
    const client = await holdClient(practice, id);
    if (client) await act(client);
  } finally {
    letGo(practice, id);
  }
}

/** After an erasure: the client was closed by it, so there is nothing left to close. */
export function forgetClient(practice: Practice, id: ClientId): void {
  const hold = holdsOf(practice).get(id);
  if (hold?.timer) clearTimeout(hold.timer);
  holdsOf(practice).delete(id);
}
