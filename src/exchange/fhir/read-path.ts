// Which questions does a FHIRPath like "%resource.item.where(linkId != 'x').answer.weight().sum()" add up? It is walked
// over the questionnaire's own tree. Whatever is not understood gives null, never a guess.
import type { FhirItem } from './questionnaire-schema.ts';
import { argumentsOf, splitTopLevel, withoutBrackets } from './split-expression.ts';

export interface Selected {
  readonly linkIds: readonly string[];
  /** The path ends by adding up; without it more than one question gives no number. */
  readonly isSummed: boolean;
}

type Predicate = (item: FhirItem) => boolean;

const roots = ['%resource', '%questionnaireResponse', 'QuestionnaireResponse', '%context'];
const scoreSteps = ['weight()', 'ordinal()'];
const numberSteps = ['valueInteger', 'valueDecimal', 'value'];
const sums = ['sum()', 'aggregate($this+$total,0)', 'aggregate($total+$this,0)'];

/** @param path normalised */
export function readPath(path: string, items: readonly FhirItem[]): Selected | null {
  const steps = splitTopLevel(path, '.');
  if (!steps) return null;
  const [first = '', ...rest] = steps;
  const queue = roots.includes(first) ? rest : [...steps];
  let selected: readonly FhirItem[] | null = null;
  while (queue.length > 0 && queue[0] !== 'answer') {
    selected = walk(queue.shift() ?? '', selected, items);
    if (!selected) return null;
  }
  if (!selected || queue.shift() !== 'answer') return null;
  const questions = selected.filter(({ type }) => type !== 'group' && type !== 'display');
  return readScore(queue, questions);
}

function walk(
  step: string,
  selected: readonly FhirItem[] | null,
  items: readonly FhirItem[],
): readonly FhirItem[] | null {
  const children = selected ? selected.flatMap(({ item }) => item) : items;
  if (step === 'item') return children;
  if (step === 'descendants()' || step === 'repeat(item)') return withDescendants(children);
  const condition = selected && argumentsOf(step, 'where');
  const predicate = condition?.[0] === undefined || condition.length > 1 ? null : readCondition(condition[0]);
  return predicate && selected ? selected.filter(predicate) : null;
}

const withDescendants = (items: readonly FhirItem[]): FhirItem[] =>
  items.flatMap((item) => [item, ...withDescendants(item.item)]);

/** Conditions on the item's name, joined by "or" or by "and". */
function readCondition(text: string): Predicate | null {
  const inner = withoutBrackets(text);
  for (const [word, join] of [
    [' or ', 'some'],
    [' and ', 'every'],
  ] as const) {
    const parts = splitTopLevel(inner, word);
    if (!parts) return null;
    if (parts.length === 1) continue;
    const predicates = parts.map(readCondition);
    if (predicates.includes(null)) return null;
    return (item) => predicates[join]((predicate) => predicate?.(item));
  }
  const named = /^linkId ?(=|!=)'([^'\\]*)'$/.exec(inner);
  if (named) return ({ linkId }) => (linkId === named[2]) === (named[1] === '=');
  const among = /^linkId in ?\(((?:'[^'\\]*'\|?)+)\)$/.exec(inner)?.[1]?.split('|');
  return among ? ({ linkId }) => among.includes(`'${linkId}'`) : null;
}

function readScore(steps: string[], questions: readonly FhirItem[]): Selected | null {
  const linkIds = questions.map(({ linkId }) => linkId);
  if (['value', 'valueCoding'].includes(steps[0] ?? '') && scoreSteps.includes(steps[1] ?? '')) steps.shift();
  const [score = '', sum, ...more] = steps;
  const isNumber =
    numberSteps.includes(score) && questions.every(({ type }) => type === 'integer' || type === 'decimal');
  if (!(scoreSteps.includes(score) || isNumber) || more.length > 0) return null;
  if (sum !== undefined && !sums.includes(sum.replaceAll(' ', ''))) return null;
  return { linkIds, isSummed: sum !== undefined };
}
