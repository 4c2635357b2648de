import * as v from 'valibot';
import { refused, type Read } from './fhir-problem.ts';

/**
 * The value as the schema has it, or the first thing that is wrong with it and where.
 * @param root  what stands before the place, e.g. "contained[0]"
 */
export function parseShape<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  root = '',
): Read<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return { kind: 'read', value: parsed.output };
  const [issue] = parsed.issues;
  const where = placeOf(issue, root);
  if (issue.type === 'max_length') {
    const limit = Number(issue.requirement);
    return Array.isArray(issue.input)
      ? refused({ kind: 'too-many-parts', where, count: issue.input.length, limit })
      : refused({ kind: 'too-long', where, limit });
  }
  if (issue.type === 'object' && issue.received === 'undefined')
    return refused({ kind: 'missing-element', where });
  return refused({ kind: 'wrong-type', where, expected: expectedWord(issue) });
}

/** "item[3].answerOption[0].valueCoding.code", as FHIR's own tools write it. */
function placeOf({ path }: v.BaseIssue<unknown>, root: string): string {
  return (path ?? []).reduce((text, { key }) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, root);
}

const expectedWord = ({ expected, kind }: v.BaseIssue<unknown>): string =>
  kind === 'validation' ? 'number' : (expected ?? '').replaceAll('"', '').toLowerCase();
