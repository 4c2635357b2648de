// Pieces of records that could not be opened, as the settings list them; and what is missing, given up.
import type { ClientId } from '../../records/entry.ts';
import { clientIdFrom } from '../../records/ids.ts';
import type { QuarantineRow } from '../../sync/index.ts';
import type { ClientSummary } from './client-summary.ts';
import type { Practice } from './practice.svelte.ts';
import { whyNotSaved } from './why-not-saved.ts';

export interface DamageItem {
  readonly id: string;
  readonly docId: string;
  /** Null: the directory, or a client that is not listed any more. */
  readonly clientId: ClientId | null;
  readonly label: string;
  readonly reason: QuarantineRow['reason'];
  /** UTC instant, ISO 8601. */
  readonly foundAt: string;
  readonly bytes: number;
}

/** Newest first. */
export function damageItems(
  rows: readonly QuarantineRow[],
  findClient: (id: ClientId) => ClientSummary | null,
): DamageItem[] {
  return rows
    .map(({ id, docId, reason, foundAt, bytes }) => {
      const clientId = clientIdFrom(docId);
      const client = clientId && findClient(clientId);
      const label = client?.label ?? '';
      return { id, docId, clientId: client?.id ?? null, label, reason, foundAt, bytes: bytes.length };
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
