// Which FHIR is this? A file seldom says; its shape does. Only R4 (and R4B, whose Questionnaire is the same) is read: the
// others put answers and conditions elsewhere, so that reading them as R4 would lose something without a word.
// Sources: hl7.org/fhir/R5/questionnaire.html, hl7.org/fhir/STU3/questionnaire.html, hl7.org/fhir/DSTU2/questionnaire.html.
import type { FhirRefusal } from './fhir-problem.ts';
import { isPlainObject, type PlainObject, type Resource } from './read-resource.ts';

type Version = 'R5' | 'STU3' | 'DSTU2';

/** Null when nothing in the file speaks against R4. */
export function otherVersionIn(resource: Resource): FhirRefusal | null {
  const found = inRoot(resource) ?? inItems(resource['item'], 'item');
  return found && { kind: 'other-version', ...found };
}

interface Found {
  readonly version: Version;
  readonly where: string;
}

function inRoot(resource: Resource): Found | null {
  if ('group' in resource) return { version: 'DSTU2', where: 'group' };
  const newer = ['versionAlgorithmString', 'versionAlgorithmCoding', 'copyrightLabel'].find(
    (key) => key in resource,
  );
  return newer === undefined ? null : { version: 'R5', where: newer };
}

function inItems(items: unknown, path: string): Found | null {
  if (!Array.isArray(items)) return null;
  for (const [index, item] of items.entries()) {
    if (!isPlainObject(item)) continue;
    const where = `${path}[${index}]`;
    const found = inItem(item, where) ?? inItems(item['item'], `${where}.item`);
    if (found) return found;
  }
  return null;
}

function inItem(item: PlainObject, where: string): Found | null {
  const is = (version: Version, what: string): Found => ({ version, where: `${where}.${what}` });
  if (item['type'] === 'coding') return is('R5', 'type');
  for (const key of ['answerConstraint', 'disabledDisplay']) if (key in item) return is('R5', key);
  for (const key of [
    'option',
    'options',
    'initialString',
    'initialInteger',
    'initialCoding',
    'initialBoolean',
  ])
    if (key in item) return is('STU3', key);
  const conditions = item['enableWhen'];
  const isOld = (condition: unknown): boolean => isPlainObject(condition) && 'hasAnswer' in condition;
  return Array.isArray(conditions) && conditions.some(isOld) ? is('STU3', 'enableWhen.hasAnswer') : null;
}
