// Answer lists that a questionnaire carries with it: contained value sets, named by '#id', and those that these include.
import { refused, type Read } from './fhir-problem.ts';
import { parseShape } from './parse-shape.ts';
import {
  valueSetSchema,
  type FhirCoding,
  type FhirQuestionnaire,
  type FhirValueSet,
} from './questionnaire-schema.ts';

/** By '#id' and, where it has one, by address. */
export type ValueSets = ReadonlyMap<string, readonly FhirCoding[]>;

/** Reads every contained value set; one that includes itself, at whatever remove, refuses the file. */
export function readValueSets({ contained }: FhirQuestionnaire): Read<ValueSets> {
  const sets: FhirValueSet[] = [];
  for (const [index, resource] of contained.entries()) {
    if (resource.resourceType !== 'ValueSet') continue;
    const parsed = parseShape(valueSetSchema, resource, `contained[${index}]`);
    if (parsed.kind === 'refused') return parsed;
    sets.push(parsed.value);
  }
  const codings = new Map<string, readonly FhirCoding[]>();
  for (const set of sets) {
    const found = codingsOf(set, sets, []);
    if (!found) return refused({ kind: 'value-set-in-a-circle', id: set.id });
    codings.set(`#${set.id}`, found);
    if (set.url !== undefined) codings.set(set.url, found);
  }
  return { kind: 'read', value: codings };
}

/** Null when the set is reached again from itself. */
function codingsOf(
  set: FhirValueSet,
  all: readonly FhirValueSet[],
  path: readonly FhirValueSet[],
): readonly FhirCoding[] | null {
  if (path.includes(set)) return null;
  const expanded = set.expansion?.contains ?? [];
  if (expanded.length > 0) return expanded;
  const found: FhirCoding[] = [];
  for (const { system, concept, valueSet } of set.compose?.include ?? []) {
    found.push(...concept.map((one) => ({ ...one, system })));
    for (const reference of valueSet) {
      const other = all.find(({ id, url }) => reference === `#${id}` || reference === url);
      const inner = other ? codingsOf(other, all, [...path, set]) : [];
      if (!inner) return null;
      found.push(...inner);
    }
  }
  return found;
}
