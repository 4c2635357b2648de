// Installs the service worker and offers its successors. Nothing reloads until the person says so.
import { Workbox } from 'workbox-window';
import { askIdentity } from './ask-identity.ts';
import type { WorkerIdentity, WorkerQuestion } from './worker-messages.ts';

export type UpdateState =
  | { readonly kind: 'none' }
  /** A new build is installed and waits. `identity` is null if it does not say which it is. */
  | { readonly kind: 'ready'; readonly identity: WorkerIdentity | null }
  | { readonly kind: 'applying' }
  /** Another tab took the new build; this one still runs the old code. */
  | { readonly kind: 'taken-elsewhere' };

export interface AppUpdatesOptions {
  /** Called before the reload; resolves when nothing typed is unsaved any more. */
  readonly settle: () => Promise<void>;
  readonly reload: () => void;
}

export class AppUpdates {
  state = $state.raw<UpdateState>({ kind: 'none' });

  readonly #options: AppUpdatesOptions;
  #registration: ServiceWorkerRegistration | undefined;

  constructor(options: AppUpdatesOptions) {
    this.#options = options;
  }

  /** Registers the worker; a browser without one (a private window may refuse) runs on without offline use. */
  async start(): Promise<'registered' | 'unavailable'> {
    if (!('serviceWorker' in navigator)) return 'unavailable';
    // Not before: where there is no service worker at all, as on plain http, Workbox throws when it is made.
    const workbox = new Workbox('./service-worker.js');
    workbox.addEventListener('waiting', (event) => void this.#offer(event.sw));
    workbox.addEventListener('controlling', (event) => this.#onControlling(event.isUpdate === true));
    try {
      this.#registration = await workbox.register();
    } catch (error) {
      if (error instanceof DOMException || error instanceof TypeError) return 'unavailable';
      throw error;
    }
    return this.#registration === undefined ? 'unavailable' : 'registered';
  }

  /** Looks for a new build now. Offline is no error: there is just nothing new. */
  async check(): Promise<void> {
    if (this.#registration === undefined || !navigator.onLine) return;
    try {
      await this.#registration.update();
    } catch (error) {
      // A server that cannot be reached rejects with TypeError; the next check will find it.
      if (!(error instanceof TypeError)) throw error;
    }
  }

  /** The person accepts: save what is open, let the new build take over, reload. */
  async apply(): Promise<void> {
    if (this.state.kind === 'taken-elsewhere') {
      await this.#options.settle();
      this.#options.reload();
      return;
    }
    if (this.state.kind !== 'ready') return;
    await this.#options.settle();
    this.state = { kind: 'applying' };
    const question: WorkerQuestion = { kind: 'take-over' };
    this.#registration?.waiting?.postMessage(question);
  }

  async #offer(worker: ServiceWorker | undefined): Promise<void> {
    this.state = { kind: 'ready', identity: worker === undefined ? null : await askIdentity(worker) };
  }

  #onControlling(isUpdate: boolean): void {
    if (this.state.kind === 'applying') this.#options.reload();
    else if (isUpdate) this.state = { kind: 'taken-elsewhere' };
  }
}
