// What the registry says, read from its statements. Plain values: the same set of statements gives the same view.
import type { Bytes } from '../vault/bytes.ts';
import type { Device } from '../vault/device.ts';
import type { DeviceId, DocId, EpochId, RecoveryId, StatementId, VaultId } from '../vault/ids.ts';
import type { Recovery } from '../vault/recovery.ts';
import type { HeldPosition } from './held-positions.ts';
import { principalKey, type Principal } from './principal.ts';
import type { Statement } from './statement.ts';
import type { Rejection } from './verify-statements.ts';

export interface RegisteredDevice extends Device {
  /** 'revoked' is for good; 'disputed' while a standoff lasts. */
  readonly state: 'active' | 'revoked' | 'disputed';
  /** Null for the founder. */
  readonly admittedBy: Principal | null;
  readonly admittedAtMs: number;
  /** What the revokers held from it; later blobs are quarantined (R3). Empty unless revoked. */
  readonly held: readonly HeldPosition[];
}

export interface RegisteredEpoch {
  readonly id: EpochId;
  readonly counter: number;
  readonly commitment: Bytes;
  /** Its issuers and the recipients of its grants. */
  readonly holders: readonly Principal[];
  /** True if no holder is revoked or replaced (R2). */
  readonly isWritable: boolean;
}

export interface Grant {
  readonly statementId: StatementId;
  readonly epochId: EpochId;
  readonly recipient: Principal;
  readonly box: Bytes;
}

export interface RegisteredSheet extends Recovery {
  readonly generation: number;
  /** The statement that registered it. */
  readonly statementId: StatementId;
}

export interface RegistryView {
  readonly vaultId: VaultId;
  readonly founder: DeviceId;
  readonly devices: ReadonlyMap<DeviceId, RegisteredDevice>;
  /** By counter, then id. */
  readonly epochs: readonly RegisteredEpoch[];
  /** The one to write under; null: whoever notices makes one (R2). */
  readonly currentEpoch: RegisteredEpoch | null;
  readonly grants: readonly Grant[];
  readonly erased: ReadonlySet<DocId>;
  /** The current sheet; null if none is registered. */
  readonly recoveryKey: RegisteredSheet | null;
  readonly replacedSheets: readonly RecoveryId[];
  /** Sealed short items under `device-name`. */
  readonly sealedDeviceNames: ReadonlyMap<DeviceId, Bytes>;
  /** Everything that counts, by id: what a revocation lists as seen is taken from here. */
  readonly statements: ReadonlyMap<StatementId, Statement>;
  /** By id. */
  readonly rejected: readonly Rejection[];
  /** Devices revoke each other: sync stops until the sheet decides (R3). */
  readonly standoff: boolean;
}

/** The grants to a device or a sheet, oldest epoch first. */
export function grantsFor(view: RegistryView, recipient: Principal): readonly Grant[] {
  return view.grants.filter((grant) => principalKey(grant.recipient) === principalKey(recipient));
}

/** The statements of one principal that count: what its revoker has seen (PROTOCOL 7.2). */
export function seenFrom(view: RegistryView, principals: readonly Principal[]): readonly StatementId[] {
  const wanted = new Set(principals.map(principalKey));
  return [...view.statements.values()]
    .filter(({ issuer }) => wanted.has(principalKey(issuer)))
    .map(({ id }) => id);
}
