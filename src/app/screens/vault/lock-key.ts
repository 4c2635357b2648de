// Alt+Shift+L: free in Chromium, Firefox and Safari, beside the telehealth pages, and not AltGr (which types letters).
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** As `aria-keyshortcuts` wants it. */
export const lockShortcut = 'Alt+Shift+L';

/** As it stands on the keys of this computer. */
export const lockKeys = (): string => (isMac ? '⌥⇧L' : lockShortcut);

/** By the key's place: with Alt held, a Mac gives another letter. */
export const isLockKey = (event: KeyboardEvent): boolean =>
  event.code === 'KeyL' && event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
