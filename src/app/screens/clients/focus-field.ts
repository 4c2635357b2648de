/** Puts the cursor into a dialog's first field, after the dialog itself has chosen where focus goes. */
export function focusField(form: HTMLElement): void {
  queueMicrotask(() => form.querySelector<HTMLElement>('input, textarea')?.focus());
}
