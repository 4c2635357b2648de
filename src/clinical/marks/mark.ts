// What is marked in a session with one key. Plain names for moments that process research and supervision come back to; the
// therapist's own labels stand beside them.

/** In the order in which they are offered. */
export const builtInMarks = ['insight', 'avoidance', 'rupture', 'homework', 'risk'] as const;
export type BuiltInMark = (typeof builtInMarks)[number];

/** A built-in mark, or 'own-<random>' for a label of the practice's own. */
export type MarkId = BuiltInMark | `own-${string}`;

/** Own labels that are offered at once: each has a digit as its key. */
export const mostOwnMarks = 5;

export const isBuiltInMark = (id: MarkId): id is BuiltInMark => builtInMarks.some((mark) => mark === id);
