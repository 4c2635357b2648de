// The single slots (keyring, wraps, preferences), written by the one writer only (VAULT P3): what a tab writes that slept
// through a theft was read before the theft, and would take the new writer's keys away.
import type { VaultStore } from '../store/vault-store.ts';
import { NotSavedError } from './not-saved-error.ts';

export interface SlotWriting {
  readonly tables: VaultStore;
  readonly isStillWriter: () => Promise<boolean>;
}

/** Throws NotSavedError('elsewhere') if another tab is the writer by now. */
export async function assertStillWriter(isStillWriter: SlotWriting['isStillWriter']): Promise<void> {
  if (!(await isStillWriter())) throw new NotSavedError('elsewhere');
}

/** Throws NotSavedError('elsewhere'), or the store's error; nothing was written then. */
export async function writeSlots(
  { tables, isStillWriter }: SlotWriting,
  values: Parameters<VaultStore['writeSlots']>[0],
): Promise<void> {
  await assertStillWriter(isStillWriter);
  await tables.writeSlots(values);
}
