// The only file that joins the parts of sync: the browser's storage, the writer lock, the key derivation in its worker.
// Everything else of this room gets them as arguments. What only an open vault needs (Yjs, the documents) is fetched when
// somebody unlocks, so that the first screen does not wait for it.
import { openDexieVaultStore } from './store/dexie-vault-store.ts';
import { storeReasonOf } from './store/store-failure.ts';
import {
  stealWriterLock,
  takeWriterLock,
  type HeldWriterLock,
  type WriterLockDeps,
} from './store/writer-lock.ts';
import { readSheet } from './replica/hand-over-sheet.ts';
import type { HandedOver } from './replica/handed-over.ts';
import { lookAtVault, type VaultPresence } from './replica/look-at-vault.ts';
import type { VaultDoor } from './replica/vault-door.ts';
import type { VaultPorts } from './replica/vault-ports.ts';
import type { VaultSession } from './replica/vault-session.ts';
import { calibrateKdf } from './vault/calibrate.ts';
import { kdfInWorker } from './vault/kdf-in-worker.ts';
import { KDF_FLOOR, type KdfCost } from './vault/kdf.ts';
import { missingFeatures, type BrowserFeature } from './missing-features.ts';

export type { AuditEvent, AuditKind } from './replica/audit-trail.ts';
export { collectBackup, type BackupFiles, type CollectedBackup } from './replica/backup-files.ts';
export type { DerivedBlock } from './replica/commit-derived.ts';
export type { NewDocument } from './replica/create-clients.ts';
export type { Derivation } from './replica/derived-cache.ts';
export { isWhole, type DocumentHealth } from './replica/document-health.ts';
export type { DocumentStatus } from './replica/document-status.ts';
export { eraseClient, resumeErasures } from './replica/erase-client.ts';
export type { HandOverSheet } from './replica/hand-over-sheet.ts';
export type { HandedOver };
export type { Given } from './replica/inbox.ts';
export type { HandOverMark } from './replica/preferences.ts';
export type { PinOpening, PinWrap } from './vault/pin-wrap.ts';
export { mergeBackup, type MergeOutcome, type RefusedDocument } from './replica/merge-backup.ts';
export { NotSavedError } from './replica/not-saved-error.ts';
export type { OpenDocument } from './replica/open-document.ts';
export type { Progress } from './replica/progress.ts';
export type { BackupRefusal } from './replica/backup-refusal.ts';
export { restoreVault, type RestoreOutcome } from './replica/restore-vault.ts';
export type {
  AccessTrouble,
  PassphraseChange,
  PasskeyAddition,
  RecoverySheet,
} from './replica/vault-access.ts';
export type { UnlockOutcome, UnlockTrouble } from './replica/vault-door.ts';
export type { DocumentOwner, InnerDocument } from './replica/vault-session.ts';
export type { QuarantineRow } from './store/vault-store.ts';
export { encodeFragment, sixWords } from './vault/check-in-fragment.ts';
export { keyPairFromSeed } from './vault/key-pairs.ts';
export { openReply, readReply } from './vault/open-reply.ts';
export { GENERATED_PASSPHRASE_BITS, generatePassphrase } from './vault/passphrase.ts';
export {
  ASSUMED_GUESSES_PER_SECOND,
  estimatePassphrase,
  type PassphraseStrength,
} from './vault/passphrase-strength.ts';
export { readRecovery, type RecoveryReading } from './vault/recovery-words.ts';
export type { BrowserFeature, VaultDoor, VaultPresence, VaultSession };

/** What stands before the vault: enough to see whether there is one. */
export interface Entrance {
  look(): Promise<VaultPresence>;
  /** What a client is being asked on this device; null: nothing was handed over. */
  handedOver(): Promise<HandedOver | null>;
  /** The door itself, fetched at the first call. */
  door(): Promise<VaultDoor>;
  /** Resolves when another tab has taken over. */
  readonly lost: Promise<void>;
}

export type DoorOpening =
  | { readonly kind: 'entrance'; readonly entrance: Entrance }
  /** Another tab is the writer (P3); `isFrozen`: it does not answer. */
  | { readonly kind: 'elsewhere'; readonly isFrozen: boolean; readonly takeOver: () => Promise<DoorOpening> }
  | { readonly kind: 'unsupported'; readonly missing: readonly BrowserFeature[] }
  | { readonly kind: 'cannot-open'; readonly reason: string };

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const now = (): string => new Date().toISOString();

