import { m } from '../../paraglide/messages.js';
import type { BackupMerging, LeftOut } from '../../state/backup.svelte.ts';

/** What came of taking a backup in, as far as it went well. */
export function mergedSentence(merged: Extract<BackupMerging, { readonly kind: 'merged' }>): string {
  const { documents, newBlobs, refused } = merged;
  if (newBlobs > 0) return m.settings_merge_done({ documents, newBlobs });
  return refused.length > 0 ? m.settings_merge_nothing_else() : m.settings_merge_nothing();
}

const reasons: Readonly<Record<LeftOut['why'], (about: { readonly who: string }) => string>> = {
  damaged: m.settings_merge_left_damaged,
  'bad-blob': m.settings_merge_left_bad_blob,
  'not-an-update': m.settings_merge_left_not_an_update,
};

/** Which record was left out, and why. */
export const leftOutSentence = ({ label, isDirectory, why }: LeftOut): string =>
  reasons[why]({
    who: isDirectory ? m.settings_damage_directory() : (label ?? m.settings_merge_left_unknown()),
  });
