// How screens reach the state: one AppState per page, handed down by Svelte's context.
import { createContext } from 'svelte';
import type { AppState } from './app-state.svelte.ts';
import type { Practice } from './practice.svelte.ts';

const [getApp, provideApp] = createContext<AppState>();
export { getApp, provideApp };

/** The open practice. Throws before the door: a screen of the practice is never shown there. */
export function getPractice(): Practice {
  const { practice } = getApp();
  if (!practice) throw new Error('no practice is open');
  return practice;
}
