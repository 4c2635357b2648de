import type { AuditKind } from '../../../sync/index.ts';
import { m } from '../../paraglide/messages.js';

const words: Readonly<Record<AuditKind, () => string>> = {
  'vault-made': m.settings_audit_vault_made,
  unlocked: m.settings_audit_unlocked,
  'unlocked-by-passkey': m.settings_audit_unlocked_by_passkey,
  'unlocked-by-pin': m.settings_audit_unlocked_by_pin,
  'passphrase-changed': m.settings_audit_passphrase_changed,
  'passkey-added': m.settings_audit_passkey_added,
  'passkey-removed': m.settings_audit_passkey_removed,
  'sheet-made': m.settings_audit_sheet_made,
  'sheet-kept': m.settings_audit_sheet_kept,
  'backup-made': m.settings_audit_backup_made,
  'backup-merged': m.settings_audit_backup_merged,
  restored: m.settings_audit_restored,
  'handed-over': m.settings_audit_handed_over,
  exported: m.settings_audit_exported,
  'client-erased': m.settings_audit_client_erased,
  'damage-healed': m.settings_audit_damage_healed,
  'loss-accepted': m.settings_audit_loss_accepted,
  imported: m.settings_audit_imported,
};

/** What was done with the keys, for the security log. */
export const auditWord = (what: AuditKind): string => words[what]();
