import { describe, expect, test } from 'vitest';
import { keyPairFromSeed } from '../../../src/sync/vault/key-pairs.ts';
import { newRecoverySeed, recoveryFromSeed } from '../../../src/sync/vault/recovery.ts';
import { readDeviceName } from '../../../src/sync/registry/device-name.ts';
import { currentRecipients, openGrants } from '../../../src/sync/registry/grant.ts';
import { openEpoch } from '../../../src/sync/registry/open-epoch.ts';
import { readRegistry } from '../../../src/sync/registry/read-registry.ts';
import { replaceSheet, sheetRegistration } from '../../../src/sync/registry/register-sheet.ts';
import type { RegistryView } from '../../../src/sync/registry/registry-view.ts';
import { revokeDevice } from '../../../src/sync/registry/revoke-device.ts';
import { wasHeld } from '../../../src/sync/registry/held-positions.ts';
import { signStatement } from '../../../src/sync/registry/statement.ts';
import type { DocId, SessionId } from '../../../src/sync/vault/ids.ts';
import { certificateOf, type Device } from '../../../src/sync/vault/device.ts';
import { anId } from '../vault/a-vault.ts';
import { aPractice } from './a-practice.ts';

const stateOf = (view: RegistryView, device: Device) => view.devices.get(device.id)?.state;

describe('a vault is founded', () => {
  test('the founder is its one device, epoch 1 is written under, and the sheet is known', async () => {
    const practice = await aPractice();
    const view = await practice.view(practice.founded);
    expect(view).toMatchObject({
      vaultId: practice.vaultId,
      founder: practice.desk.id,
      standoff: false,
      rejected: [],
    });
    expect([...view.devices.keys()]).toEqual([practice.desk.id]);
    expect(view.currentEpoch).toMatchObject({ counter: 1, id: practice.roots[0]?.id });
    expect(view.recoveryKey).toMatchObject({ id: practice.sheet.id, generation: 1 });
    expect(await readDeviceName(view, practice.desk.id, practice.roots)).toBe('desk');
    expect(await readDeviceName(view, practice.desk.id, [])).toBeNull();
  });

  test('the founder and the sheet each open the root that was granted to them', async () => {
    const practice = await aPractice();
    const { founded, desk, sheet, roots } = practice;
    const read = await practice.view(founded);
    const x25519 = await keyPairFromSeed('X25519', desk.x25519Seed);
    expect(await openGrants(read, { kind: 'device', id: desk.id }, x25519)).toEqual(roots);
    expect(await openGrants(read, { kind: 'recovery', id: sheet.id }, sheet.x25519)).toEqual(roots);
    expect(await openGrants(read, { kind: 'recovery', id: sheet.id }, x25519)).toEqual([]);
  });

  test('no statements, or another vault’s, found nothing; two vaults are told apart', async () => {
    const [here, elsewhere] = [await aPractice(1), await aPractice(2)];
    expect(await readRegistry([])).toEqual({ kind: 'no-founder' });
    expect(await readRegistry(elsewhere.founded, here.vaultId)).toEqual({ kind: 'no-founder' });
    expect(await readRegistry([...here.founded, ...elsewhere.founded])).toEqual({
      kind: 'several-vaults',
      vaultIds: [here.vaultId, elsewhere.vaultId].sort(),
    });
    expect(await readRegistry(here.founded)).toMatchObject({ kind: 'read', view: { vaultId: here.vaultId } });
    const both = await here.view(here.founded, elsewhere.founded);
    expect(both.rejected.map(({ reason }) => reason)).toEqual(elsewhere.founded.map(() => 'other-vault'));
  });

  test('a second founder of the same vault is refused: the vault id is the hash of the first', async () => {
    const here = await aPractice(1);
    const thief = (await aPractice(2)).desk;
    const forged = await here.say(thief, { kind: 'found', certificate: await certificateOf(thief) });
    const view = await here.view(here.founded, [forged]);
    expect(view.rejected).toMatchObject([{ reason: 'bad-certificate' }]);
    expect(view.devices.size).toBe(1);
  });
});

