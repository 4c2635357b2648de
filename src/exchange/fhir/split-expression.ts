// Splitting a FHIRPath text at its top level: not inside brackets, not inside quotes.

/** Deeper than any expression that a person has written. */
const mostBrackets = 60;

/** The parts between `separator`s; null where brackets or quotes do not close, or brackets are too many. */
export function splitTopLevel(text: string, separator: string): readonly string[] | null {
  const parts: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted && character === '\\') at += 1;
    else if (character === "'") isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (depth === 0 && text.startsWith(separator, at)) {
      parts.push(text.slice(start, at).trim());
      start = at + separator.length;
      at = start - 1;
    }
    if (depth < 0 || depth > mostBrackets) return null;
  }
  if (depth !== 0 || isQuoted) return null;
  return [...parts, text.slice(start).trim()];
}

/** Without the brackets that go round the whole of it. */
export function withoutBrackets(text: string): string {
  let inner = text.trim();
  while (inner.startsWith('(') && inner.endsWith(')')) {
    const within = inner.slice(1, -1);
    if (splitTopLevel(within, '\u0000') === null) return inner;
    inner = within.trim();
  }
  return inner;
}

/** The arguments of a call that is the whole text, as in "iif(a, b, c)"; null when it is no such call. */
export function argumentsOf(text: string, name: string): readonly string[] | null {
  if (!text.startsWith(`${name}(`) || !text.endsWith(')')) return null;
  return splitTopLevel(text.slice(name.length + 1, -1), ',');
}

/** Blanks outside quotes become one, and none stand around dots, equals and commas or inside brackets. */
export const normalised = (text: string): string =>
  text
    .split(/('(?:[^'\\]|\\.)*')/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/\s+/g, ' ').replace(/ ?([.=,|]|!=) ?| (?=\))|(?<=\() /g, '$1'),
    )
    .join('')
    .trim();
