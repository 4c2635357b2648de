// Codes in the file → clients. The code must be the same, to the letter; one that is only alike is pointed at.
import type { Course } from '../../clinical/episodes/course.ts';
import type { ClientId, ResponseEntry } from '../../records/entry.ts';
import type { ExistingClient } from './import-plan.ts';
import type { ProblemReason } from './import-problem.ts';

export interface ClientInProgress {
  readonly kind: 'new' | 'existing';
  readonly clientId: ClientId;
  readonly code: string;
  /** Of a new client: none yet. */
  readonly courses: readonly Course[];
  readonly entries: ResponseEntry[];
  /** What the record holds already, deleted entries included. */
  readonly knownIds: ReadonlySet<string>;
  /** Entry id → line, for what this file brings. */
  readonly lineById: Map<string, number>;
  /** `sameTimeKey` → line in this file; null = it was in the record. */
  readonly lineByTime: Map<string, number | null>;
}

/** Two scores with this key are rivals: one person, one measure, one respondent, one time. */
export function sameTimeKey(entry: ResponseEntry): string {
  const { instrumentId, coding, respondent, occurredOn, sessionNumber } = entry;
  return JSON.stringify([instrumentId, coding, respondent, occurredOn, sessionNumber]);
}

/** "é" can be written in two ways that nobody can tell apart; those are the same letter. */
const sameLetters = (code: string): string => code.trim().normalize('NFC');
const alike = (code: string): string =>
  sameLetters(code)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.-]+/g, '');

export type FoundClient =
  | { readonly kind: 'client'; readonly client: ClientInProgress; readonly notice: ProblemReason | null }
  | { readonly kind: 'ambiguous'; readonly clients: number };

export class ClientMatching {
  readonly #existingByCode = new Map<string, ExistingClient[]>();
  readonly #codeByLikeness = new Map<string, string>();
  readonly #found = new Map<string, ClientInProgress>();

  constructor(
    existing: readonly ExistingClient[],
    readonly newClientId: () => ClientId,
  ) {
    for (const client of existing) {
      const code = sameLetters(client.code);
      this.#existingByCode.set(code, [...(this.#existingByCode.get(code) ?? []), client]);
      this.#codeByLikeness.set(alike(code), client.code);
    }
  }

  find(code: string): FoundClient {
    const key = sameLetters(code);
    const before = this.#found.get(key);
    if (before !== undefined) return { kind: 'client', client: before, notice: null };
    const matches = this.#existingByCode.get(key) ?? [];
    if (matches.length > 1) return { kind: 'ambiguous', clients: matches.length };
    const client = matches[0] === undefined ? this.#begin(code) : resume(matches[0]);
    this.#found.set(key, client);
    const similar = client.kind === 'new' ? this.#codeByLikeness.get(alike(code)) : undefined;
    this.#codeByLikeness.set(alike(code), code);
    const notice: ProblemReason | null =
      similar === undefined ? null : { kind: 'client-similar', code, existing: similar };
    return { kind: 'client', client, notice };
  }

  withEntries(): ClientInProgress[] {
    return [...this.#found.values()].filter(({ entries }) => entries.length > 0);
  }

  #begin(code: string): ClientInProgress {
    const nothing = { entries: [], knownIds: new Set<string>(), lineById: new Map(), lineByTime: new Map() };
    return { kind: 'new', clientId: this.newClientId(), code, courses: [], ...nothing };
  }
}

function resume({ clientId, code, courses, responses, deletedIds }: ExistingClient): ClientInProgress {
  const replaced = new Set(responses.flatMap(({ replaces }) => replaces ?? []));
  const current = responses.filter(({ id }) => !replaced.has(id));
  return {
    kind: 'existing',
    ...{ clientId, code, courses, entries: [] },
    knownIds: new Set([...responses.map(({ id }) => id), ...deletedIds]),
    lineById: new Map(),
    lineByTime: new Map(current.map((response) => [sameTimeKey(response), null])),
  };
}