describe('devices come and go', () => {
  test('an admitted device is granted every root, and admits the next', async () => {
    const practice = await aPractice();
    const tablet = await practice.admit(practice.desk);
    const laptop = await practice.admit(tablet.device);
    const view = await practice.view(practice.founded, tablet.statements, laptop.statements);
    expect(stateOf(view, laptop.device)).toBe('active');
    expect(view.devices.get(laptop.device.id)?.admittedBy).toEqual({ kind: 'device', id: tablet.device.id });
    const x25519 = await keyPairFromSeed('X25519', laptop.device.x25519Seed);
    expect(await openGrants(view, { kind: 'device', id: laptop.device.id }, x25519)).toEqual(practice.roots);
  });

  test('a stranger’s statements count for nothing', async () => {
    const practice = await aPractice();
    const { desk: stranger } = await aPractice(2);
    const erased = await practice.say(stranger, { kind: 'erased', docId: anId<DocId>(1) });
    const view = await practice.view(practice.founded, [erased]);
    expect(view.erased.size).toBe(0);
    expect(view.rejected).toMatchObject([{ reason: 'unknown-issuer' }]);
  });

  test('a revoked device is out for good, whoever admits it again, and a new epoch begins without it', async () => {
    const practice = await aPractice();
    const tablet = await practice.admit(practice.desk);
    const laptop = await practice.admit(practice.desk);
    const known = [...practice.founded, ...tablet.statements, ...laptop.statements];
    const revocation = await practice.revoke(practice.desk, tablet.device, known);
    const again = await practice.say(laptop.device, {
      kind: 'admit',
      certificate: await certificateOf(tablet.device),
    });
    const view = await practice.view(known, revocation, [again]);
    expect(stateOf(view, tablet.device)).toBe('revoked');
    expect(view.currentEpoch?.counter).toBe(2);
    expect(view.epochs[0]?.isWritable).toBe(false);
    const holders = view.currentEpoch?.holders.map(({ id }) => id);
    expect(new Set(holders)).toEqual(new Set([practice.desk.id, laptop.device.id, practice.sheet.id]));
  });

  test('what a revoked device did and the revoker had seen stands; what it had not seen is void', async () => {
    const practice = await aPractice();
    const tablet = await practice.admit(practice.desk);
    const seen = await practice.admit(tablet.device);
    const erasedThen = await practice.say(tablet.device, { kind: 'erased', docId: anId<DocId>(1) });
    const known = [...practice.founded, ...tablet.statements, ...seen.statements, erasedThen];
    const revocation = await practice.revoke(practice.desk, tablet.device, known);
    const unseen = await practice.admit(tablet.device);
    const afterwards = await practice.admit(unseen.device);
    const erasedLater = await practice.say(tablet.device, { kind: 'erased', docId: anId<DocId>(2) });
    const view = await practice.view(known, revocation, unseen.statements, afterwards.statements, [
      erasedLater,
    ]);
    expect(stateOf(view, seen.device)).toBe('active');
    expect(view.devices.has(unseen.device.id)).toBe(false);
    expect(view.devices.has(afterwards.device.id)).toBe(false);
    expect([...view.erased]).toEqual([anId<DocId>(1)]);
    expect(new Set(view.rejected.map(({ reason }) => reason))).toEqual(new Set(['void']));
  });

  test('the revocation says what was held, and only that is taken in', async () => {
    const practice = await aPractice();
    const tablet = await practice.admit(practice.desk);
    const known = [...practice.founded, ...tablet.statements];
    const [docId, sessionId] = [anId<DocId>(1), anId<SessionId>(2)];
    const held = [
      { docId, sessionId, seq: 3 },
      { docId, sessionId, seq: 7 },
    ];
    const { newStatements } = await revokeDevice(
      known,
      tablet.device.id,
      held,
      await practice.by(practice.desk),
    );
    const view = await practice.view(known, newStatements);
    const read = view.devices.get(tablet.device.id)?.held ?? [];
    expect(read).toEqual([{ docId, sessionId, seq: 7 }]);
    expect(wasHeld(read, { docId, sessionId, seq: 7 })).toBe(true);
    expect(wasHeld(read, { docId, sessionId, seq: 8 })).toBe(false);
    expect(wasHeld(read, { docId: anId<DocId>(2), sessionId, seq: 0 })).toBe(false);
  });

  test('the founder can be revoked, and what it built stands', async () => {
    const practice = await aPractice();
    const tablet = await practice.admit(practice.desk);
    const known = [...practice.founded, ...tablet.statements];
    const view = await practice.view(known, await practice.revoke(tablet.device, practice.desk, known));
    expect(stateOf(view, practice.desk)).toBe('revoked');
    expect(stateOf(view, tablet.device)).toBe('active');
    expect(view.recoveryKey?.id).toBe(practice.sheet.id);
    expect(view.rejected).toEqual([]);
  });

  test('if two revocations crossed, no epoch is left to write under until someone makes one', async () => {
    const practice = await aPractice();
    const [tablet, laptop] = [await practice.admit(practice.desk), await practice.admit(practice.desk)];
    const phone = await practice.admit(practice.desk);
    const known = [practice.founded, tablet.statements, laptop.statements, phone.statements].flat();
    const byDesk = await practice.revoke(practice.desk, tablet.device, known);
    const byPhone = await practice.revoke(phone.device, laptop.device, known);
    const view = await practice.view(known, byDesk, byPhone);
    expect(view.standoff).toBe(false);
    expect([stateOf(view, tablet.device), stateOf(view, laptop.device)]).toEqual(['revoked', 'revoked']);
    expect(view.currentEpoch).toBeNull();
    const third = await openEpoch(3, currentRecipients(view), await practice.by(practice.desk));
    expect((await practice.view(known, byDesk, byPhone, third.statements)).currentEpoch?.id).toBe(
      third.epoch.id,
    );
  });
});

