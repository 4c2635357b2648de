// Text → HTML, escaped by construction: a string put into `markup` is text, and only what `markup` made
// is markup. (Not named `html`: Prettier would re-indent the templates, and white space is content in a cell.)

const brand = Symbol('markup');

export interface Markup {
  readonly [brand]: string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

type Part = string | number | Markup | readonly Part[] | null;

function render(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return isMarkup(part) ? part[brand] : part.map(render).join('');
}

const isMarkup = (part: Markup | readonly Part[]): part is Markup => brand in part;

/** Template tag: markup`<td>${anything}</td>`; nothing put in can become markup, except the result of another `markup`. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { [brand]: strings.reduce((made, text, index) => made + render(parts[index - 1] ?? null) + text) };
}

export const markupToText = (markup: Markup): string => markup[brand];
