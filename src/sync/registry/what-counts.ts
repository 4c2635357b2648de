// Which statements count (PROTOCOL 7.1). Law: the answer depends on nothing but the set of statements; a statement counts
// if its issuer speaks and nothing that counts strikes it. Read as a logic program with negation this has one
// well-founded model (Van Gelder, Ross, Schlipf, J. ACM 38, 1991), found here by the alternating fixpoint.
import type { StatementId } from '../vault/ids.ts';
import { principalKey } from './principal.ts';
import { principalOf, type VerifiedStatement } from './verify-statements.ts';

export interface Counting {
  readonly counts: ReadonlySet<StatementId>;
  /** Neither in nor out: only where revocations strike each other. */
  readonly disputed: ReadonlySet<StatementId>;
  /** Led to from the founder if nobody had been revoked. */
  readonly connected: ReadonlySet<StatementId>;
}

export function whatCounts(statements: readonly VerifiedStatement[]): Counting {
  const strikersOf = findStrikers(statements);
  const connected = derive(statements, strikersOf, new Set());
  let counts: ReadonlySet<StatementId> = new Set();
  let possible = connected;
  for (;;) {
    // `derive` turns the order round (more strikers, fewer statements), so these two close in on each other.
    const more = derive(statements, strikersOf, possible);
    if (more.size === counts.size) break;
    counts = more;
    possible = derive(statements, strikersOf, counts);
  }
  const disputed = new Set([...possible].filter((id) => !counts.has(id)));
  return { counts, disputed, connected };
}

type Strikers = ReadonlyMap<StatementId, readonly StatementId[]>;

/** Everything that follows from the founder if just the statements in `striking` strike. */
function derive(
  statements: readonly VerifiedStatement[],
  strikersOf: Strikers,
  striking: ReadonlySet<StatementId>,
): ReadonlySet<StatementId> {
  const derived = new Set<StatementId>();
  const speaking = new Set<string>();
  let waiting = statements.filter(
    ({ statement }) => !strikersOf.get(statement.id)?.some((id) => striking.has(id)),
  );
  for (;;) {
    const now = waiting.filter(
      ({ statement }) => statement.body.kind === 'found' || speaking.has(principalKey(statement.issuer)),
    );
    if (now.length === 0) return derived;
    for (const { statement, introduces } of now) {
      derived.add(statement.id);
      if (introduces !== null) speaking.add(principalKey(principalOf(introduces)));
    }
    waiting = waiting.filter(({ statement }) => !derived.has(statement.id));
  }
}

function findStrikers(statements: readonly VerifiedStatement[]): Strikers {
  const byIssuer = new Map<string, VerifiedStatement[]>();
  for (const verified of statements) {
    const issuer = principalKey(verified.statement.issuer);
    const issued = byIssuer.get(issuer);
    if (issued === undefined) byIssuer.set(issuer, [verified]);
    else issued.push(verified);
  }
  const strikersOf = new Map<StatementId, StatementId[]>();
  for (const striker of statements) {
    for (const struck of struckBy(striker, statements, byIssuer)) {
      const strikers = strikersOf.get(struck);
      if (strikers === undefined) strikersOf.set(struck, [striker.statement.id]);
      else strikers.push(striker.statement.id);
    }
  }
  return strikersOf;
}

function struckBy(
  { statement }: VerifiedStatement,
  statements: readonly VerifiedStatement[],
  byIssuer: ReadonlyMap<string, readonly VerifiedStatement[]>,
): readonly StatementId[] {
  const { body } = statement;
  if (body.kind !== 'revoke' && body.kind !== 'recovery-key') return [];
  const seen = new Set(body.seen);
  const targets =
    body.kind === 'revoke'
      ? [principalKey({ kind: 'device', id: body.deviceId })]
      : olderSheets(statement, statements);
  return targets
    .flatMap((target) => byIssuer.get(target) ?? [])
    .map((target) => target.statement)
    .filter((target) => target.id !== statement.id && target.body.kind !== 'found' && !seen.has(target.id))
    .filter((target) => !(body.kind === 'recovery-key' && revokesIssuerOf(target, statement)))
    .map(({ id }) => id);
}

/** A stolen device cannot disarm the sheet by printing a new one: what the old sheet says about that device stands. */
function revokesIssuerOf(
  revocation: VerifiedStatement['statement'],
  { issuer }: VerifiedStatement['statement'],
): boolean {
  return (
    revocation.body.kind === 'revoke' && issuer.kind === 'device' && revocation.body.deviceId === issuer.id
  );
}

/** The sheets that were registered below this registration. */
function olderSheets(
  registration: VerifiedStatement['statement'],
  statements: readonly VerifiedStatement[],
): readonly string[] {
  const own = statements.find(({ statement }) => statement.id === registration.id)?.introduces;
  return statements
    .filter(({ statement }) => isNewerSheet(registration, statement))
    .flatMap(({ introduces }) =>
      introduces && introduces.id !== own?.id ? [principalKey(principalOf(introduces))] : [],
    );
}

/** True if both register sheets and `a` by a higher (generation, id). */
function isNewerSheet(a: VerifiedStatement['statement'], b: VerifiedStatement['statement']): boolean {
  if (a.body.kind !== 'recovery-key' || b.body.kind !== 'recovery-key') return false;
  return a.body.generation > b.body.generation || (a.body.generation === b.body.generation && a.id > b.id);
}
