// The blobs of one document that were opened and applied to its inner one, and what is known of the others (VAULT B2, B3). Only
// an applied blob may be deleted by a compaction (B7).
import * as Y from 'yjs';
import { bytesEqual, sha256 } from '../vault/bytes.ts';
import type { BlobPosition, SnapshotCover } from '../vault/snapshot-cover.ts';
import { toHex } from '../vault/text.ts';
import { BlobLedger, type Gap } from './blob-ledger.ts';
import type { BlobSizes } from './compaction.ts';
import type { DocumentSealer, OpenedBlob } from './document-sealer.ts';
import type { SetAside } from './quarantine.ts';

export interface AppliedBlobsDeps {
  readonly docId: string;
  readonly inner: Y.Doc;
  readonly sealer: DocumentSealer;
  /** SHA-256 in hex of blobs that were found untrusted before: their signature is checked again (B3). */
  readonly mustCheck: ReadonlySet<string>;
  readonly quarantine: (rows: readonly SetAside[]) => Promise<void>;
}

/** Edits that come from the outer document carry this origin, so that they are not sealed again. */
export const fromBlobs = Symbol('from sealed blobs');

export class AppliedBlobs {
  readonly #deps: AppliedBlobsDeps;
  readonly #ledger = new BlobLedger();
  readonly #applied = new Set<Uint8Array>();
  readonly #snapshots = new Set<Uint8Array>();
  /** Everything that was looked at once, whatever came of it. */
  readonly #met = new WeakSet<Uint8Array>();
  /** A number belongs to the first bytes that came under it, whichever way and whenever others come (B2). */
  readonly #bytesByNumber = new Map<string, Uint8Array>();
  #damaged = 0;
  #late = 0;

  constructor(deps: AppliedBlobsDeps) {
    this.#deps = deps;
  }

  /** How many could not be opened although the key is here. */
  get damaged(): number {
    return this.#damaged;
  }

  /** How many wait for an epoch. */
  get late(): number {
    return this.#late;
  }

  gaps(): readonly Gap[] {
    return this.#ledger.gaps();
  }

  cover(): SnapshotCover {
    return this.#ledger.cover();
  }

  /** The first number that this session has not used yet, as far as the blobs tell. */
  nextSeq(): number {
    return this.#ledger.nextSeq(this.#deps.sealer.own);
  }

  has(blob: Uint8Array): boolean {
    return this.#applied.has(blob);
  }

  /**
   * Of all the blobs that the document holds now, opens those that are new here, applies them in one inner transaction and
   * books what could not be opened.
   */
  async open(all: readonly Uint8Array[]): Promise<void> {
    const { docId, inner, quarantine } = this.#deps;
    const blobs = all.filter((blob) => !this.#met.has(blob));
    const opened = await Promise.all(blobs.map((blob) => this.#openOne(blob)));
    for (const blob of blobs) this.#met.add(blob);
    const setAside: SetAside[] = [];
    inner.transact(() => {
      for (const [index, result] of opened.entries()) {
        const blob = blobs[index];
        if (!blob) continue;
        if (result.kind === 'late') {
          this.#late += 1;
          continue;
        }
        if (result.kind === 'damaged') {
          this.#damaged += 1;
          setAside.push({ docId, reason: result.reason, bytes: blob });
          continue;
        }
        const number = nameOf(result.position);
        const twin = this.#bytesByNumber.get(number);
        if (twin && !bytesEqual(twin, blob)) {
          setAside.push({ docId, reason: 'repeat-with-other-bytes', bytes: blob });
          this.#damaged += 1;
          continue;
        }
        this.#bytesByNumber.set(number, blob);
        Y.applyUpdate(inner, result.update, fromBlobs);
        this.#ledger.add(result.position);
        if (result.kind === 'snapshot') {
          this.#ledger.addCover(result.cover);
          this.#snapshots.add(blob);
        }
        this.#applied.add(blob);
      }
    }, fromBlobs);
    if (setAside.length > 0) await quarantine(setAside);
  }

  async #openOne(blob: Uint8Array): Promise<OpenedBlob> {
    const { sealer, mustCheck } = this.#deps;
    const checkSignature = mustCheck.size > 0 && mustCheck.has(toHex(await sha256(blob)));
    return sealer.open(blob, { checkSignature });
  }

  /** A blob that was sealed here: the inner document has its edits already. */
  addOwn(blob: Uint8Array, seq: number): void {
    const position = { ...this.#deps.sealer.own, seq };
    this.#ledger.add(position);
    this.#bytesByNumber.set(nameOf(position), blob);
    this.#met.add(blob);
    this.#applied.add(blob);
  }

  /** A snapshot, sealed here, has taken the place of everything that was applied. */
  foldedInto(snapshot: Uint8Array, seq: number): void {
    this.#applied.clear();
    this.#snapshots.clear();
    this.#snapshots.add(snapshot);
    this.addOwn(snapshot, seq);
  }

  sizes(): BlobSizes {
    let snapshotBytes = 0;
    let editBytes = 0;
    for (const blob of this.#applied) {
      if (this.#snapshots.has(blob)) snapshotBytes += blob.length;
      else editBytes += blob.length;
    }
    return { snapshotBytes, editBytes, editCount: this.#applied.size - this.#snapshots.size };
  }
}

const nameOf = ({ deviceId, sessionId, seq }: BlobPosition): string => `${deviceId}/${sessionId}/${seq}`;
