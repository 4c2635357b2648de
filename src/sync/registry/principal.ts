// Who may issue statements and receive roots: a device or a recovery sheet (PROTOCOL 7.1).
import { malformed, type ByteReader, type ByteWriter } from '../vault/binary.ts';
import { ID_BYTES, idFromBytes, idToBytes, type DeviceId, type RecoveryId } from '../vault/ids.ts';

export type Principal =
  { readonly kind: 'device'; readonly id: DeviceId } | { readonly kind: 'recovery'; readonly id: RecoveryId };

const CODES = { device: 1, recovery: 2 } as const;

/** 17 bytes: the kind and the id. */
export const writePrincipal = (writer: ByteWriter, principal: Principal): ByteWriter =>
  writer.u8(CODES[principal.kind]).bytes(idToBytes(principal.id));

export function readPrincipal(reader: ByteReader): Principal {
  const code = reader.u8();
  const id = reader.bytes(ID_BYTES);
  if (code === CODES.device) return { kind: 'device', id: idFromBytes<DeviceId>(id) };
  if (code === CODES.recovery) return { kind: 'recovery', id: idFromBytes<RecoveryId>(id) };
  return malformed('no such kind of principal');
}

/** A key for maps: devices and sheets never share one. */
export const principalKey = (principal: Principal): string => `${principal.kind}:${principal.id}`;
