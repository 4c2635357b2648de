// What is done to a client's plan: it is done, then said, and can be taken back.
import type { AppState } from '../../state/app-state.svelte.ts';
import type { ClientState } from '../../state/client.svelte.ts';
import type { UndoFor } from '../../state/entry-changes.ts';
import type { Practice } from '../../state/practice.svelte.ts';
import { withClient } from '../client/client-holder.ts';
import { say } from '../client/say.ts';

export type DoAndSay = (
  text: string,
  change: (client: ClientState) => Promise<UndoFor<ClientState>>,
) => Promise<void>;

export const doingFor =
  (app: AppState, practice: Practice, client: ClientState): DoAndSay =>
  async (text, change) => {
    const undo = await change(client);
    // An undo may be asked for after the page has gone.
    say(app, text, () => withClient(practice, client.id, undo));
  };
