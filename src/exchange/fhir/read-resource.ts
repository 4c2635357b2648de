// From text to one FHIR resource. Nothing of a file is looked at before its size and depth are known to be sane.
import { refused, type Read } from './fhir-problem.ts';

/** Letters. The largest questionnaires met in the wild have under 200,000. */
export const largestFile = 10_000_000;
export const deepest = 60;

export type PlainObject = Readonly<Record<string, unknown>>;

export interface Resource extends PlainObject {
  readonly resourceType: string;
}

export const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads one resource out of a file or a paste. */
export function readResource(text: string): Read<Resource> {
  if (text.trim() === '') return refused({ kind: 'empty' });
  if (text.length > largestFile) return refused({ kind: 'too-large', limit: largestFile });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refused({ kind: 'not-json', line: lineOf(error, text) });
  }
  if (isDeeperThan(value, deepest)) return refused({ kind: 'too-deep', limit: deepest });
  if (!isPlainObject(value) || typeof value['resourceType'] !== 'string')
    return refused({ kind: 'not-a-resource' });
  return { kind: 'read', value: { ...value, resourceType: value['resourceType'] } };
}

/** Browsers name the place in their own ways, or not at all; their message itself quotes the file and is not shown. */
function lineOf(error: unknown, text: string): number | null {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}

/** Level by level, so that no depth can exhaust the stack. */
function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one as Record<string, unknown>) : [],
    );
  }
  return false;
}
