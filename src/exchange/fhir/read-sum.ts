// Is a calculated expression a plain sum of the answers' weights, and of which questions? FHIRPath can say anything; only
// a sum is recognised, in the forms that public questionnaires use. Anything else gives null, and the therapist is told.
import { weightUrls } from './extensions.ts';
import type { FhirItem } from './questionnaire-schema.ts';
import { readPath } from './read-path.ts';
import { argumentsOf, normalised, splitTopLevel, withoutBrackets } from './split-expression.ts';

export interface PlainSum {
  readonly linkIds: readonly string[];
}

interface Scope {
  readonly items: readonly FhirItem[];
  readonly variables: ReadonlyMap<string, string>;
}

/** Variables may name each other in a circle. */
const deepest = 20;
const longest = 20_000;

/** @param text FHIRPath as it stands in the file */
export function readSum(text: string, scope: Scope): PlainSum | null {
  const linkIds = text.length > longest ? null : linkIdsIn(normalised(text), scope, 0);
  // An item that counts twice makes it no plain sum.
  return linkIds && linkIds.length > 0 && new Set(linkIds).size === linkIds.length ? { linkIds } : null;
}

function linkIdsIn(expression: string, scope: Scope, depth: number): readonly string[] | null {
  if (depth > deepest) return null;
  const inner = withoutBrackets(expression);
  const terms = splitTopLevel(inner, '+');
  if (!terms) return null;
  if (terms.length > 1) {
    const read = terms.map((term) => linkIdsIn(term, scope, depth + 1));
    return read.includes(null) ? null : read.flatMap((ids) => ids ?? []);
  }
  const condition = argumentsOf(inner, 'iif');
  if (condition) return guarded(condition, scope, depth);
  const lookedUp = lookUp(inner, scope);
  if (lookedUp !== null) return [lookedUp];
  const named = /^%([A-Za-z_]\w*)(.*)$/s.exec(inner);
  const variable = named && scope.variables.get(named[1] ?? '');
  if (typeof variable === 'string')
    return linkIdsIn(`${normalised(variable)}${named?.[2] ?? ''}`, scope, depth + 1);
  const selected = readPath(inner, scope.items);
  return selected && (selected.isSummed || selected.linkIds.length === 1) ? selected.linkIds : null;
}

/** "Nothing while nothing is answered", and "0 while this is not answered": both leave the sum a plain one. */
function guarded(condition: readonly string[], scope: Scope, depth: number): readonly string[] | null {
  const [test = '', then = '', otherwise = '{}'] = condition;
  const isNothing = otherwise === '{}' && isAboutAnswersBeingThere(test, scope, depth);
  const isZero = otherwise === '0' && test === `${then}.exists()`;
  return condition.length <= 3 && (isNothing || isZero) ? linkIdsIn(then, scope, depth + 1) : null;
}

function isAboutAnswersBeingThere(test: string, scope: Scope, depth: number): boolean {
  if (depth > deepest) return false;
  const variable = /^%(\w+)$/.exec(test)?.[1];
  const named = variable === undefined ? undefined : scope.variables.get(variable);
  if (named !== undefined) return isAboutAnswersBeingThere(normalised(named), scope, depth + 1);
  const parts = splitTopLevel(test, ' or ')?.flatMap((part) => splitTopLevel(part, ' and ') ?? [part]) ?? [];
  return parts.length > 0 && parts.every((part) => part.endsWith('.exists()'));
}

/** The long way round to a weight: look the answer's code up among the options of the questionnaire. */
const lookUpForm =
  /^%questionnaire(?:\.item|\.descendants\(\)|\.repeat\(item\))+\.where\(linkId='([^']+)'\)\.answerOption\.where\(valueCoding\.code=%resource(?:\.item|\.descendants\(\)|\.repeat\(item\))+\.where\(linkId='([^']+)'\)\.answer\.(?:valueCoding|value)\.code\)(?:\.valueCoding)?\.extension\.where\(url=(%\w+|'[^']+')\)\.(?:valueDecimal|value)$/;

function lookUp(path: string, { variables, items }: Scope): string | null {
  const [, asked, answered, url = ''] = lookUpForm.exec(path) ?? [];
  if (asked === undefined || asked !== answered) return null;
  const literal = url.startsWith('%') ? variables.get(url.slice(1)) : url;
  const isWeight = weightUrls.some((known) => literal?.trim() === `'${known}'`);
  return isWeight && hasItem(items, asked) ? asked : null;
}

const hasItem = (items: readonly FhirItem[], linkId: string): boolean =>
  items.some((item) => item.linkId === linkId || hasItem(item.item, linkId));
