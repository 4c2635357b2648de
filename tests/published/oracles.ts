// Numbers that nobody here computed lie beside the repository in ../shared/oracles and are never copied into it. Where
// the folder is absent the tests that need it are skipped, and say so loudly.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = new URL('../../', import.meta.url);
const oracles = new URL('../shared/oracles/', repository);
const results = new URL('test-results/', repository);

/** A JSON file such as 'expected/scoring.json'; null where the folder is absent. The caller knows its shape. */
export function readOracle<Shape>(name: string): Shape | null {
  const text = readOracleText(name);
  // The shape is the oracle's own; a wrong one fails the test that reads it.
  return text === null ? null : (JSON.parse(text) as Shape);
}

/** Any file of the folder as text, e.g. 'data/….csv'; null where the folder is absent. */
export function readOracleText(name: string): string | null {
  if (!existsSync(oracles)) return null;
  return readFileSync(fileURLToPath(new URL(name, oracles)), 'utf8');
}

/** Says how many cases of a file ran, and writes it down for the sum at the end of the run. */
export function reportOracle(file: string, cases: number): void {
  mkdirSync(results, { recursive: true });
  appendFileSync(new URL('oracles.jsonl', results), `${JSON.stringify({ file, cases })}\n`);
  const note = existsSync(oracles) ? '' : ' (folder absent)';
  process.stdout.write(`oracle ${file}: ${cases} cases ran${note}\n`);
}
