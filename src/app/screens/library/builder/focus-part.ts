import { tick } from 'svelte';

/** Focus follows a part that was added, moved or taken away, once it is drawn. The first selector that finds one wins. */
export async function focusPart(within: HTMLElement | undefined, ...selectors: string[]): Promise<void> {
  await tick();
  for (const selector of selectors) {
    const found = within?.querySelector<HTMLElement>(selector);
    if (!found || found.matches(':disabled')) continue;
    found.focus();
    return;
  }
}
