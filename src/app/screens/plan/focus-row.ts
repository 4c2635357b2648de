import { tick } from 'svelte';

/** After a row was changed, or has gone: the cursor goes to the first button of the row that is named so. */
export async function focusRow(section: HTMLElement | undefined, row: string): Promise<void> {
  await tick();
  section?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"] :is(button, a)`)?.focus();
}
