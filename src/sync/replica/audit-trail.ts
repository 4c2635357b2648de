// Who did what to the vault itself, and when (HIPAA audit controls). Sealed rows, only ever added.
import { storeReasonOf } from '../store/store-failure.ts';
import type { VaultStore } from '../store/vault-store.ts';
import { fromUtf8, toUtf8 } from '../vault/text.ts';
import type { UnlockedKeys } from './unlocked-keys.ts';
import { Turns } from './turns.ts';

export const auditKinds = [
  'vault-made',
  'unlocked',
  'unlocked-by-passkey',
  'unlocked-by-pin',
  'passphrase-changed',
  'passkey-added',
  'passkey-removed',
  'sheet-made',
  'sheet-kept',
  'backup-made',
  'backup-merged',
  'restored',
  'exported',
  'handed-over',
  'imported',
  'client-erased',
  'damage-healed',
  'loss-accepted',
] as const;
export type AuditKind = (typeof auditKinds)[number];

export interface AuditEvent {
  /** UTC instant, ISO 8601. */
  readonly at: string;
  readonly what: AuditKind;
}

const context = ['audit'];
const isKind = (text: string | undefined): text is AuditKind => auditKinds.some((kind) => kind === text);

export class AuditTrail {
  readonly #tables: VaultStore;
  readonly #keys: UnlockedKeys;
  readonly #now: () => string;
  /** Lines that found no room, in order: written before the next one. */
  #waiting: Uint8Array[] = [];
  /** One line after the other. */
  readonly #turns = new Turns();

  constructor(tables: VaultStore, keys: UnlockedKeys, now: () => string) {
    this.#tables = tables;
    this.#keys = keys;
    this.#now = now;
  }

  /** Rejects if the line could not be kept. */
  async note(what: AuditKind): Promise<void> {
    const line = await this.#keys.sealItem('audit', context, toUtf8(`${this.#now()} ${what}`));
    await this.#write(line);
  }

  /** For what must not fail because the store is full or closed: the line waits until there is room. */
  async noteWhenThereIsRoom(what: AuditKind): Promise<void> {
    const line = await this.#keys.sealItem('audit', context, toUtf8(`${this.#now()} ${what}`));
    await this.#write(line).catch((error: unknown) => {
      if (storeReasonOf(error) === null) throw error;
      this.#waiting.push(line);
    });
  }

  /** Tries again what waits for room; a store that is still full leaves it waiting. */
  async writeWaiting(): Promise<void> {
    await this.#write().catch((error: unknown) => {
      if (storeReasonOf(error) === null) throw error;
    });
  }

  #write(line?: Uint8Array): Promise<void> {
    return this.#turns.take(async () => {
      for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
        await this.#tables.appendAudit(next);
        this.#waiting.shift();
      }
      if (line) await this.#tables.appendAudit(line);
    });
  }

  /** Newest first. Lines that do not open (damage, a later version) are left out and counted. */
  async read(): Promise<{ readonly events: readonly AuditEvent[]; readonly unreadable: number }> {
    const events: AuditEvent[] = [];
    let unreadable = 0;
    for (const { sealed } of await this.#tables.readAudit()) {
      const plain = await this.#keys.openItem('audit', context, sealed);
      const [at, what] = (plain && fromUtf8(plain))?.split(' ') ?? [];
      if (at !== undefined && isKind(what)) events.push({ at, what });
      else unreadable += 1;
    }
    return { events: events.reverse(), unreadable };
  }
}
