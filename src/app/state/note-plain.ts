// A note as plain text, for another record system.
import type { NoteSection } from '../../records/entry.ts';

const keptForMs = 60_000;

export const plainNote = (head: string, sections: readonly NoteSection[], tail: readonly string[]): string =>
  [head, ...sections.map(({ title, text }) => `${title}\n${text}`), ...tail].join('\n\n');

export type CopyOutcome = 'copied' | 'refused';

/** Cleared after a minute if it is still ours, where the browser lets us look. */
export async function copyForAMinute(text: string): Promise<CopyOutcome> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return 'refused';
  }
  setTimeout(() => void clearIfOurs(text), keptForMs);
  return 'copied';
}

async function clearIfOurs(text: string): Promise<void> {
  try {
    // TypeScript does not know this name; browsers that do not know it either refuse, which is caught.
    const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
    // Nobody is to be asked for it a minute later.
    if (state !== 'granted') return;
    // Some systems write line breaks in their own way.
    const there = (await navigator.clipboard.readText()).replaceAll('\r\n', '\n');
    if (there === text) await navigator.clipboard.writeText('');
  } catch {
    // We may not look: what is there stays, which was said when it was copied.
  }
}
