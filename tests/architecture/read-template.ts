import { parse } from 'svelte/compiler';
import type { SourceFile } from './source-files.ts';

export interface TemplateFacts {
  /** Text with letters that stands in the markup instead of coming from messages. */
  readonly literalTexts: readonly string[];
  /** Attributes that a person sees or hears, given as literal text. */
  readonly literalLabels: readonly string[];
  readonly hasStyleAttribute: boolean;
  readonly hasHtmlTag: boolean;
}

const spoken = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'label',
  'placeholder',
  'title',
]);
const hasLetters = (text: string): boolean => /\p{L}{2,}/u.test(text);

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What the rules want to know about a component's markup. */
export function readTemplate(file: SourceFile): TemplateFacts {
  const literalTexts: string[] = [];
  const literalLabels: string[] = [];
  let hasStyleAttribute = false;
  let hasHtmlTag = false;

  const visitAttribute = (node: Readonly<Record<string, unknown>>): void => {
    const name = String(node['name']);
    if (name === 'style') hasStyleAttribute = true;
    const parts = Array.isArray(node['value']) ? (node['value'] as unknown[]) : [];
    for (const part of parts) {
      if (!isNode(part) || part['type'] !== 'Text') continue;
      const text = String(part['data']);
      if (spoken.has(name) && hasLetters(text)) literalLabels.push(`${name}="${text}"`);
    }
  };

  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit);
      return;
    }
    if (!isNode(value)) return;
    const kind = value['type'];
    if (kind === 'HtmlTag') hasHtmlTag = true;
    if (kind === 'Text' && hasLetters(String(value['data']))) literalTexts.push(String(value['data']).trim());
    if (kind === 'StyleDirective' || kind === 'ClassDirective') return;
    if (kind === 'Attribute') {
      visitAttribute(value);
      return;
    }
    if (typeof kind === 'string' && /Expression|Statement|Declaration|Literal|Identifier/.test(kind)) return;
    Object.values(value).forEach(visit);
  };
  visit(parse(file.text, { modern: true, filename: file.path }).fragment);
  return { literalTexts, literalLabels, hasStyleAttribute, hasHtmlTag };
}
