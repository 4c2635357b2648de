// One record of every kind, made from seeds, against the bytes that were frozen with the format (PROTOCOL.md). A failure
// here means that the format changed: existing vaults would no longer open.
import { describe, expect, test } from 'vitest';
import type { Bytes } from '../../../src/sync/vault/bytes.ts';
import { idFromBytes, type DeviceId, type DocId, type SessionId } from '../../../src/sync/vault/ids.ts';
import { KDF_FLOOR } from '../../../src/sync/vault/kdf.ts';
import { openKeyring, sealKeyring } from '../../../src/sync/vault/keyring.ts';
import { signingKey } from '../../../src/sync/vault/key-pairs.ts';
import { contentKeysOf } from '../../../src/sync/vault/content-keys.ts';
import { unwrapWithPasskey, wrapWithPasskey } from '../../../src/sync/vault/passkey-wrap.ts';
import { unwrapWithPassphrase, wrapWithPassphrase } from '../../../src/sync/vault/passphrase-wrap.ts';
import { openForRecovery, sealForRecovery } from '../../../src/sync/vault/recovery-keyring.ts';
import { openBlob, sealBlob } from '../../../src/sync/vault/sealed-blob.ts';
import { openItem, sealItem } from '../../../src/sync/vault/sealed-item.ts';
import { coverOf, decodeSnapshot, encodeSnapshot } from '../../../src/sync/vault/snapshot-cover.ts';
import { fromHex, toHex, toUtf8 } from '../../../src/sync/vault/text.ts';
import { keyringKeyOf, newVaultKey } from '../../../src/sync/vault/vault-key.ts';
import { revokeDevice } from '../../../src/sync/registry/revoke-device.ts';
import { decodeStatement } from '../../../src/sync/registry/statement.ts';
import { aKeyring, anId, aSheet } from '../vault/a-vault.ts';
import { fastKdf } from '../vault/fast-kdf.ts';
import { FROZEN_RECORDS, FROZEN_STATEMENTS } from './frozen-formats.ts';
import { seededRandom } from '../vault/seeded-random.ts';
import { aPractice, viewOf } from './a-practice.ts';

const PASSPHRASE = 'river lantern copper eleven meadow quiet';
const prfOutput = new Uint8Array(32).fill(9);
const passkey = { credentialId: new Uint8Array([1, 2, 3, 4, 5]), prfSalt: new Uint8Array(32).fill(4) };
const plain = toUtf8('the client said');
const context = ['series', new Uint8Array(3).fill(1)];
const cover = coverOf(
  [0, 1, 3].map((seq) => ({
    deviceId: idFromBytes<DeviceId>(new Uint8Array(16).fill(4)),
    sessionId: anId<SessionId>(2),
    seq,
  })),
);

async function fixture() {
  const random = seededRandom(20);
  const keyring = await aKeyring();
  const { vaultId, device } = keyring;
  const [epoch] = keyring.epochs;
  if (epoch === undefined) throw new Error('a keyring has an epoch');
  const vaultKey = newVaultKey(random);
  const keyringKey = await keyringKeyOf(vaultKey, vaultId);
  const docId = anId<DocId>(1);
  const key = await contentKeysOf(keyring).blobKey({ kind: 'client', docId }, epoch.id);
  if (key === null) throw new Error('the key is here');
  const sheet = await aSheet();
  const header = {
    vaultId,
    docId,
    epochId: epoch.id,
    deviceId: device.id,
    sessionId: anId<SessionId>(2),
    seq: 258,
  };
  const signing = await signingKey(device.ed25519Seed);
  return { random, keyring, vaultId, vaultKey, keyringKey, key, sheet, header, signing, epoch };
}

