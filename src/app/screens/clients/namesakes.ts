// Several clients may have the same code or name: each is told apart by its place among them and the day it was added.
import type { ClientId } from '../../../records/entry.ts';
import type { ClientSummary } from '../../state/client-summary.ts';

export interface Namesake {
  /** 1 for the one that was added first; it does not change when others come. */
  readonly number: number;
  readonly of: number;
}

type Named = Pick<ClientSummary, 'id' | 'label' | 'addedAt'>;

const sameName = (label: string): string => label.trim().normalize('NFKC').toLowerCase();
const compareAdded = (a: Named, b: Named): number =>
  a.addedAt === b.addedAt ? (a.id < b.id ? -1 : 1) : a.addedAt < b.addedAt ? -1 : 1;

/** Only clients that share their name with another. */
export function namesakes(clients: readonly Named[]): ReadonlyMap<ClientId, Namesake> {
  const byName = new Map<string, Named[]>();
  for (const client of clients) {
    const key = sameName(client.label);
    const others = byName.get(key);
    if (others) others.push(client);
    else byName.set(key, [client]);
  }
  const found = new Map<ClientId, Namesake>();
  for (const group of byName.values()) {
    if (group.length < 2) continue;
    group
      .sort(compareAdded)
      .forEach(({ id }, index) => found.set(id, { number: index + 1, of: group.length }));
  }
  return found;
}
