// What a revoker holds from the revoked device: the highest seq per document and session (R3, PROTOCOL 7.3). Document ids
// stand once in a table, so that ten years of sessions stay small.
import { compareText, malformed, mustAscend, type ByteReader, type ByteWriter } from '../vault/binary.ts';
import { ID_BYTES, idFromBytes, idToBytes, type DocId, type SessionId } from '../vault/ids.ts';

export interface HeldPosition {
  readonly docId: DocId;
  readonly sessionId: SessionId;
  /** The highest; all lower ones of this document and session count as held. */
  readonly seq: number;
}

const inHeldOrder = (a: HeldPosition, b: HeldPosition): number =>
  compareText(a.sessionId, b.sessionId) || compareText(a.docId, b.docId);

/** One position per document and session, the highest, sorted. */
export function highestHeld(positions: readonly HeldPosition[]): readonly HeldPosition[] {
  const highest = new Map<string, HeldPosition>();
  for (const position of positions) {
    const key = `${position.sessionId} ${position.docId}`;
    const known = highest.get(key);
    if (known === undefined || known.seq < position.seq) highest.set(key, position);
  }
  return [...highest.values()].sort(inHeldOrder);
}

export function writeHeld(writer: ByteWriter, positions: readonly HeldPosition[]): ByteWriter {
  const held = highestHeld(positions);
  const docIds = [...new Set(held.map(({ docId }) => docId))].sort(compareText);
  const indexOf = new Map(docIds.map((docId, index) => [docId, index]));
  writer.u16(docIds.length);
  for (const docId of docIds) writer.bytes(idToBytes(docId));
  const bySession = new Map<SessionId, HeldPosition[]>();
  for (const position of held) {
    const entries = bySession.get(position.sessionId);
    if (entries === undefined) bySession.set(position.sessionId, [position]);
    else entries.push(position);
  }
  writer.u32(bySession.size);
  for (const [sessionId, entries] of bySession) {
    writer.bytes(idToBytes(sessionId)).u16(entries.length);
    for (const { docId, seq } of entries) writer.u16(indexOf.get(docId) ?? 0).u32(seq);
  }
  return writer;
}

/** For use inside `parse`. */
export function readHeld(reader: ByteReader): readonly HeldPosition[] {
  const docIds = Array.from({ length: reader.u16() }, () => idFromBytes<DocId>(reader.bytes(ID_BYTES)));
  mustAscend(docIds, compareText);
  const sessionCount = reader.u32();
  if (sessionCount * ID_BYTES > reader.left()) malformed('more sessions than bytes');
  const held = Array.from({ length: sessionCount }, () => readSession(reader, docIds)).flat();
  mustAscend(held, inHeldOrder);
  if (new Set(held.map(({ docId }) => docId)).size !== docIds.length) malformed('an unused document');
  return held;
}

function readSession(reader: ByteReader, docIds: readonly DocId[]): HeldPosition[] {
  const sessionId = idFromBytes<SessionId>(reader.bytes(ID_BYTES));
  const entryCount = reader.u16();
  if (entryCount === 0) malformed('an empty session');
  return Array.from({ length: entryCount }, () => ({
    docId: docIds[reader.u16()] ?? malformed('no such document'),
    sessionId,
    seq: reader.u32(),
  }));
}

/** True if a blob was held by the revoker; every other one of the revoked device goes into quarantine (R3). */
export function wasHeld(held: readonly HeldPosition[], blob: HeldPosition): boolean {
  return held.some(
    ({ docId, sessionId, seq }) => docId === blob.docId && sessionId === blob.sessionId && blob.seq <= seq,
  );
}
