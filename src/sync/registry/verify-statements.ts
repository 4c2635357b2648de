// From bytes to statements whose signatures, certificates and ids hold by themselves (PROTOCOL 7.1, first paragraph).
// Whether a statement counts is another question: what-counts.ts.
import { compareText } from '../vault/binary.ts';
import type { Bytes } from '../vault/bytes.ts';
import { readCertificate, type Device } from '../vault/device.ts';
import { epochIdOf } from '../vault/epoch-root.ts';
import { recoveryIdOf, vaultIdOf, type StatementId, type VaultId } from '../vault/ids.ts';
import { signatureIsValid, verifyingKey } from '../vault/key-pairs.ts';
import { countersignedBytes, type Recovery } from '../vault/recovery.ts';
import { principalKey, type Principal } from './principal.ts';
import { decodeStatement, statementIdOf, type SignedStatement, type Statement } from './statement.ts';

export type RejectionReason =
  | 'malformed'
  | 'newer-version'
  | 'other-vault'
  | 'bad-signature'
  | 'bad-certificate'
  /** Nothing leads from the founder to its issuer. */
  | 'unknown-issuer'
  /** Issued by a revoked device or a replaced sheet, and not seen by whoever revoked or replaced it. */
  | 'void'
  /** Part of a standoff: it counts or not when the sheet has decided. */
  | 'disputed';

export interface Rejection {
  readonly id: StatementId;
  readonly reason: RejectionReason;
}

/** A statement that holds by itself, and the principal that it introduces, if it does. */
export interface VerifiedStatement {
  readonly statement: Statement;
  readonly introduces:
    | { readonly kind: 'device'; readonly id: Device['id']; readonly device: Device }
    | { readonly kind: 'recovery'; readonly id: Recovery['id']; readonly sheet: Recovery }
    | null;
}

export interface Verification {
  /** Sorted by id. */
  readonly verified: readonly VerifiedStatement[];
  readonly rejected: readonly Rejection[];
}

/** The vaults that these bytes validly found. One is the rule; none or several are for the caller to tell. */
export async function foundedVaults(statements: readonly Uint8Array[]): Promise<readonly VaultId[]> {
  const founded = await Promise.all(
    statements.map(async (bytes) => {
      const signed = await decodeStatement(bytes);
      if (signed === null || signed === 'newer-version' || signed.statement.body.kind !== 'found') return [];
      const { vaultId } = signed.statement;
      return (await verifyStatements([bytes], vaultId)).verified.map(() => vaultId);
    }),
  );
  return [...new Set(founded.flat())].sort(compareText);
}

/** Each statement once; the result depends only on the set of statements. */
export async function verifyStatements(
  statements: readonly Uint8Array[],
  vaultId: VaultId,
): Promise<Verification> {
  const rejected = new Map<StatementId, RejectionReason>();
  const candidates = new Map<StatementId, Candidate>();
  await Promise.all(
    statements.map(async (bytes) => {
      const candidate = await readCandidate(bytes, vaultId);
      if (typeof candidate === 'string') rejected.set(await statementIdOf(bytes), candidate);
      else candidates.set(candidate.signed.statement.id, candidate);
    }),
  );
  const keys = await verifyingKeys([...candidates.values()]);
  const verified = await Promise.all(
    [...candidates.values()].map(async ({ signed, introduces }): Promise<readonly VerifiedStatement[]> => {
      const key = keys.get(principalKey(signed.statement.issuer));
      if (key !== undefined && (await signatureIsValid(key, signed.signature, signed.signedBytes))) {
        return [{ statement: signed.statement, introduces }];
      }
      rejected.set(signed.statement.id, key === undefined ? 'unknown-issuer' : 'bad-signature');
      return [];
    }),
  );
  return {
    verified: verified.flat().sort((a, b) => compareText(a.statement.id, b.statement.id)),
    rejected: [...rejected].map(([id, reason]) => ({ id, reason })),
  };
}

interface Candidate {
  readonly signed: SignedStatement;
  readonly introduces: VerifiedStatement['introduces'];
}

async function readCandidate(bytes: Uint8Array, vaultId: VaultId): Promise<Candidate | RejectionReason> {
  const signed = await decodeStatement(bytes);
  if (signed === 'newer-version') return 'newer-version';
  if (signed === null) return 'malformed';
  const { statement } = signed;
  if (statement.vaultId !== vaultId) return 'other-vault';
  const { body } = statement;
  switch (body.kind) {
    case 'found':
    case 'admit': {
      const device = await readCertificate(body.certificate);
      if (device === null) return 'bad-certificate';
      if (body.kind === 'found' && !(await isFounder(device, statement))) return 'bad-certificate';
      return { signed, introduces: { kind: 'device', id: device.id, device } };
    }
    case 'recovery-key': {
      if (statement.issuer.kind !== 'device') return 'malformed';
      const sheet = await readSheet(body, vaultId);
      return sheet === null
        ? 'bad-signature'
        : { signed, introduces: { kind: 'recovery', id: sheet.id, sheet } };
    }
    case 'epoch': {
      const isGenuine = (await epochIdOf(body.commitment, body.counter)) === body.epochId;
      return isGenuine ? { signed, introduces: null } : 'malformed';
    }
    default:
      return { signed, introduces: null };
  }
}

async function isFounder(device: Device, { issuer, vaultId }: Statement): Promise<boolean> {
  return issuer.kind === 'device' && issuer.id === device.id && (await vaultIdOf(device)) === vaultId;
}

async function readSheet(
  body: Extract<Statement['body'], { kind: 'recovery-key' }>,
  vaultId: VaultId,
): Promise<Recovery | null> {
  const { x25519PublicKey, ed25519PublicKey, generation, countersignature } = body;
  const key = await verifyingKey(ed25519PublicKey);
  const countersigned = countersignedBytes(vaultId, generation, body);
  if (key === null || !(await signatureIsValid(key, countersignature, countersigned))) return null;
  return { id: await recoveryIdOf(ed25519PublicKey), x25519PublicKey, ed25519PublicKey };
}

/** A principal's id is the hash of its key, so whoever introduces it, it is the same key. */
async function verifyingKeys(candidates: readonly Candidate[]): Promise<ReadonlyMap<string, CryptoKey>> {
  const publicKeys = new Map<string, Bytes>();
  for (const { introduces } of candidates) {
    if (introduces === null) continue;
    const { ed25519PublicKey } = introduces.kind === 'device' ? introduces.device : introduces.sheet;
    publicKeys.set(principalKey(principalOf(introduces)), ed25519PublicKey);
  }
  const keys = new Map<string, CryptoKey>();
  await Promise.all(
    [...publicKeys].map(async ([principal, publicKey]) => {
      const key = await verifyingKey(publicKey);
      if (key !== null) keys.set(principal, key);
    }),
  );
  return keys;
}

export function principalOf(introduced: NonNullable<VerifiedStatement['introduces']>): Principal {
  return introduced.kind === 'device'
    ? { kind: 'device', id: introduced.id }
    : { kind: 'recovery', id: introduced.id };
}
