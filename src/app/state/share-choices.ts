// Which parts the therapist chose to show this client; kept in the record.
import { readShareParts, writeSharePart } from '../../records/client-choices.ts';
import type { DocumentStatus } from '../../sync/index.ts';
import type { ClientState } from './client.svelte.ts';

/** By the part's key (screens/share/share-parts.ts); null until the record is open: nothing may be shown before. */
export const shareChoices = (client: Pick<ClientState, 'read'>): ReadonlyMap<string, boolean> | null =>
  client.read(readShareParts);

export const chooseSharePart = (
  client: Pick<ClientState, 'edit'>,
  part: string,
  isShown: boolean,
): Promise<DocumentStatus> => client.edit((doc) => writeSharePart(doc, part, isShown));
