/** For anything that may take longer than half a second. An aborted signal ends the work by throwing its reason. */
export interface Progress {
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}
