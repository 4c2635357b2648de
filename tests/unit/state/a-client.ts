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

/** A PHQ-9 whose nine answers sum to what is asked of item 9 and two for each of the others. */
export const phq9 = (client: ClientState, occurredOn: string, ninth: number) =>
  client.addResponse({
    ...{ instrumentId: 'phq-9', instrumentVersion: 'en-1', coding: 'sum-0-27', language: 'en' },
    ...{ respondent: 'self', mode: 'paper', enteredTotal: null, occurredOn },
    answers: [2, 2, 2, 2, 2, 2, 2, 2, ninth, null],
  });

export const gad7Total = (client: ClientState, occurredOn: string, enteredTotal: number) =>
  client.addResponse({
    ...{ instrumentId: 'gad-7', instrumentVersion: 'en-1', coding: 'sum-0-21', language: 'en' },
    ...{ respondent: 'self', mode: 'total-entered', answers: null, occurredOn, enteredTotal },
  });
