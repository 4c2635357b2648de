// What no questionnaire may be, however well formed its JSON is. Each check is a sentence; the first that fails is said.
import { mostItems } from '../../clinical/instruments/own-questionnaire.ts';
import type { FhirRefusal } from './fhir-problem.ts';
import { walkItems, type PlacedItem } from './item-tree.ts';
import { mostAnswers, type FhirQuestionnaire } from './questionnaire-schema.ts';

type Check = (questionnaire: FhirQuestionnaire, placed: readonly PlacedItem[]) => FhirRefusal | null;

const hasNotTooManyItems: Check = (_, { length }) =>
  length > mostItems ? { kind: 'too-many-items', count: length, limit: mostItems } : null;

const hasNotTooManyAnswers: Check = (_, placed) => {
  const found = placed.find(({ item }) => item.answerOption.length > mostAnswers);
  return found ? { kind: 'too-many-answers', where: found.where, limit: mostAnswers } : null;
};

/** The same item twice, or an item inside itself: answers and conditions would point at both. */
const everyLinkIdIsThereOnce: Check = (_, placed) => {
  const seen = new Set<string>();
  for (const { item } of placed) {
    if (seen.has(item.linkId)) return { kind: 'same-link-id', linkId: item.linkId };
    seen.add(item.linkId);
  }
  return null;
};

const noItemDependsOnItself: Check = (_, placed) => {
  const found = placed.find(({ item }) => item.enableWhen.some(({ question }) => question === item.linkId));
  return found ? { kind: 'depends-on-itself', linkId: found.item.linkId } : null;
};

const isNotDerivedFromItself: Check = ({ url, derivedFrom }) => {
  const bare = (address: string): string => address.split('|')[0] ?? address;
  return derivedFrom.some((from) => from.startsWith('#') || (url !== undefined && bare(from) === bare(url)))
    ? { kind: 'derived-from-itself' }
    : null;
};

const hasNoModifiers: Check = ({ modifierExtension }, placed) => {
  if (modifierExtension.length > 0) return { kind: 'modifier', where: 'Questionnaire' };
  const found = placed.find(({ item }) => item.modifierExtension.length > 0);
  return found ? { kind: 'modifier', where: found.where } : null;
};

const checks: readonly Check[] = [
  hasNotTooManyItems,
  hasNotTooManyAnswers,
  everyLinkIdIsThereOnce,
  noItemDependsOnItself,
  isNotDerivedFromItself,
  hasNoModifiers,
];

export function structureProblem(questionnaire: FhirQuestionnaire): FhirRefusal | null {
  const placed = [...walkItems(questionnaire.item)];
  for (const check of checks) {
    const problem = check(questionnaire, placed);
    if (problem) return problem;
  }
  return null;
}
