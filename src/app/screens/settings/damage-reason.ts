import type { QuarantineRow } from '../../../sync/index.ts';
import { m } from '../../paraglide/messages.js';

const sentences: Readonly<Record<QuarantineRow['reason'], () => string>> = {
  'damaged-row': m.settings_damage_damaged_row,
  'damaged-blob': m.settings_damage_damaged_blob,
  'bad-signature': m.settings_damage_bad_signature,
  'unknown-device': m.settings_damage_unknown_device,
  'repeat-with-other-bytes': m.settings_damage_repeat,
  missing: m.settings_damage_missing,
  revoked: m.settings_damage_revoked,
};

/** Why a piece was set aside (VAULT B2, B5, R3). */
export const damageReason = (reason: QuarantineRow['reason']): string => sentences[reason]();
