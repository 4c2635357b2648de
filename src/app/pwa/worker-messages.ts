/** What the page may ask of a service worker: who are you, and take over now. */
export type WorkerQuestion = { readonly kind: 'who-are-you' } | { readonly kind: 'take-over' };

/** Which build a service worker belongs to. */
export interface WorkerIdentity {
  readonly version: string;
  readonly hash: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

export function isWorkerQuestion(value: unknown): value is WorkerQuestion {
  return isRecord(value) && (value['kind'] === 'who-are-you' || value['kind'] === 'take-over');
}

export function isWorkerIdentity(value: unknown): value is WorkerIdentity {
  return isRecord(value) && typeof value['version'] === 'string' && typeof value['hash'] === 'string';
}
