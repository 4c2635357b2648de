// The backup of format 1, made by earlier code, opens with the words of its sheet, for the real price (VAULT P6, L4).
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../../src/exchange/backup-bundle.ts';
import { readClientRecord } from '../../../src/records/client-record.ts';
import { readClients, readOwnMeasures } from '../../../src/records/directory.ts';
import { isWhole } from '../../../src/sync/replica/document-health.ts';
import { restoreVault } from '../../../src/sync/replica/restore-vault.ts';
import { VaultDoor } from '../../../src/sync/replica/vault-door.ts';
import { deriveKeyWithArgon2 } from '../../../src/sync/vault/argon2.ts';
import { aboutV1, backupV1 } from '../../fixtures/vaults/read-vault.ts';
import { aDevice } from './a-practice.ts';

describe('the backup of format 1', () => {
  test('restores with the words of its sheet, and everything is in it', { timeout: 60_000 }, async () => {
    const about = aboutV1();
    const digest = (bytes: Uint8Array): Promise<Uint8Array> =>
      Promise.resolve(new Uint8Array(createHash('sha256').update(bytes).digest()));
    const bundle = await readBundle(new Uint8Array(backupV1()), digest, { breathe: () => Promise.resolve() });
    if (bundle.kind !== 'bundle') throw new Error(bundle.kind);
    const device = aDevice();
    const hold = { isStillWriter: () => Promise.resolve(true) };
    const door = new VaultDoor({ ...device.ports, deriveKey: deriveKeyWithArgon2 }, hold, false);
    const restored = await restoreVault(
      door,
      bundle.files,
      about.words.join(' '),
      'a new one for this device',
    );
    if (restored.kind !== 'restored') throw new Error(`${restored.reason} ${restored.where ?? ''}`);
    await restored.session.close();
    const outcome = await door.unlock('a new one for this device');
    if (outcome.kind !== 'open') throw new Error(outcome.kind);

    const { session } = outcome;
    const directory = await session.openDirectory();
    expect(readOwnMeasures(directory.inner).map(({ name }) => name)).toEqual(about.ownMeasures);
    const found = await Promise.all(
      readClients(directory.inner).map(async ({ id, sealedLabel, status }) => {
        const document = await session.openClient(id);
        const { entries } = readClientRecord(document.inner);
        const responses = entries.filter(({ kind }) => kind === 'response').length;
        return {
          label: await session.openLabel(id, sealedLabel),
          status,
          responses,
          isWhole: isWhole(document.health),
        };
      }),
    );
    const wanted = about.clients.map(({ label, tab, responses }) => ({
      label,
      status: tab.toLowerCase(),
      responses: responses.length,
      isWhole: true,
    }));
    expect(found.sort((a, b) => ((a.label ?? '') < (b.label ?? '') ? -1 : 1))).toEqual(wanted);
  });
});
