// Asked rather than sent every second: an idle tab stays idle, and timers of background tabs are throttled anyway.
export type HeartbeatChannel = Pick<
  BroadcastChannel,
  'postMessage' | 'addEventListener' | 'removeEventListener'
>;

type HeartbeatMessage = { readonly kind: 'who-writes' } | { readonly kind: 'i-write' };

const isHeartbeat = (value: unknown, kind: HeartbeatMessage['kind']): boolean =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;

/** The writer's side: answers until the returned function is called. */
export function answersHeartbeats(channel: HeartbeatChannel): () => void {
  const answer = (event: MessageEvent<unknown>) => {
    if (!isHeartbeat(event.data, 'who-writes')) return;
    channel.postMessage({ kind: 'i-write' } satisfies HeartbeatMessage);
  };
  channel.addEventListener('message', answer);
  return () => {
    channel.removeEventListener('message', answer);
  };
}

/** The other side: milliseconds until the writer answered, null if it did not within `withinMs`. */
export function hearHeartbeat(
  channel: HeartbeatChannel,
  now: () => number,
  withinMs: number,
): Promise<number | null> {
  return new Promise((resolve) => {
    const askedAt = now();
    const end = (heardAfterMs: number | null) => {
      clearTimeout(timer);
      channel.removeEventListener('message', hear);
      resolve(heardAfterMs);
    };
    const hear = (event: MessageEvent<unknown>) => {
      if (isHeartbeat(event.data, 'i-write')) end(now() - askedAt);
    };
    const timer = setTimeout(end, withinMs, null);
    channel.addEventListener('message', hear);
    channel.postMessage({ kind: 'who-writes' } satisfies HeartbeatMessage);
  });
}
