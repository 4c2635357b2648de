// A registry statement: who says what about which vault, signed (R1, PROTOCOL 7). This file is the envelope; the
// payloads of the eight kinds are in statement-body.ts.
import { byteWriter, malformed, parse } from '../vault/binary.ts';
import { concatBytes, sha256, type Bytes } from '../vault/bytes.ts';
import type { DeviceWithSecrets } from '../vault/device.ts';
import { ID_BYTES, idFromBytes, idToBytes } from '../vault/ids.ts';
import type { StatementId, VaultId } from '../vault/ids.ts';
import { sign, SIGNATURE_BYTES, signingKey } from '../vault/key-pairs.ts';
import { readRecordHeader, RECORD_HEADER_BYTES, recordHeader } from '../vault/record-header.ts';
import type { RecoveryWithSecrets } from '../vault/recovery.ts';
import { readPrincipal, writePrincipal, type Principal } from './principal.ts';
import {
  encodeBody,
  MAX_PAYLOAD_BYTES,
  readBody,
  STATEMENT_CODES,
  type StatementBody,
} from './statement-body.ts';

export interface Statement {
  readonly id: StatementId;
  readonly vaultId: VaultId;
  readonly issuer: Principal;
  /** UTC milliseconds by the issuer's clock. Shown, and orders names; no right follows from it. */
  readonly createdAtMs: number;
  readonly body: StatementBody;
}

/** A statement as it came, its signature not yet checked. */
export interface SignedStatement {
  readonly statement: Statement;
  readonly signedBytes: Bytes;
  readonly signature: Bytes;
}

export interface Signer {
  readonly issuer: Principal;
  readonly signingKey: CryptoKey;
}

export const deviceSigner = async (
  device: Pick<DeviceWithSecrets, 'id' | 'ed25519Seed'>,
): Promise<Signer> => ({
  issuer: { kind: 'device', id: device.id },
  signingKey: await signingKey(device.ed25519Seed),
});

export const recoverySigner = async (sheet: RecoveryWithSecrets): Promise<Signer> => ({
  issuer: { kind: 'recovery', id: sheet.id },
  signingKey: await signingKey(sheet.ed25519.seed),
});

/** UTC milliseconds of an ISO instant; throws if it is none. */
export function utcMs(iso: string): number {
  const ms = Date.parse(iso);
  if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError('not an instant since 1970');
  return ms;
}

/** `now` gives an ISO 8601 instant in UTC. */
export async function signStatement(
  body: StatementBody,
  vaultId: VaultId,
  signer: Signer,
  now: () => string,
): Promise<Bytes> {
  const writer = byteWriter().bytes(recordHeader('statement')).u8(STATEMENT_CODES[body.kind]);
  writePrincipal(writer.bytes(idToBytes(vaultId)), signer.issuer);
  const signed = writer.u64(utcMs(now())).var32(encodeBody(body)).done();
  return concatBytes(signed, await sign(signer.signingKey, signed));
}

export const statementIdOf = async (bytes: Uint8Array): Promise<StatementId> =>
  idFromBytes<StatementId>(await sha256(bytes));

/** Decodes without checking the signature. Null if malformed; 'newer-version' if a later version wrote it. */
export async function decodeStatement(bytes: Uint8Array): Promise<SignedStatement | 'newer-version' | null> {
  const header = readRecordHeader(bytes, 'statement');
  if (header !== 'ours') return header === 'newer-version' ? header : null;
  const read = parse(bytes, (reader) => {
    reader.bytes(RECORD_HEADER_BYTES);
    const code = reader.u8();
    const vaultId = idFromBytes<VaultId>(reader.bytes(ID_BYTES));
    const issuer = readPrincipal(reader);
    const createdAtMs = reader.u64();
    const body = parse(reader.var32(MAX_PAYLOAD_BYTES), (payload) => readBody(code, payload));
    const signature = reader.bytes(SIGNATURE_BYTES);
    return { vaultId, issuer, createdAtMs, body: body ?? malformed('payload'), signature };
  });
  if (read === null) return null;
  const { signature, ...content } = read;
  const signedBytes = new Uint8Array(bytes.slice(0, bytes.length - SIGNATURE_BYTES));
  return { statement: { id: await statementIdOf(bytes), ...content }, signedBytes, signature };
}
