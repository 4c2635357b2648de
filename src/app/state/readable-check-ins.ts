// The check-ins that a client was given, in their readable form (exchange/readable). The key in a link is nobody's to keep.
import type { ReadableCheckIn } from '../../exchange/readable/readable-record.ts';
import { checkInState, readCheckIns } from '../../records/check-ins.ts';
import type { InnerDocument } from '../../sync/index.ts';

/** Newest first. */
export const readableCheckIns = (inner: InnerDocument, nowUtc: string): ReadableCheckIn[] =>
  readCheckIns(inner).map((checkIn) => {
    const { id, way, asked, language, createdAt, expiresAt, withdrawnAt, wordsCompared, taken } = checkIn;
    return {
      ...{ id, way, language, createdAt, expiresAt, withdrawnAt, wordsCompared },
      asked: asked.map(({ id: instrumentId, version }) => ({ instrumentId, version })),
      state: checkInState(checkIn, nowUtc),
      takenInAt: taken?.at ?? null,
    };
  });
