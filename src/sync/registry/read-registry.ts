// From a set of statements to what they say (R1, R2, R3, PROTOCOL 7.1). Law: no order, repetition or worthless statement
// among them changes the view, except that worthless ones are listed as rejected.
import { compareText } from '../vault/binary.ts';
import type { DeviceId, DocId, VaultId } from '../vault/ids.ts';
import type { Bytes } from '../vault/bytes.ts';
import { highestHeld } from './held-positions.ts';
import type { Principal } from './principal.ts';
import { readEpochs } from './read-epochs.ts';
import type { Grant, RegisteredDevice, RegisteredSheet, RegistryView } from './registry-view.ts';
import type { Statement } from './statement.ts';
import type { StatementBody, StatementKind } from './statement-body.ts';
import {
  foundedVaults,
  verifyStatements,
  type Rejection,
  type VerifiedStatement,
} from './verify-statements.ts';
import { whatCounts, type Counting } from './what-counts.ts';

export type RegistryReading =
  | { readonly kind: 'read'; readonly view: RegistryView }
  /** No statement among them founds the vault that was expected (or any). */
  | { readonly kind: 'no-founder' }
  /** Several vaults are founded and none was expected. */
  | { readonly kind: 'several-vaults'; readonly vaultIds: readonly VaultId[] };

export async function readRegistry(
  statements: readonly Uint8Array[],
  expectedVaultId?: VaultId,
): Promise<RegistryReading> {
  const vaultIds = expectedVaultId === undefined ? await foundedVaults(statements) : [expectedVaultId];
  const [vaultId, ...others] = vaultIds;
  if (others.length > 0) return { kind: 'several-vaults', vaultIds };
  if (vaultId === undefined) return { kind: 'no-founder' };
  const { verified, rejected } = await verifyStatements(statements, vaultId);
  const counting = whatCounts(verified);
  const view = viewOf(vaultId, verified, counting, [...rejected, ...rejections(verified, counting)]);
  return view === null ? { kind: 'no-founder' } : { kind: 'read', view };
}

type Of<K extends StatementKind> = Statement & {
  readonly body: Extract<StatementBody, { readonly kind: K }>;
};

const isOf =
  <K extends StatementKind>(kind: K) =>
  (statement: Statement): statement is Of<K> =>
    statement.body.kind === kind;

function viewOf(
  vaultId: VaultId,
  verified: readonly VerifiedStatement[],
  counting: Counting,
  rejected: readonly Rejection[],
): RegistryView | null {
  const counted = verified.filter(({ statement }) => counting.counts.has(statement.id));
  const statements = counted.map(({ statement }) => statement);
  const founder = counted.find(({ statement }) => statement.body.kind === 'found')?.introduces;
  if (founder?.kind !== 'device') return null;
  const devices = readDevices(verified, counting);
  const sheets = readSheets(counted);
  const recoveryKey = sheets.at(-1) ?? null;
  const replacedSheets = [...new Set(sheets.map(({ id }) => id))].filter((id) => id !== recoveryKey?.id);
  const isOut = ({ kind, id }: Principal): boolean =>
    kind === 'device' ? devices.get(id)?.state === 'revoked' : replacedSheets.includes(id);
  const epochs = readEpochs(statements, isOut);
  return {
    vaultId,
    founder: founder.id,
    devices,
    epochs,
    currentEpoch: epochs.findLast(({ isWritable }) => isWritable) ?? null,
    grants: readGrants(statements, epochs),
    erased: new Set<DocId>(statements.filter(isOf('erased')).map(({ body }) => body.docId)),
    recoveryKey,
    replacedSheets,
    sealedDeviceNames: readNames(statements),
    statements: new Map(statements.map((statement) => [statement.id, statement])),
    rejected: [...rejected].sort((a, b) => compareText(a.id, b.id)),
    standoff: verified.some(
      ({ statement }) => isRevocation(statement) && counting.disputed.has(statement.id),
    ),
  };
}

const isRevocation = isOf('revoke');

function readDevices(
  verified: readonly VerifiedStatement[],
  counting: Counting,
): ReadonlyMap<DeviceId, RegisteredDevice> {
  const standing = verified.filter(
    ({ statement: { id } }) => counting.counts.has(id) || counting.disputed.has(id),
  );
  const revocations = standing.map(({ statement }) => statement).filter(isRevocation);
  const devices = new Map<DeviceId, RegisteredDevice>();
  for (const { statement, introduces } of [...standing].sort(byFirstCounted(counting))) {
    if (introduces?.kind !== 'device' || devices.has(introduces.id)) continue;
    const against = revocations.filter(({ body }) => body.deviceId === introduces.id);
    const counted = against.filter(({ id }) => counting.counts.has(id));
    const isDisputed = against.length > 0 || !counting.counts.has(statement.id);
    devices.set(introduces.id, {
      ...introduces.device,
      state: counted.length > 0 ? 'revoked' : isDisputed ? 'disputed' : 'active',
      admittedBy: statement.body.kind === 'found' ? null : statement.issuer,
      admittedAtMs: statement.createdAtMs,
      held: highestHeld(counted.flatMap(({ body }) => body.held)),
    });
  }
  return devices;
}

/** Founding first, then admissions that count before disputed ones, then by time, then by id. */
function byFirstCounted(counting: Counting): (a: VerifiedStatement, b: VerifiedStatement) => number {
  const rank = ({ statement }: VerifiedStatement): number =>
    statement.body.kind === 'found' ? 0 : counting.counts.has(statement.id) ? 1 : 2;
  return (a, b) => rank(a) - rank(b) || byTime(a.statement, b.statement);
}

const byTime = (a: Statement, b: Statement): number =>
  a.createdAtMs - b.createdAtMs || compareText(a.id, b.id);

/** Oldest first. */
function readSheets(counted: readonly VerifiedStatement[]): readonly RegisteredSheet[] {
  return counted
    .flatMap(({ statement, introduces }) =>
      introduces?.kind === 'recovery' && isOf('recovery-key')(statement)
        ? [{ ...introduces.sheet, generation: statement.body.generation, statementId: statement.id }]
        : [],
    )
    .sort((a, b) => a.generation - b.generation || compareText(a.statementId, b.statementId));
}

function readGrants(statements: readonly Statement[], epochs: RegistryView['epochs']): readonly Grant[] {
  const place = new Map(epochs.map(({ id }, index) => [id, index]));
  return statements
    .filter(isOf('grant'))
    .filter(({ body }) => place.has(body.epochId))
    .sort(
      (a, b) =>
        (place.get(a.body.epochId) ?? 0) - (place.get(b.body.epochId) ?? 0) || compareText(a.id, b.id),
    )
    .map(({ id, body: { epochId, recipient, box } }) => ({ statementId: id, epochId, recipient, box }));
}

function readNames(statements: readonly Statement[]): ReadonlyMap<DeviceId, Bytes> {
  const names = statements.filter(isOf('device-name')).sort(byTime);
  return new Map(names.map(({ body }) => [body.deviceId, body.sealedName]));
}

function rejections(verified: readonly VerifiedStatement[], counting: Counting): readonly Rejection[] {
  return verified.flatMap(({ statement: { id } }): Rejection[] => {
    if (counting.counts.has(id)) return [];
    if (counting.disputed.has(id)) return [{ id, reason: 'disputed' }];
    return [{ id, reason: counting.connected.has(id) ? 'void' : 'unknown-issuer' }];
  });
}
