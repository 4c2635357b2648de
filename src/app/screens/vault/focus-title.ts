/** Moves focus to a page's title when it appears, so that a screen reader goes on there. */
export const focusTitle = (title: HTMLElement): void => title.focus({ preventScroll: true });