async function makeRecords(): Promise<Record<string, Bytes>> {
  const { random, keyring, vaultId, vaultKey, keyringKey, key, sheet, header, signing, epoch } =
    await fixture();
  const snapshot = encodeSnapshot({ cover, update: plain });
  return {
    passphraseWrap: await wrapWithPassphrase(vaultKey, vaultId, PASSPHRASE, KDF_FLOOR, fastKdf, random),
    passkeyWrap: await wrapWithPasskey(vaultKey, vaultId, passkey, prfOutput, random),
    keyring: await sealKeyring(keyring, keyringKey, random),
    recoveryKeyring: await sealForRecovery(keyring, vaultId, sheet, random),
    edits: await sealBlob({ kind: 'edits', ...header }, plain, key, signing, random),
    snapshot: await sealBlob({ kind: 'snapshot', ...header }, snapshot, key, signing, random),
    item: await sealItem({ kind: 'item', key, epochId: epoch.id, context, plain }, random),
    shortItem: await sealItem({ kind: 'short-item', key, epochId: null, context, plain }, random),
  };
}

async function makeStatements() {
  const practice = await aPractice(31);
  const tablet = await practice.admit(practice.desk);
  const erased = await practice.say(practice.desk, { kind: 'erased', docId: anId<DocId>(1) });
  const known = [...practice.founded, ...tablet.statements, erased];
  const held = [{ docId: anId<DocId>(1), sessionId: anId<SessionId>(2), seq: 7 }];
  const { newStatements } = await revokeDevice(known, tablet.device.id, held, await practice.bySheet());
  return { practice, statements: [...known, ...newStatements] };
}

const frozen = (name: keyof typeof FROZEN_RECORDS): Bytes =>
  fromHex(FROZEN_RECORDS[name]) ?? new Uint8Array();

describe('the frozen formats', () => {
  test('every record is still written byte for byte', async () => {
    const made = Object.entries(await makeRecords()).map(([name, bytes]) => [name, toHex(bytes)]);
    expect(Object.fromEntries(made)).toEqual(FROZEN_RECORDS);
  });

  test('every record is still read', async () => {
    const { keyring, vaultId, vaultKey, keyringKey, key, sheet } = await fixture();
    expect(await unwrapWithPassphrase(frozen('passphraseWrap'), PASSPHRASE, fastKdf)).toMatchObject({
      vaultKey,
    });
    expect(await unwrapWithPasskey(frozen('passkeyWrap'), prfOutput)).toMatchObject({ vaultKey });
    expect(await openKeyring(frozen('keyring'), keyringKey)).toEqual({ kind: 'opened', keyring });
    expect(await openForRecovery(frozen('recoveryKeyring'), sheet)).toMatchObject({
      kind: 'opened',
      vaultId,
    });
    expect(await openBlob(frozen('edits'), key)).toEqual(plain);
    const snapshot = await openBlob(frozen('snapshot'), key);
    expect(snapshot && decodeSnapshot(snapshot)).toEqual({ cover, update: plain });
    expect(await openItem(frozen('item'), key, context)).toEqual(plain);
    expect(await openItem(frozen('shortItem'), key, context)).toEqual(plain);
  });

  test('every statement is still written byte for byte', async () => {
    const { statements } = await makeStatements();
    expect(statements.map(toHex)).toEqual(FROZEN_STATEMENTS);
    const decoded = await Promise.all(statements.map(decodeStatement));
    const kinds = decoded.map((signed) =>
      signed && signed !== 'newer-version' ? signed.statement.body.kind : 'none',
    );
    expect(new Set(kinds)).toEqual(
      new Set(['found', 'admit', 'revoke', 'epoch', 'grant', 'erased', 'recovery-key', 'device-name']),
    );
  });

  test('the frozen registry still reads as it did', async () => {
    const { practice } = await makeStatements();
    const view = await viewOf(
      FROZEN_STATEMENTS.map((hex) => fromHex(hex) ?? new Uint8Array()),
      practice.vaultId,
    );
    expect([...view.devices.values()].map(({ state }) => state).sort()).toEqual(['active', 'revoked']);
    expect(view.currentEpoch?.counter).toBe(2);
    expect([...view.erased]).toEqual([anId<DocId>(1)]);
    expect(view.rejected).toEqual([]);
  });
});
