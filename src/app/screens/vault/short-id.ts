/** The first half-dozen signs of a random id, in threes: enough to tell two devices of one therapist apart. */
export function shortId(id: string): string {
  const start = id.replace(/[^0-9a-z]/gi, '').slice(0, 6);
  return `${start.slice(0, 3)} ${start.slice(3)}`.trim();
}
