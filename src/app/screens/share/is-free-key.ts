// Single keys count only while nobody types and nothing lies over the page (as in the list of clients).
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

export const isShareKey = (event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === 's' && !event.shiftKey && isFreeKey(event);
