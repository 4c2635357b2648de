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

/** What was added up so far: an item that comes again ends the reading, before variables can multiply the work. */
type Walk = Scope & { readonly seen: Set<string> };

/** Variables may name each other in a circle. */
const deepest = 20;
const longest = 20_000;

/** @param text FHIRPath as it stands in the file */
export function readSum(text: string, scope: Scope): PlainSum | null {
  const walk = { ...scope, seen: new Set<string>() };
  const isSum = text.length <= longest && addsUp(normalised(text), walk, 0);
  return isSum ? { linkIds: [...walk.seen] } : null;
}

function addsUp(expression: string, walk: Walk, depth: number): boolean {
  if (depth > deepest) return false;
  const inner = withoutBrackets(expression);
  const terms = splitTopLevel(inner, '+');
  if (!terms) return false;
  if (terms.length > 1) return terms.every((term) => addsUp(term, walk, depth + 1));
  const condition = argumentsOf(inner, 'iif');
  if (condition) return isGuardedSum(condition, walk, depth);
  const lookedUp = lookUp(inner, walk);
  if (lookedUp !== null) return isNew([lookedUp], walk);
  const named = /^%([A-Za-z_]\w*)(.*)$/s.exec(inner);
  const variable = named && walk.variables.get(named[1] ?? '');
  if (typeof variable === 'string')
    return addsUp(`${normalised(variable)}${named?.[2] ?? ''}`, walk, depth + 1);
  const selected = readPath(inner, walk.items);
  return !!selected && (selected.isSummed || selected.linkIds.length === 1) && isNew(selected.linkIds, walk);
}

/** An item that counts twice makes it no plain sum, and neither does a sum of nothing. */
function isNew(linkIds: readonly string[], { seen }: Walk): boolean {
  if (linkIds.length === 0 || linkIds.some((linkId) => seen.has(linkId))) return false;
  for (const linkId of linkIds) seen.add(linkId);
  return true;
}

/** "Nothing while nothing is answered", and "0 while this is not answered": both leave the sum a plain one. */
function isGuardedSum(condition: readonly string[], walk: Walk, depth: number): boolean {
  const [test = '', then = '', otherwise = '{}'] = condition;
  const isNothing = otherwise === '{}' && isAboutAnswersBeingThere(test, walk, depth);
  const isZero = otherwise === '0' && test === `${then}.exists()`;
  return condition.length <= 3 && (isNothing || isZero) && addsUp(then, walk, depth + 1);
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
