// Writing down a conversation about risk. It silences the safety answers that it was about until its ask-again day, or until one
// is answered higher (clinical/prompts): so it keeps which of them stood on its day.
import { writeDraft } from '../../records/client-choices.ts';
import { writeEntries } from '../../records/client-record.ts';
import type { EntryId, RiskConversationEntry } from '../../records/entry.ts';
import { knownEntry } from '../../records/known-entry.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import type { ClientState } from './client.svelte.ts';
import { keepDraft } from './drafts.ts';
import { newEntry } from './new-entry.ts';
import type { RiskDraft } from './risk-draft.ts';
import { standingSafetyOn } from './standing-safety-in.ts';

/** Newest first. */
export const recordedConversations = ({
  record,
}: Pick<ClientState, 'record'>): readonly RiskConversationEntry[] =>
  (record?.entries ?? []).filter((entry) => entry.kind === 'risk-conversation').reverse();

/** The entry that a draft without problems becomes. */
export function conversationFrom(
  client: Pick<ClientState, 'record' | 'chart' | 'runningSession'>,
  find: FindInstrument,
  { replaces, occurredOn, ...draft }: RiskDraft,
): RiskConversationEntry {
  if (occurredOn === null) throw new Error('a conversation without a day');
  const { record } = client;
  const original = replaces && record && knownEntry(record, replaces);
  const corrected = original?.kind === 'risk-conversation' ? original : null;
  const isSameDay = corrected?.occurredOn === occurredOn;
  // Of a correction: what was written down since was not talked about then, whatever its day.
  const knownBy = corrected && (record?.firstWritten.get(corrected.id) ?? corrected).recordedAt.utc;
  return {
    ...newEntry(client, occurredOn),
    kind: 'risk-conversation',
    asked: draft.asked.trim(),
    said: draft.said.trim(),
    means: draft.means.trim(),
    protectiveFactors: draft.protectiveFactors.trim(),
    whereNow: draft.whereNow.trim(),
    plan: draft.plan.trim(),
    told: draft.told.trim(),
    askAgainOn: draft.askAgainOn,
    // Putting words right does not change what was talked about then; moving it to another day does.
    discussed:
      corrected && isSameDay
        ? corrected.discussed
        : record
          ? standingSafetyOn(record, find, occurredOn, knownBy)
          : [],
    ...(replaces ? { replaces } : {}),
    ...(corrected ? { episode: corrected.episode } : {}),
  };
}

/** Writes the conversation and takes its draft away, in one commit. */
export async function recordConversation(
  client: ClientState,
  find: FindInstrument,
  draft: RiskDraft,
): Promise<EntryId> {
  const entry = conversationFrom(client, find, draft);
  await client.edit((doc) => {
    doc.transact(() => {
      writeEntries(doc, [entry]);
      writeDraft(doc, 'risk-conversation', null);
    });
  });
  return entry.id;
}

/** Undo: it stays in the record as deleted, and what was typed stands in the form again. */
export async function undoConversation(client: ClientState, id: EntryId, draft: RiskDraft): Promise<void> {
  await client.deleteEntry(id, 'undone');
  await keepDraft(client, 'risk-conversation', draft);
}
