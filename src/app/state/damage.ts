// Pieces of records that could not be opened, as the settings list them; and what is missing, given up.
import type { ClientId } from '../../records/entry.ts';
import { clientIdFrom } from '../../records/ids.ts';
import type { DocumentOwner, QuarantineRow } from '../../sync/index.ts';
import type { ClientSummary } from './client-summary.ts';
import type { Practice } from './practice.svelte.ts';
import { whyNotSaved } from './why-not-saved.ts';

export interface DamageItem {
  readonly id: string;
  readonly docId: string;
  /** Null: the directory, or a client that is not listed any more. */
  readonly clientId: ClientId | null;
  readonly label: string;
  /** In the client's psychotherapy notes, not in the record. */
  readonly isPrivate: boolean;
  readonly reason: QuarantineRow['reason'];
  /** UTC instant, ISO 8601. */
  readonly foundAt: string;
  readonly bytes: number;
}

/** Newest first. */
export function damageItems(
  found: readonly { readonly row: QuarantineRow; readonly owner: DocumentOwner | null }[],
  findClient: (id: ClientId) => ClientSummary | null,
): DamageItem[] {
  return found
    .map(({ row: { id, docId, reason, foundAt, bytes }, owner }) => {
      const clientId = owner && clientIdFrom(owner.clientId);
      const client = clientId && findClient(clientId);
      return {
        ...{ id, docId, clientId: client?.id ?? null, label: client?.label ?? '', reason, foundAt },
        ...{ bytes: bytes.length, isPrivate: owner?.isPrivate ?? false },
      };
    })
    .sort((a, b) => (a.foundAt < b.foundAt ? 1 : -1));
}

export type LossAcceptance = 'accepted' | 'needs-the-rest' | 'not-saved';

/** Goes on without what is missing of a record: it counts as whole from now on, and the log says so. */
export async function acceptLoss(practice: Practice, docId: string): Promise<LossAcceptance> {
  try {
    const outcome = await practice.session.acceptLoss(docId);
    const id = clientIdFrom(docId);
    if (outcome === 'accepted') await practice.deriveNow(new Set(id ? [id] : []));
    return outcome;
  } catch (error) {
    if ((await whyNotSaved(error, practice)) === null) throw error;
    return 'not-saved';
  }
}
