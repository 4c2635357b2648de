// Single keys count only while nobody types and nothing lies over the page; and single letters only while they are not switched
// off, because who speaks to a computer presses them by accident (WCAG 2.2, 2.1.4).
const typing =
  'textarea, select, [contenteditable], [role="menu"], input:not([type="checkbox"], [type="radio"])';

export function isFreeKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest(typing) && !document.querySelector('dialog[open]');
}

/** Where Enter has a meaning of its own. */
export const takesEnter = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('a, button, summary, [role="application"]') !== null;

/** The letter or sign that is pressed for the page, in lower case; null where none is meant, or they are switched off. */
export const letterKey = (
  event: KeyboardEvent,
  { letterKeys }: { readonly letterKeys: boolean },
): string | null =>
  letterKeys && event.key.length === 1 && isFreeKey(event) ? event.key.toLowerCase() : null;
