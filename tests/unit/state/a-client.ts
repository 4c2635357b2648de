// An open client in an open vault, as the screens use them.
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { openThrowAwayVault } from '../../../src/sync/index.ts';

export async function aClient(): Promise<{ readonly practice: Practice; readonly client: ClientState }> {
  const practice = await Practice.open(await openThrowAwayVault());
  const client = await practice.openClient(await practice.addClient('A'));
  if (!client) throw new Error('the client is not there');
  return { practice, client };
}

/** Throws where there is none. */
export function first<T>(all: readonly T[]): T {
  const [one] = all;
  if (one === undefined) throw new Error('there is none');
  return one;
}