describe('devices revoke each other', () => {
  const standoff = async () => {
    const practice = await aPractice();
    const tablet = await practice.admit(practice.desk);
    const laptop = await practice.admit(practice.desk);
    const known = [...practice.founded, ...tablet.statements, ...laptop.statements];
    const byDesk = await practice.revoke(practice.desk, tablet.device, known);
    const byTablet = await practice.revoke(tablet.device, practice.desk, known);
    return { practice, tablet, laptop, statements: [...known, ...byDesk, ...byTablet] };
  };

  test('it is a standoff: both are disputed, the others are not', async () => {
    const { practice, tablet, laptop, statements } = await standoff();
    const view = await practice.view(statements);
    expect(view.standoff).toBe(true);
    expect([practice.desk, tablet.device, laptop.device].map((device) => stateOf(view, device))).toEqual([
      'disputed',
      'disputed',
      'active',
    ]);
    expect(new Set(view.rejected.map(({ reason }) => reason))).toEqual(new Set(['disputed']));
  });

  test('the sheet decides, and the new epoch is granted to the side that stays', async () => {
    const { practice, tablet, statements } = await standoff();
    const { newStatements, epoch } = await revokeDevice(
      statements,
      tablet.device.id,
      [],
      await practice.bySheet(),
    );
    const view = await practice.view(statements, newStatements);
    expect(view.standoff).toBe(false);
    expect(stateOf(view, practice.desk)).toBe('active');
    expect(stateOf(view, tablet.device)).toBe('revoked');
    expect(view.currentEpoch?.id).toBe(epoch.id);
    const x25519 = await keyPairFromSeed('X25519', practice.desk.x25519Seed);
    const roots = await openGrants(view, { kind: 'device', id: practice.desk.id }, x25519);
    expect(roots.map(({ id }) => id)).toContain(epoch.id);
  });

  test('a stolen tablet cannot disarm the sheet by printing a new one', async () => {
    const { practice, tablet, statements } = await standoff();
    const before = await practice.view(practice.founded);
    const thiefSheet = await recoveryFromSeed(newRecoverySeed(practice.random));
    const swapped = await replaceSheet(before, thiefSheet, practice.roots, await practice.by(tablet.device));
    const { newStatements } = await revokeDevice(statements, tablet.device.id, [], await practice.bySheet());
    const view = await practice.view(statements, swapped.newStatements, newStatements);
    expect(stateOf(view, tablet.device)).toBe('revoked');
    expect(stateOf(view, practice.desk)).toBe('active');
    expect(view.recoveryKey?.id).toBe(practice.sheet.id);
    expect(view.standoff).toBe(false);
  });

  test('a device that revokes itself leaves without a standoff', async () => {
    const practice = await aPractice();
    const tablet = await practice.admit(practice.desk);
    const known = [...practice.founded, ...tablet.statements];
    const leaving = await practice.revoke(tablet.device, tablet.device, known);
    const view = await practice.view(known, leaving.slice(0, 1));
    expect(stateOf(view, tablet.device)).toBe('revoked');
    expect(view.standoff).toBe(false);
  });
});

describe('the sheet is replaced', () => {
  test('the new one holds every root, the old one opens nothing new and says nothing more', async () => {
    const practice = await aPractice();
    const next = await recoveryFromSeed(newRecoverySeed(practice.random));
    const before = await practice.view(practice.founded);
    const swapped = await replaceSheet(before, next, practice.roots, await practice.by(practice.desk));
    const { signer } = await practice.bySheet();
    const tooLate = await signStatement(
      { kind: 'erased', docId: anId<DocId>(1) },
      practice.vaultId,
      signer,
      practice.now,
    );
    const view = await practice.view(practice.founded, swapped.newStatements, [tooLate]);
    expect(view.recoveryKey).toMatchObject({ id: next.id, generation: 2 });
    expect(view.replacedSheets).toEqual([practice.sheet.id]);
    expect(view.currentEpoch?.id).toBe(swapped.epoch.id);
    expect(view.erased.size).toBe(0);
    expect(view.rejected).toMatchObject([{ reason: 'void' }]);
    const roots = await openGrants(view, { kind: 'recovery', id: next.id }, next.x25519);
    expect(roots.map(({ counter }) => counter)).toEqual([1, 2]);
    const old = await openGrants(view, { kind: 'recovery', id: practice.sheet.id }, practice.sheet.x25519);
    expect(old.map(({ counter }) => counter)).toEqual([1]);
  });

  test('a registration without the sheet’s own signature for this vault is refused', async () => {
    const practice = await aPractice();
    const other = await aPractice(2);
    const elsewhere = await other.view(other.founded);
    const sheet = elsewhere.recoveryKey;
    if (sheet === null) throw new Error('a founded vault has a sheet');
    const forOther = await sheetRegistration(other.sheet, 2, [], other.vaultId);
    const view = await practice.view(practice.founded, [await practice.say(practice.desk, forOther)]);
    expect(view.rejected).toMatchObject([{ reason: 'bad-signature' }]);
    expect(view.recoveryKey?.id).toBe(practice.sheet.id);
  });
});
