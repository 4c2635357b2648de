// The directory document as the screens read it: opened behind the caseload, read through, never mirrored.
import type { DocumentHealth, InnerDocument, OpenDocument, VaultSession } from '../../sync/index.ts';
import { isWhole } from '../../sync/index.ts';

export class DirectoryState {
  readonly #session: VaultSession;
  #opening: Promise<OpenDocument> | null = null;
  #document = $state.raw<OpenDocument | null>(null);
  /** Goes up with every edit, so that whoever reads `inner` is told. */
  #version = $state(0);

  constructor(session: VaultSession) {
    this.#session = session;
  }

  /** Opened at the first call, after the caseload is on the screen; everything that writes into it waits for this. */
  get ready(): Promise<OpenDocument> {
    return (this.#opening ??= this.#open());
  }

  async #open(): Promise<OpenDocument> {
    const document = await this.#session.openDirectory();
    document.subscribe(() => {
      this.#version += 1;
    });
    this.#document = document;
    return document;
  }

  /** Whoever writes into it waits for `work`, which may put another in its place (B5): that one is opened then. */
  async whileItMayBeReplaced<T>(work: () => Promise<T>): Promise<T> {
    const before = await this.ready;
    const working = work();
    const after = (): OpenDocument | Promise<OpenDocument> => (before.isClosed ? this.#open() : before);
    this.#opening = working.then(after, after);
    try {
      return await working;
    } finally {
      await this.#opening;
    }
  }

  /** Its content; null until it is open. */
  get inner(): InnerDocument | null {
    return this.#version >= 0 ? (this.#document?.inner ?? null) : null;
  }

  /** What is wrong with the list of clients itself; null when nothing is, or nothing is known yet. */
  get trouble(): DocumentHealth | null {
    const health = this.#version >= 0 ? this.#document?.health : null;
    return health && !isWhole(health) ? health : null;
  }
}
