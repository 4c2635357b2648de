// Linking two records: each names the other. What they share is a session that both came to, and nothing else.
import { readProfile, writeProfile } from '../../records/client-record.ts';
import type { ClientId } from '../../records/entry.ts';
import type { ClientState } from './client.svelte.ts';
import type { UndoFor } from './entry-changes.ts';

export type Linked = Pick<ClientState, 'id' | 'edit'>;

async function setLink(client: Linked, other: ClientId, isLinked: boolean): Promise<void> {
  await client.edit((doc) => {
    const rest = (readProfile(doc).linkedTo ?? []).filter((id) => id !== other);
    const links = isLinked ? [...rest, other] : rest;
    writeProfile(doc, 'linkedTo', links.length > 0 ? links : null);
  });
}

/** Both sides. Where the other record is not here any more only this side is changed. */
export async function changeLink(
  client: Linked,
  otherId: ClientId,
  isLinked: boolean,
  withPartner: (id: ClientId, act: (partner: Linked) => Promise<unknown>) => Promise<void>,
): Promise<UndoFor<Linked>> {
  const change = async (one: Linked, linked: boolean): Promise<void> => {
    await setLink(one, otherId, linked);
    await withPartner(otherId, (partner) => setLink(partner, one.id, linked));
  };
  await change(client, isLinked);
  return (later) => change(later, !isLinked);
}
