/** Why a backup is not taken in. `where` names the piece, never its content. */
export interface BackupRefusal {
  readonly kind: 'refused';
  readonly reason:
    | 'damaged'
    | 'newer-version'
    | 'other-vault'
    | 'bad-signature'
    | 'wrong-sheet'
    | 'replaced-sheet'
    | 'words'
    | 'not-saved';
  readonly where?: string;
}

export const refused = (reason: BackupRefusal['reason'], where?: string): BackupRefusal => ({
  kind: 'refused',
  reason,
  ...(where === undefined ? {} : { where }),
});
