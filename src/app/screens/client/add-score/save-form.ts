import { m } from '../../../paraglide/messages.js';
import type { AppState } from '../../../state/app-state.svelte.ts';
import type { ClientState } from '../../../state/client.svelte.ts';
import type { Practice } from '../../../state/practice.svelte.ts';
import { measureName } from '../../../wording/words.ts';
import { withClient } from '../client-holder.ts';
import type { DeleteReason } from '../../../wording/delete-reason-word.ts';
import { say } from '../say.ts';
import { noteAdded } from '../safety-notes.ts';
import { resultWords } from './result-words.ts';
import type { ScoreForm } from './score-form.svelte.ts';

interface Saving {
  readonly app: AppState;
  readonly practice: Practice;
  readonly client: ClientState;
  readonly form: ScoreForm;
  readonly locale: string;
  /** Done in the same step. */
  readonly alongside?: Parameters<ClientState['addResponse']>[1];
}

const undone: DeleteReason = 'undone';

/** Writes the response and offers to take it back for ten seconds; whether it is Saved stands in the frame. */
export async function saveForm({ app, practice, client, form, locale, alongside }: Saving): Promise<void> {
  const { draft, outcome, instrument, original } = form;
  if (!draft) throw new Error('a response without a day cannot be saved');
  const { id } = await client.addResponse(draft, alongside);
  noteAdded(practice, client.id, id);
  const words = {
    measure: measureName(instrument.shortName, draft.respondent),
    result: resultWords(outcome, instrument, locale),
  };
  say(app, original ? m.client_score_corrected(words) : m.client_score_added(words), () =>
    withClient(practice, client.id, (held) => held.deleteEntry(id, undone)),
  );
}
