// The payloads of the statements (PROTOCOL 7, table). Lists of statement ids are sorted; a writer sorts them.
import { byteWriter, compareText, malformed, mustAscend, type ByteReader } from '../vault/binary.ts';
import type { Bytes } from '../vault/bytes.ts';
import { CERTIFICATE_BYTES } from '../vault/device.ts';
import { ROOT_BYTES } from '../vault/epoch-root.ts';
import { ID_BYTES, idFromBytes, idToBytes } from '../vault/ids.ts';
import type { DeviceId, DocId, EpochId, StatementId } from '../vault/ids.ts';
import { PUBLIC_KEY_BYTES, SIGNATURE_BYTES } from '../vault/key-pairs.ts';
import { BOX_OVERHEAD_BYTES } from '../vault/sealed-box.ts';
import { readHeld, writeHeld, type HeldPosition } from './held-positions.ts';
import { readPrincipal, writePrincipal, type Principal } from './principal.ts';

export type StatementBody =
  | { readonly kind: 'found'; readonly certificate: Bytes }
  | { readonly kind: 'admit'; readonly certificate: Bytes }
  | {
      readonly kind: 'revoke';
      readonly deviceId: DeviceId;
      /** The device's statements that the revoker lets stand; all others are void. */
      readonly seen: readonly StatementId[];
      readonly held: readonly HeldPosition[];
    }
  | {
      readonly kind: 'epoch';
      readonly epochId: EpochId;
      readonly counter: number;
      readonly commitment: Bytes;
    }
  | { readonly kind: 'grant'; readonly epochId: EpochId; readonly recipient: Principal; readonly box: Bytes }
  | { readonly kind: 'erased'; readonly docId: DocId }
  | {
      readonly kind: 'recovery-key';
      readonly generation: number;
      readonly x25519PublicKey: Bytes;
      readonly ed25519PublicKey: Bytes;
      readonly countersignature: Bytes;
      /** Statements of the older sheets that stand. */
      readonly seen: readonly StatementId[];
    }
  | { readonly kind: 'device-name'; readonly deviceId: DeviceId; readonly sealedName: Bytes };

export type StatementKind = StatementBody['kind'];

export const STATEMENT_CODES: Readonly<Record<StatementKind, number>> = {
  found: 1,
  admit: 2,
  revoke: 3,
  epoch: 4,
  grant: 5,
  erased: 6,
  'recovery-key': 7,
  'device-name': 8,
};

export const MAX_PAYLOAD_BYTES = 4 * 1024 * 1024;
const STATEMENT_ID_BYTES = 32;

export function encodeBody(body: StatementBody): Bytes {
  const writer = byteWriter();
  switch (body.kind) {
    case 'found':
    case 'admit':
      return writer.bytes(body.certificate).done();
    case 'revoke':
      writer.bytes(idToBytes(body.deviceId)).bytes(encodeSeen(body.seen));
      return writeHeld(writer, body.held).done();
    case 'epoch':
      return writer.bytes(idToBytes(body.epochId)).u32(body.counter).bytes(body.commitment).done();
    case 'grant':
      return writePrincipal(writer.bytes(idToBytes(body.epochId)), body.recipient)
        .bytes(body.box)
        .done();
    case 'erased':
      return writer.bytes(idToBytes(body.docId)).done();
    case 'recovery-key':
      writer.u32(body.generation).bytes(body.x25519PublicKey).bytes(body.ed25519PublicKey);
      return writer.bytes(body.countersignature).bytes(encodeSeen(body.seen)).done();
    case 'device-name':
      return writer.bytes(idToBytes(body.deviceId)).var16(body.sealedName).done();
  }
}

/** For use inside `parse`; an unknown code is malformed. */
export function readBody(code: number, reader: ByteReader): StatementBody {
  switch (code) {
    case STATEMENT_CODES.found:
      return { kind: 'found', certificate: reader.bytes(CERTIFICATE_BYTES) };
    case STATEMENT_CODES.admit:
      return { kind: 'admit', certificate: reader.bytes(CERTIFICATE_BYTES) };
    case STATEMENT_CODES.revoke:
      return { kind: 'revoke', deviceId: readId(reader), seen: readSeen(reader), held: readHeld(reader) };
    case STATEMENT_CODES.epoch: {
      const [epochId, counter] = [readId<EpochId>(reader), atLeastOne(reader.u32())];
      return { kind: 'epoch', epochId, counter, commitment: reader.bytes(32) };
    }
    case STATEMENT_CODES.grant: {
      const [epochId, recipient] = [readId<EpochId>(reader), readPrincipal(reader)];
      return { kind: 'grant', epochId, recipient, box: reader.bytes(ROOT_BYTES + BOX_OVERHEAD_BYTES) };
    }
    case STATEMENT_CODES.erased:
      return { kind: 'erased', docId: readId(reader) };
    case STATEMENT_CODES['recovery-key']:
      return {
        kind: 'recovery-key',
        generation: atLeastOne(reader.u32()),
        x25519PublicKey: reader.bytes(PUBLIC_KEY_BYTES),
        ed25519PublicKey: reader.bytes(PUBLIC_KEY_BYTES),
        countersignature: reader.bytes(SIGNATURE_BYTES),
        seen: readSeen(reader),
      };
    case STATEMENT_CODES['device-name']:
      return { kind: 'device-name', deviceId: readId(reader), sealedName: reader.var16() };
    default:
      return malformed('no such kind of statement');
  }
}

const readId = <I extends DeviceId | DocId | EpochId>(reader: ByteReader): I =>
  idFromBytes<I>(reader.bytes(ID_BYTES));

const atLeastOne = (value: number): number => (value >= 1 ? value : malformed('counts from 1'));

function encodeSeen(seen: readonly StatementId[]): Bytes {
  const sorted = [...new Set(seen)].sort(compareText);
  const writer = byteWriter().u32(sorted.length);
  for (const id of sorted) writer.bytes(idToBytes(id));
  return writer.done();
}

function readSeen(reader: ByteReader): readonly StatementId[] {
  const count = reader.u32();
  if (count * STATEMENT_ID_BYTES > reader.left()) malformed('more ids than bytes');
  const ids = Array.from({ length: count }, () => idFromBytes<StatementId>(reader.bytes(STATEMENT_ID_BYTES)));
  return mustAscend(ids, compareText);
}
