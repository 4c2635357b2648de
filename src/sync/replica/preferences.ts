// What this device remembers about itself, sealed: which recovery sheet was kept, which import was under way.
import { fromUtf8, toUtf8 } from '../vault/text.ts';
import type { VaultStore } from '../store/vault-store.ts';
import type { UnlockedKeys } from './unlocked-keys.ts';
import { writeSlots, type SlotWriting } from './write-slots.ts';

/** Whose check-in it is that lies in the inbox: the sheet that can be read before unlock does not say. */
export interface HandOverMark {
  readonly checkInId: string;
  readonly clientId: string;
  /** It came to its end; otherwise the therapist says what becomes of it. */
  readonly hasEnded: boolean;
}

export interface Preferences {
  /** Id of the recovery sheet whose words were asked for and given right. */
  readonly keptSheetId: string | null;
  /** Clients of an import that had begun and was not finished (they are taken back at the next unlock). */
  readonly unfinishedImport: readonly string[];
  /** Hand-overs whose answers were not taken in or thrown away yet. */
  readonly handOvers: readonly HandOverMark[];
}

const none: Preferences = { keptSheetId: null, unfinishedImport: [], handOvers: [] };
const context = ['preferences'];

/** Damaged or absent preferences are no preferences: nothing that matters rests on them alone. */
export async function readPreferences(tables: VaultStore, keys: UnlockedKeys): Promise<Preferences> {
  const sealed = await tables.readSlot('preferences');
  const plain = sealed && (await keys.openItem('preferences', context, sealed));
  const text = plain && fromUtf8(plain);
  // Sealed by this device alone, so its shape is known; a field added later falls back.
  return text ? { ...none, ...(JSON.parse(text) as Partial<Preferences>) } : none;
}

export async function writePreferences(
  { keys, ...writing }: SlotWriting & { readonly keys: UnlockedKeys },
  change: Partial<Preferences>,
  /** Written in the same transaction. */
  beside: Parameters<typeof writeSlots>[1] = {},
): Promise<void> {
  const preferences = { ...(await readPreferences(writing.tables, keys)), ...change };
  const sealed = await keys.sealItem('preferences', context, toUtf8(JSON.stringify(preferences)));
  await writeSlots(writing, { ...beside, preferences: sealed });
}
