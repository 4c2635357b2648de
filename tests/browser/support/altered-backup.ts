// Backups that are whole as files and still not to be taken in.
import { createHash } from 'node:crypto';
import { readBundle, writeBundle, type Digest } from '../../../src/exchange/backup-bundle.ts';

const digest: Digest = (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest());
const pace = { breathe: () => Promise.resolve() };

/** The same pieces in a whole file that says it is of another vault. */
export async function ofAnotherVault(backup: Buffer): Promise<Buffer> {
  const bundle = await readBundle(new Uint8Array(backup), digest, pace);
  if (bundle.kind !== 'bundle') throw new Error(`the backup is ${bundle.kind}`);
  const meta = { ...bundle.meta, vaultId: 'f'.repeat(bundle.meta.vaultId.length) };
  const written = await writeBundle(bundle.files, meta, digest, pace);
  if (written.kind !== 'written') throw new Error(written.kind);
  return Buffer.from(written.bytes);
}

/** Later code may end a file in another way: the version is read before the tail is believed. */
export function ofLaterCode(backup: Buffer): Buffer {
  const text = '"version":1';
  const at = backup.indexOf(text);
  if (at < 0) throw new Error('the backup does not say its version');
  const later = Buffer.from(backup);
  later.write('2', at + text.length - 1, 'latin1');
  return later;
}
