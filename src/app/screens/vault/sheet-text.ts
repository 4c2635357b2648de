// The recovery sheet as a plain text file, for those who cannot print.
import { m } from '../../paraglide/messages.js';
import type { RecoveryCheck } from '../../state/recovery-check.svelte.ts';
import { formatDate } from './format.ts';
import { shortId } from './short-id.ts';

export function sheetAsText(recovery: RecoveryCheck, vaultId: string, madeAt: Date): string {
  return [
    m.vault_sheet_paper_title(),
    `${m.vault_sheet_made_on({ date: formatDate(madeAt) })}. ${m.vault_sheet_vault({ id: shortId(vaultId) })}.`,
    '',
    m.vault_sheet_danger(),
    '',
    `${m.vault_sheet_words()}:`,
    ...recovery.words.map((word, index) => `${String(index + 1).padStart(2)}  ${word}`),
    '',
    `${m.vault_sheet_qr()}:`,
    recovery.qrText,
    '',
    m.vault_sheet_can(),
    m.vault_sheet_cannot(),
    '',
  ].join('\r\n');
}
