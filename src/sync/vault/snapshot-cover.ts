// Which blobs a snapshot holds, sealed in front of its update (B2, B6, PROTOCOL 5). Exact: a gap is a blob not held.
// Laws: isCovered(coverOf(ps), p) is true for just the p in ps; decode(encode(x)) = x.
import { byteWriter, compareText, malformed, mustAscend, parse, type ByteReader } from './binary.ts';
import { concatBytes, type Bytes } from './bytes.ts';
import { ID_BYTES, idFromBytes, idToBytes, type DeviceId, type SessionId } from './ids.ts';

/** Where one blob stands in what a device wrote into a document. */
export interface BlobPosition {
  readonly deviceId: DeviceId;
  readonly sessionId: SessionId;
  readonly seq: number;
}

/** Inclusive at both ends. */
export interface SeqRange {
  readonly from: number;
  readonly to: number;
}

export interface CoveredSession {
  readonly deviceId: DeviceId;
  readonly sessionId: SessionId;
  /** Ascending, with a gap between any two. */
  readonly ranges: readonly SeqRange[];
}

/** Sorted by device, then session. */
export type SnapshotCover = readonly CoveredSession[];

export interface PlainSnapshot {
  readonly cover: SnapshotCover;
  readonly update: Bytes;
}

export const coverOf = (positions: Iterable<BlobPosition>): SnapshotCover =>
  fromRanges(Array.from(positions, ({ seq, ...session }) => ({ ...session, from: seq, to: seq })));

export const joinCovers = (...covers: readonly SnapshotCover[]): SnapshotCover =>
  fromRanges(
    covers
      .flat()
      .flatMap(({ deviceId, sessionId, ranges }) =>
        ranges.map((range) => ({ deviceId, sessionId, ...range })),
      ),
  );

export function isCovered(cover: SnapshotCover, position: BlobPosition): boolean {
  const session = cover.find((candidate) => inSessionOrder(candidate, position) === 0);
  return session?.ranges.some(({ from, to }) => from <= position.seq && position.seq <= to) ?? false;
}

export function encodeSnapshot(snapshot: PlainSnapshot): Bytes {
  const writer = byteWriter().u32(snapshot.cover.length);
  for (const { deviceId, sessionId, ranges } of snapshot.cover) {
    writer.bytes(idToBytes(deviceId)).bytes(idToBytes(sessionId)).u16(ranges.length);
    for (const { from, to } of ranges) writer.u32(from).u32(to);
  }
  return concatBytes(writer.done(), snapshot.update);
}

/** Null if malformed. */
export function decodeSnapshot(plain: Uint8Array): PlainSnapshot | null {
  return parse(plain, (reader) => {
    const sessionCount = reader.u32();
    if (sessionCount * (2 * ID_BYTES) > reader.left()) malformed('more sessions than bytes');
    const cover = Array.from({ length: sessionCount }, () => readSession(reader));
    return { cover: mustAscend(cover, inSessionOrder), update: reader.rest() };
  });
}

function readSession(reader: ByteReader): CoveredSession {
  const deviceId = idFromBytes<DeviceId>(reader.bytes(ID_BYTES));
  const sessionId = idFromBytes<SessionId>(reader.bytes(ID_BYTES));
  const ranges = Array.from({ length: reader.u16() }, () => ({ from: reader.u32(), to: reader.u32() }));
  if (ranges.length === 0 || ranges.some(({ from, to }) => from > to)) malformed('an empty range');
  // Touching ranges would be a second encoding of the same cover.
  mustAscend(ranges, (a, b) => (b.from > a.to + 1 ? -1 : 1));
  return { deviceId, sessionId, ranges };
}

type SessionKey = Pick<BlobPosition, 'deviceId' | 'sessionId'>;

const inSessionOrder = (a: SessionKey, b: SessionKey): number =>
  compareText(a.deviceId, b.deviceId) || compareText(a.sessionId, b.sessionId);

function fromRanges(ranges: readonly (SessionKey & SeqRange)[]): SnapshotCover {
  const cover: { deviceId: DeviceId; sessionId: SessionId; ranges: SeqRange[] }[] = [];
  for (const { deviceId, sessionId, from, to } of [...ranges].sort(
    (a, b) => inSessionOrder(a, b) || a.from - b.from,
  )) {
    let session = cover.at(-1);
    if (session === undefined || inSessionOrder(session, { deviceId, sessionId }) !== 0) {
      session = { deviceId, sessionId, ranges: [] };
      cover.push(session);
    }
    const last = session.ranges.at(-1);
    if (last === undefined || from > last.to + 1) session.ranges.push({ from, to });
    else session.ranges[session.ranges.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return cover;
}
