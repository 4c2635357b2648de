import { daysBetween, formatAge } from './format.ts';

/** Older than this, a backup asks for attention. */
const dueAfterDays = 7;

export type BackupAge =
  | { readonly kind: 'none'; readonly isDue: true }
  | { readonly kind: 'today'; readonly isDue: false }
  /** `text`: "yesterday", "3 days ago". */
  | { readonly kind: 'days'; readonly days: number; readonly text: string; readonly isDue: boolean };

/** How old the last backup is. `lastBackupAt` is a UTC instant, null when there is none. */
export function backupAge(lastBackupAt: string | null, now: Date): BackupAge {
  if (lastBackupAt === null) return { kind: 'none', isDue: true };
  const days = daysBetween(new Date(lastBackupAt), now);
  if (days === 0) return { kind: 'today', isDue: false };
  return { kind: 'days', days, text: formatAge(days), isDue: days > dueAfterDays };
}
