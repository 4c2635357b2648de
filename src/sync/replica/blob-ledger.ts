// Which edits of whom are here. Law: a pure fold over positions and covers, whatever their order. A number that is missing
// below the highest one of a session is a gap, shown as "edits missing from …" (VAULT B2), never a refusal.
import { coverOf, joinCovers, type BlobPosition, type SnapshotCover } from '../vault/snapshot-cover.ts';

export interface Gap {
  readonly deviceId: string;
  readonly sessionId: string;
  /** How many blobs are missing. */
  readonly missing: number;
}

export class BlobLedger {
  readonly #positions: BlobPosition[] = [];
  readonly #covers: SnapshotCover[] = [];

  add(position: BlobPosition): void {
    this.#positions.push(position);
  }

  addCover(cover: SnapshotCover): void {
    this.#covers.push(cover);
  }

  /** What is here, exactly: a gap stays a gap. */
  cover(): SnapshotCover {
    return joinCovers(coverOf(this.#positions), ...this.#covers);
  }

  /** The first number that a session has not used yet. */
  nextSeq({ deviceId, sessionId }: Pick<BlobPosition, 'deviceId' | 'sessionId'>): number {
    const session = this.cover().find(
      (covered) => covered.deviceId === deviceId && covered.sessionId === sessionId,
    );
    return (session?.ranges.at(-1)?.to ?? -1) + 1;
  }

  gaps(): Gap[] {
    return this.cover().flatMap(({ deviceId, sessionId, ranges }) => {
      let missing = 0;
      let expected = 0;
      for (const { from, to } of ranges) {
        missing += from - expected;
        expected = to + 1;
      }
      return missing > 0 ? [{ deviceId, sessionId, missing }] : [];
    });
  }
}
