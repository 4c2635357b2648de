// One sealed backup file, made and taken in; and when the last one was made, always in view.
import type { BundleRefusal } from '../../exchange/backup-bundle.ts';
import { collectBackup, mergeBackup, type BackupRefusal, type RefusedDocument } from '../../sync/index.ts';
import { clientIdFrom } from '../../records/ids.ts';
import { digest, screenPace } from './breathe.ts';
import { today } from './now.ts';
import type { Practice } from './practice.svelte.ts';

export type BackupMaking =
  | {
      readonly kind: 'made';
      readonly name: string;
      readonly blob: Blob;
      readonly clients: number;
      /** Records in which something is damaged or missing: they are in the backup as they are. */
      readonly incomplete: number;
    }
  | { readonly kind: 'cancelled' };

/** A record of a backup that was not taken in. */
export interface LeftOut {
  readonly docId: string;
  /** Null: a client that is not in the list, or the list of clients itself. */
  readonly label: string | null;
  readonly isDirectory: boolean;
  readonly why: RefusedDocument['why'];
}

export type BackupMerging =
  | {
      readonly kind: 'merged';
      readonly documents: number;
      readonly newBlobs: number;
      /** Records that were left out; what is here of them stays as it was. */
      readonly refused: readonly LeftOut[];
    }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'refused';
      readonly reason: BundleRefusal | BackupRefusal['reason'];
      readonly where?: string;
    };

export interface BackupRun {
  readonly doing: 'making' | 'merging';
  readonly done: number;
  readonly of: number;
}

export class BackupState {
  readonly #practice: Practice;
  #lastAt = $state<string | null>(null);
  #running = $state.raw<BackupRun | null>(null);

  constructor(practice: Practice) {
    this.#practice = practice;
  }

  async look(): Promise<void> {
    this.#lastAt = await this.#practice.session.lastBackupAt();
  }

  get lastBackupAt(): string | null {
    return this.#lastAt;
  }

  get running(): BackupRun | null {
    return this.#running;
  }

  async make(signal?: AbortSignal): Promise<BackupMaking> {
    const { session } = this.#practice;
    const run = (done: number, of: number): void => {
      this.#running = { doing: 'making', done, of };
    };
    run(0, 1);
    try {
      const { writeBundle } = await import('../../exchange/backup-bundle.ts');
      const collected = await collectBackup(session, { onProgress: run, ...(signal ? { signal } : {}) });
      const meta = { vaultId: session.vaultId, createdAt: new Date().toISOString() };
      const written = await writeBundle(collected.files, meta, digest, screenPace(signal ? { signal } : {}));
      if (written.kind === 'cancelled') return written;
      return {
        kind: 'made',
        name: `soundings-${today()}.soundings-backup`,
        blob: new Blob([new Uint8Array(written.bytes)], { type: 'application/octet-stream' }),
        clients: collected.clients,
        incomplete: collected.incomplete,
      };
    } catch (error) {
      if (signal?.aborted) return { kind: 'cancelled' };
      throw error;
    } finally {
      this.#running = null;
    }
  }

  /** To be called once the file was handed to the browser. */
  async noteDownloaded(): Promise<void> {
    await this.#practice.session.noteBackup();
    await this.look();
  }

  /** Takes in a backup of this same vault: what is missing comes in, nothing is overwritten. */
  async merge(file: Blob, signal?: AbortSignal): Promise<BackupMerging> {
    const run = (done: number, of: number): void => {
      this.#running = { doing: 'merging', done, of };
    };
    run(0, 1);
    try {
      const { readBundle } = await import('../../exchange/backup-bundle.ts');
      const bundle = await readBundle(
        new Uint8Array(await file.arrayBuffer()),
        digest,
        screenPace(signal ? { signal } : {}),
      );
      if (bundle.kind === 'cancelled') return bundle;
      if (bundle.kind === 'refused') return { kind: 'refused', reason: bundle.reason, where: bundle.detail };
      const { session } = this.#practice;
      if (bundle.meta.vaultId !== session.vaultId) return { kind: 'refused', reason: 'other-vault' };
      await this.#practice.closeClients();
      const merged = await this.#practice.replacingDirectory(() =>
        mergeBackup(session, bundle.files, { onProgress: run, ...(signal ? { signal } : {}) }),
      );
      if (merged.kind === 'refused') return merged;
      const { documents, newBlobs } = merged;
      const refused = await Promise.all(merged.refused.map((one) => this.#leftOut(one)));
      return { kind: 'merged', documents, newBlobs, refused };
    } catch (error) {
      if (signal?.aborted) return { kind: 'cancelled' };
      throw error;
    } finally {
      this.#running = null;
    }
  }

  async #leftOut({ docId, why }: RefusedDocument): Promise<LeftOut> {
    const owner = await this.#practice.session.ownerOf(docId);
    const id = owner && clientIdFrom(owner.clientId);
    const label = (id && this.#practice.clientSummary(id)?.label) ?? null;
    return { docId, label, isDirectory: docId === this.#practice.session.directoryId, why };
  }
}
