// When to fold a document's small blobs into one snapshot (VAULT B7).
export interface BlobSizes {
  readonly snapshotBytes: number;
  readonly editBytes: number;
  readonly editCount: number;
}

const mostEdits = 64;
/** Below this many blobs a snapshot saves less than the write costs. */
const fewestEdits = 8;

/** True when the small blobs outweigh the snapshot, or are more than 64. */
export const shouldCompact = ({ snapshotBytes, editBytes, editCount }: BlobSizes): boolean =>
  editCount > mostEdits || (editCount >= fewestEdits && editBytes > snapshotBytes);
