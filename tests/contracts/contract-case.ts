// Contract cases know no test framework: the same ones run in Node and, through a page, in real browsers.
export interface ContractCase<Subject> {
  /** A sentence. */
  readonly name: string;
  readonly run: (subject: Subject) => Promise<void>;
}

export function same(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [readable(actual), readable(expected)];
  if (a !== b) throw new Error(`${what}: ${a}, expected ${b}`);
}

export function isTrue(condition: boolean, what: string): void {
  if (!condition) throw new Error(`not so: ${what}`);
}

export async function rejects(promise: Promise<unknown>, what: string): Promise<void> {
  const outcome = await promise.then(
    () => 'resolved',
    () => 'rejected',
  );
  same(outcome, 'rejected', what);
}

/** Bytes as numbers, keys in alphabetical order. */
function readable(value: unknown): string {
  if (value instanceof Uint8Array) return `bytes(${value.join(' ')})`;
  if (Array.isArray(value)) return `[${value.map(readable).join(', ')}]`;
  if (value === undefined) return 'undefined';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `${key}: ${readable(part)}`);
  return `{${parts.sort().join(', ')}}`;
}
