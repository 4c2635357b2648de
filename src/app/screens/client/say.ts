import type { AppState } from '../../state/app-state.svelte.ts';

/** Says what was done. The newest takes the place of what stands there, so that "Undo" always means what was done last. */
export function say({ toasts }: AppState, text: string, undo?: () => Promise<unknown>): void {
  for (const { id } of toasts.all) toasts.dismiss(id);
  toasts.show({ text, ...(undo ? { undo: () => void undo() } : {}) });
}
