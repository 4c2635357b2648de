// Who did what to the vault itself, and when (HIPAA audit controls). Sealed rows, only ever added.
import type { VaultStore } from '../store/vault-store.ts';
import { fromUtf8, toUtf8 } from '../vault/text.ts';
import type { UnlockedKeys } from './unlocked-keys.ts';

export const auditKinds = [
  'vault-made',
  'unlocked',
  'unlocked-by-passkey',
  'passphrase-changed',
  'passkey-added',
  'passkey-removed',
  'sheet-made',
  'sheet-kept',
  'backup-made',
  'backup-merged',
  'restored',
  'exported',
  'imported',
  'client-erased',
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

  constructor(tables: VaultStore, keys: UnlockedKeys, now: () => string) {
    this.#tables = tables;
    this.#keys = keys;
    this.#now = now;
  }

  async note(what: AuditKind): Promise<void> {
    await this.#tables.appendAudit(
      await this.#keys.sealItem('audit', context, toUtf8(`${this.#now()} ${what}`)),
    );
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
