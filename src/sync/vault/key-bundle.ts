// Every epoch root and every client key: what a keyring holds besides its device's own keys, and what is sealed to the
// recovery sheet (K2, K3). Roots are only ever added.
import { byteWriter, compareText, malformed, mustAscend, type ByteReader } from './binary.ts';
import { bytesEqual, type Bytes } from './bytes.ts';
import { isSameEpoch, ROOT_BYTES, type EpochRoot } from './epoch-root.ts';
import { ID_BYTES, idFromBytes, idToBytes, type DocId, type EpochId } from './ids.ts';

export interface KeyBundle {
  /** Sorted by counter, then id. */
  readonly epochs: readonly EpochRoot[];
  /** K_c by the client document's id (K4). */
  readonly clientKeys: ReadonlyMap<DocId, Bytes>;
}

const inEpochOrder = (a: Pick<EpochRoot, 'id' | 'counter'>, b: Pick<EpochRoot, 'id' | 'counter'>): number =>
  a.counter - b.counter || compareText(a.id, b.id);

export function encodeKeyBundle(bundle: KeyBundle): Bytes {
  const writer = byteWriter().u16(bundle.epochs.length);
  for (const epoch of [...bundle.epochs].sort(inEpochOrder)) {
    writer.bytes(idToBytes(epoch.id)).u32(epoch.counter).bytes(epoch.root);
  }
  writer.u32(bundle.clientKeys.size);
  for (const [docId, key] of [...bundle.clientKeys].sort(([a], [b]) => compareText(a, b))) {
    writer.bytes(idToBytes(docId)).bytes(key);
  }
  return writer.done();
}

/** For use inside `parse`. */
export function readKeyBundle(reader: ByteReader): KeyBundle {
  const epochs = Array.from({ length: reader.u16() }, () => ({
    id: idFromBytes<EpochId>(reader.bytes(ID_BYTES)),
    counter: reader.u32(),
    root: reader.bytes(ROOT_BYTES),
  }));
  const clientCount = reader.u32();
  if (clientCount * (ID_BYTES + ROOT_BYTES) > reader.left()) malformed('more clients than bytes');
  const clients = Array.from({ length: clientCount }, (): [DocId, Bytes] => [
    idFromBytes<DocId>(reader.bytes(ID_BYTES)),
    reader.bytes(ROOT_BYTES),
  ]);
  mustAscend(epochs, inEpochOrder);
  mustAscend(clients, ([a], [b]) => compareText(a, b));
  return { epochs, clientKeys: new Map(clients) };
}

/** With one more root; throws if the id is known with another root, because roots are never replaced. */
export function withEpoch<B extends KeyBundle>(bundle: B, epoch: EpochRoot): B {
  if (bundle.epochs.some((known) => isSameEpoch(known, epoch))) return bundle;
  return { ...bundle, epochs: [...bundle.epochs, epoch].sort(inEpochOrder) };
}

/** With a client's key; throws if the client has another one. */
export function withClientKey<B extends KeyBundle>(bundle: B, docId: DocId, key: Bytes): B {
  const known = bundle.clientKeys.get(docId);
  if (known !== undefined && !bytesEqual(known, key)) throw new Error('another key for a known client');
  return { ...bundle, clientKeys: new Map(bundle.clientKeys).set(docId, key) };
}

/** Without a client's key: what it sealed can no longer be opened by this device (K5). */
export function withoutClientKey<B extends KeyBundle>(bundle: B, docId: DocId): B {
  const clientKeys = new Map(bundle.clientKeys);
  clientKeys.delete(docId);
  return { ...bundle, clientKeys };
}
