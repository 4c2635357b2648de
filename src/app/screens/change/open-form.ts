import { m } from '../../paraglide/messages.js';
import type { AppState } from '../../state/app-state.svelte.ts';
import { beginPivot } from '../../state/begin-pivot.ts';
import type { ClientState } from '../../state/client.svelte.ts';
import type { PivotDraft } from '../../state/pivot-draft.ts';
import { go } from '../../state/route.ts';
import { say } from '../client/say.ts';

/** To the form of a change of course with this in it; where another one is begun, to that one, and it says so. */
export async function openPivotForm(app: AppState, client: ClientState, draft: PivotDraft): Promise<void> {
  const outcome = await beginPivot(client, draft);
  if (outcome === 'other-begun') say(app, m.change_other_begun());
  go({ kind: 'change', clientId: client.id });
}
