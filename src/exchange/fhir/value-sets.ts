// Answer lists that a questionnaire carries with it: contained value sets, named by '#id', and those that these include.
import { refused, type Read } from './fhir-problem.ts';
import { parseShape } from './parse-shape.ts';
import {
  mostAnswers,
  valueSetSchema,
  type FhirCoding,
  type FhirQuestionnaire,
  type FhirValueSet,
} from './questionnaire-schema.ts';

/** By '#id' and, where it has one, by address. A list of which only a part is in the file is empty: a part would mislead. */
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
  const all: Sets = { sets, known: new Map() };
  for (const set of sets) {
    const found = codingsOf(set, all, []);
    if (found === 'circle') return refused({ kind: 'value-set-in-a-circle', id: set.id });
    const whole = found === 'partial' ? [] : found;
    codings.set(`#${set.id}`, whole);
    if (set.url !== undefined) codings.set(set.url, whole);
  }
  return { kind: 'read', value: codings };
}

type Codings = readonly FhirCoding[] | 'circle' | 'partial';

interface Sets {
  readonly sets: readonly FhirValueSet[];
  /** Each set is worked out once, however often it is included. */
  readonly known: Map<FhirValueSet, Codings>;
}

/** 'circle' when the set is reached again from itself; 'partial' when some of its answers are not in the file. */
function codingsOf(set: FhirValueSet, all: Sets, path: readonly FhirValueSet[]): Codings {
  if (path.includes(set)) return 'circle';
  const known = all.known.get(set) ?? workedOut(set, all, [...path, set]);
  all.known.set(set, known);
  return known;
}

function workedOut(set: FhirValueSet, all: Sets, path: readonly FhirValueSet[]): Codings {
  if (set.expansion && set.expansion.contains.length > 0) return expanded(set.expansion);
  const { include = [], exclude = [] } = set.compose ?? {};
  const parts = include.map((one) => included(one, all, path));
  if (parts.includes('circle')) return 'circle';
  const isWhole = exclude.length === 0 && !parts.includes('partial');
  // More than any item can have; sets within sets could make it any number.
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  return isWhole && count <= mostAnswers ? flat(parts) : 'partial';
}

function expanded({ contains, total }: NonNullable<FhirValueSet['expansion']>): Codings {
  const isWhole = (total ?? 0) <= contains.length && contains.every((one) => one.contains.length === 0);
  return isWhole ? contains.filter(({ abstract }) => !abstract) : 'partial';
}

type Include = NonNullable<FhirValueSet['compose']>['include'][number];

/** Concepts by name; or whole other sets, which have to be in the file too. */
function included(
  { system, concept, valueSet, filter }: Include,
  all: Sets,
  path: readonly FhirValueSet[],
): Codings {
  const parts = valueSet.map((reference): Codings => {
    const other = all.sets.find(({ id, url }) => reference === `#${id}` || reference === url);
    return other ? codingsOf(other, all, path) : 'partial';
  });
  if (parts.includes('circle')) return 'circle';
  // Several sets in one "include" mean what they have in common, and a bare system means all of it.
  const isNamed = filter.length === 0 && (concept.length > 0 ? valueSet.length === 0 : valueSet.length === 1);
  if (!isNamed || parts.includes('partial')) return 'partial';
  return [...concept.map((one) => ({ ...one, system })), ...flat(parts)];
}

const flat = (parts: readonly Codings[]): FhirCoding[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [] : part));