const credentials = (): CredentialsContainer | null =>
  'PublicKeyCredential' in globalThis ? navigator.credentials : null;

/** Measured once per page, when a wrap is first made. */
function kdfCostOnThisDevice(deriveKey: VaultPorts['deriveKey']): () => Promise<KdfCost> {
  let cost: Promise<KdfCost> | null = null;
  return () => (cost ??= calibrateKdf(deriveKey, () => performance.now(), random));
}

/** The way into the vault of this browser profile, as its only writer. */
export async function openVaultDoor(): Promise<DoorOpening> {
  const missing = await missingFeatures();
  if (missing.length > 0) return { kind: 'unsupported', missing };
  const opening = await openDexieVaultStore();
  if (opening.kind === 'cannot-open') return opening;
  const { store: tables } = opening;
  const lockDeps: WriterLockDeps = {
    store: tables,
    locks: navigator.locks,
    channel: new BroadcastChannel('soundings-writer'),
    now: () => performance.now(),
  };
  const enter = (held: HeldWriterLock): DoorOpening => ({
    kind: 'entrance',
    entrance: entranceTo(tables, held),
  });
  const taken = await unlessStoreFails(() => takeWriterLock(lockDeps));
  if (taken.kind !== 'elsewhere') return taken.kind === 'held' ? enter(taken) : taken;
  return {
    kind: 'elsewhere',
    isFrozen: taken.lastHeartbeatMs === null,
    takeOver: async () => {
      const stolen = await unlessStoreFails(() => stealWriterLock(lockDeps));
      return stolen.kind === 'held' ? enter(stolen) : stolen;
    },
  };
}

/** A writer says so on the disk: one that is closed or broken does not take it. */
async function unlessStoreFails<T>(
  taking: () => Promise<T>,
): Promise<T | Extract<DoorOpening, { readonly kind: 'cannot-open' }>> {
  try {
    return await taking();
  } catch (error) {
    const reason = storeReasonOf(error);
    if (reason === null) throw error;
    return { kind: 'cannot-open', reason };
  }
}

function entranceTo(tables: VaultPorts['tables'], held: HeldWriterLock): Entrance {
  let door: Promise<VaultDoor> | null = null;
  const fetchDoor = async (): Promise<VaultDoor> => {
    const [{ VaultDoor: Door }, { IndexeddbDocumentStore }] = await Promise.all([
      import('./replica/vault-door.ts'),
      import('./store/indexeddb-document-store.ts'),
    ]);
    const deriveKey = kdfInWorker();
    const ports: VaultPorts = {
      tables,
      documents: new IndexeddbDocumentStore(),
      deriveKey,
      kdfCost: kdfCostOnThisDevice(deriveKey),
      credentials: credentials(),
      random,
      now,
    };
    return new Door(ports, held, false);
  };
  const handedOver = async (): Promise<HandedOver | null> => {
    const sheet = await readSheet(tables);
    if (sheet === null) return null;
    const { HandedOver: Run } = await import('./replica/handed-over.ts');
    return new Run(sheet, { tables, random, now, isStillWriter: () => held.isStillWriter() });
  };
  return { look: () => lookAtVault(tables), handedOver, door: () => (door ??= fetchDoor()), lost: held.lost };
}

/** A vault in memory that nobody can unlock again: for looking around. Nothing of it reaches the disk. */
export async function openThrowAwayVault(): Promise<VaultSession> {
  const [{ VaultDoor: Door }, { MemoryDocumentStore }, { MemoryVaultStore }] = await Promise.all([
    import('./replica/vault-door.ts'),
    import('./store/memory-document-store.ts'),
    import('./store/memory-vault-store.ts'),
  ]);
  const ports: VaultPorts = {
    tables: new MemoryVaultStore(),
    documents: new MemoryDocumentStore(),
    // The passphrase of a vault that is never locked protects nothing; deriving a key from it slowly would only cost time.
    deriveKey: () => Promise.resolve(random(32)),
    kdfCost: () => Promise.resolve(KDF_FLOOR),
    credentials: null,
    random,
    now,
  };
  const { session } = await new Door(ports, { isStillWriter: () => Promise.resolve(true) }, true).found(
    'look around',
  );
  return session;
}
