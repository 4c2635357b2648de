import type { ImportPlan } from '../../exchange/import/import-plan.ts';
import type { ClientId } from '../../records/entry.ts';

export interface CheckedPlan {
  readonly plan: ImportPlan;
  /** Codes of clients whose record is read-only here (written by a newer version): nothing is added to them. */
  readonly readOnlyClients: readonly string[];
  /** Rows of times that the therapist did not want. */
  readonly rowsLeftOut: number;
}

/** The plan without what cannot be written. */
export function planWithout(
  plan: ImportPlan,
  readOnly: ReadonlySet<ClientId>,
  rowsLeftOut: number,
): CheckedPlan {
  const clients = plan.clients.filter(({ clientId }) => !readOnly.has(clientId));
  const left = plan.clients.filter(({ clientId }) => readOnly.has(clientId));
  const lost = left.reduce((sum, { entries }) => sum + entries.length, 0);
  const { counts } = plan;
  return {
    plan: {
      ...plan,
      clients,
      counts: {
        ...counts,
        scores: counts.scores - lost,
        existingClients: counts.existingClients - left.length,
      },
    },
    readOnlyClients: left.map(({ code }) => code),
    rowsLeftOut,
  };
}
