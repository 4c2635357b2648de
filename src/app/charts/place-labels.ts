export interface WantedLabel {
  readonly text: string;
  /** Centre, in pixels from the top. */
  readonly y: number;
  /** The larger wins where two would touch. */
  readonly weight: number;
}

/** Which labels fit above each other without touching, `height` pixels each; the rest stay unwritten (the table has them). */
export function placeLabels<Label extends WantedLabel>(wanted: readonly Label[], height: number): Label[] {
  const placed: Label[] = [];
  for (const label of [...wanted].sort((a, b) => b.weight - a.weight)) {
    if (placed.every((other) => Math.abs(other.y - label.y) >= height)) placed.push(label);
  }
  return placed;
}
