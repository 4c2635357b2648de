export interface RowWindow {
  /** First row drawn, zero-based. */
  readonly first: number;
  /** One past the last row drawn. */
  readonly end: number;
}

/** Rows beyond both edges of the screen, so that the next Tab or a quick scroll finds its row. */
const spare = 12;
/** So many are drawn at once, so that a usual caseload is found whole by the browser's own search and in print. */
const fewRows = 120;

/**
 * Which of `count` rows of one height have to be drawn.
 * @param seen the part of the list that is on screen, in pixels from the list's top; it may lie outside the list.
 */
export function rowWindow(
  count: number,
  rowHeight: number,
  seen: { readonly top: number; readonly height: number },
): RowWindow {
  if (count <= fewRows) return { first: 0, end: count };
  const firstSeen = Math.floor(seen.top / rowHeight);
  const endSeen = Math.ceil((seen.top + seen.height) / rowHeight);
  const first = Math.min(Math.max(0, firstSeen - spare), count);
  return { first, end: Math.max(first, Math.min(count, endSeen + spare)) };
}
