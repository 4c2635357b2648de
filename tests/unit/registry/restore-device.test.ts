import { describe, expect, test } from 'vitest';
import { withClientKey, withEpoch } from '../../../src/sync/vault/key-bundle.ts';
import { newEpochRoot } from '../../../src/sync/vault/epoch-root.ts';
import type { DocId } from '../../../src/sync/vault/ids.ts';
import { recoveryFromSeed } from '../../../src/sync/vault/recovery.ts';
import { readRecovery, recoveryWords } from '../../../src/sync/vault/recovery-words.ts';
import { sealForRecovery } from '../../../src/sync/vault/recovery-keyring.ts';
import { foundVault } from '../../../src/sync/registry/found-vault.ts';
import { replaceSheet } from '../../../src/sync/registry/register-sheet.ts';
import { restoreDevice, type Restoring } from '../../../src/sync/registry/restore-device.ts';
import { decodeStatement, deviceSigner, signStatement } from '../../../src/sync/registry/statement.ts';
import { anId } from '../vault/a-vault.ts';
import { flippedCopies, seededRandom, steppingClock } from '../vault/seeded-random.ts';
import { viewOf } from './a-practice.ts';

async function aBackup() {
  const [random, now] = [seededRandom(1), steppingClock()];
  const vault = await foundVault({ random, now, deviceName: 'desk' });
  const keyring = withClientKey(
    withClientKey(vault.keyring, anId<DocId>(1), random(32).slice()),
    anId<DocId>(2),
    random(32).slice(),
  );
  const sealedForRecovery = await sealForRecovery(keyring, vault.vaultId, vault.recovery, random);
  const { statements, recoverySeed, vaultId } = vault;
  const restoring: Restoring = {
    recoverySeed,
    statements,
    sealedForRecovery,
    random,
    now,
    deviceName: 'new desk',
  };
  return { vault, keyring, vaultId, restoring, random, now };
}

describe('the laptop is gone; the sheet and a backup are there', () => {
  test('the written words restore every key, as a new device that the sheet admits', async () => {
    const { vault, keyring, vaultId, restoring } = await aBackup();
    const reading = await readRecovery((await recoveryWords(vault.recoverySeed)).join(' '));
    expect(reading).toEqual({ kind: 'read', seed: restoring.recoverySeed });
    const restored = await restoreDevice(restoring);
    if (restored.kind !== 'restored') throw new Error(restored.kind);
    expect(restored.keyring.epochs).toEqual(keyring.epochs);
    expect(restored.keyring.clientKeys).toEqual(keyring.clientKeys);
    expect(restored.keyring.device.id).not.toBe(keyring.device.id);
    expect(restored.keyring.cacheKey).not.toEqual(keyring.cacheKey);
    const view = await viewOf([...restoring.statements, ...restored.newStatements], vaultId);
    expect(view.rejected).toEqual([]);
    expect(view.devices.get(restored.keyring.device.id)).toMatchObject({
      state: 'active',
      admittedBy: { kind: 'recovery', id: vault.recovery.id },
    });
    expect(view.currentEpoch?.holders.map(({ id }) => id)).toContain(restored.keyring.device.id);
  });

  test('another sheet does not', async () => {
    const { restoring } = await aBackup();
    expect(await restoreDevice({ ...restoring, recoverySeed: new Uint8Array(32) })).toEqual({
      kind: 'other-sheet',
    });
  });

  test('a replaced sheet is told that it was replaced', async () => {
    const { vault, vaultId, restoring, random, now } = await aBackup();
    const view = await viewOf(vault.statements, vaultId);
    const signing = { vaultId, signer: await deviceSigner(vault.keyring.device), random, now };
    const next = await recoveryFromSeed(random(32));
    const { newStatements } = await replaceSheet(view, next, vault.keyring.epochs, signing);
    const statements = [...restoring.statements, ...newStatements];
    expect(await restoreDevice({ ...restoring, statements })).toEqual({ kind: 'replaced-sheet' });
  });

  test('a forged vault that is sealed to the public recovery key is not taken for ours', async () => {
    const { vault, restoring } = await aBackup();
    const forged = await foundVault({ random: seededRandom(66), now: steppingClock() });
    const sealedForRecovery = await sealForRecovery(
      forged.keyring,
      forged.vaultId,
      vault.recovery,
      seededRandom(67),
    );
    const outcome = await restoreDevice({ ...restoring, statements: forged.statements, sealedForRecovery });
    expect(outcome).toEqual({ kind: 'other-sheet' });
  });

  test('a forged root is not taken in: neither one of our epochs with another root nor an epoch of nobody’s', async () => {
    const { vault, vaultId, restoring, random } = await aBackup();
    const stranger = await newEpochRoot(9, seededRandom(5));
    const [first] = vault.keyring.epochs;
    if (first === undefined) throw new Error('a founded vault has an epoch');
    const bundle = { epochs: [{ ...first, root: stranger.root }], clientKeys: new Map() };
    const forged = withEpoch(bundle, stranger);
    const sealedForRecovery = await sealForRecovery(forged, vaultId, vault.recovery, random);
    const restored = await restoreDevice({ ...restoring, sealedForRecovery });
    // The true root still comes from the registry's grant to the sheet.
    expect(restored).toMatchObject({ kind: 'restored', keyring: { epochs: [first] } });
  });

  test('a forged root is refused even where the registry grants the sheet none', async () => {
    const { vault, vaultId, restoring, random } = await aBackup();
    const [first] = vault.keyring.epochs;
    if (first === undefined) throw new Error('a founded vault has an epoch');
    const decoded = await Promise.all(vault.statements.map(decodeStatement));
    const statements = vault.statements.filter((_, i) => {
      const signed = decoded[i];
      return signed && signed !== 'newer-version' && signed.statement.body.kind !== 'grant';
    });
    const bundle = { epochs: [{ ...first, root: random(32).slice() }], clientKeys: new Map() };
    const sealedForRecovery = await sealForRecovery(bundle, vaultId, vault.recovery, random);
    const outcome = await restoreDevice({ ...restoring, statements, sealedForRecovery });
    expect(outcome).toEqual({ kind: 'damaged', reason: 'no-epoch' });
    expect((await restoreDevice({ ...restoring, statements })).kind).toBe('restored');
  });

  test('an erased client’s key does not come back', async () => {
    const { vault, vaultId, restoring, now } = await aBackup();
    const signer = await deviceSigner(vault.keyring.device);
    const erased = await signStatement({ kind: 'erased', docId: anId<DocId>(1) }, vaultId, signer, now);
    const restored = await restoreDevice({ ...restoring, statements: [...restoring.statements, erased] });
    if (restored.kind !== 'restored') throw new Error(restored.kind);
    expect([...restored.keyring.clientKeys.keys()]).toEqual([anId<DocId>(2)]);
  });

  test('damage is told as damage', async () => {
    const { restoring } = await aBackup();
    for (const [copy, at] of flippedCopies(restoring.sealedForRecovery)) {
      if (at % 9 !== 0) continue;
      expect(await restoreDevice({ ...restoring, sealedForRecovery: copy })).toMatchObject({
        kind: 'damaged',
      });
    }
    expect(await restoreDevice({ ...restoring, statements: [] })).toEqual({
      kind: 'damaged',
      reason: 'no-founder',
    });
  });
});
