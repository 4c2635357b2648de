// What holds while something is shown to a client, whatever stands on the screen.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SharedView } from '../../../src/app/state/shared-view.ts';
import { Sharing } from '../../../src/app/state/sharing.svelte.ts';
import { Toasts } from '../../../src/app/state/toasts.svelte.ts';

const view: SharedView = { day: '12 March 2026', measures: [], goals: [], changes: [] };
const pressed = (key: string): Event => Object.assign(new Event('keydown', { cancelable: true }), { key });
let toasts: Toasts;
let sharing: Sharing;

beforeEach(() => {
  vi.stubGlobal('document', new EventTarget());
  toasts = new Toasts();
  sharing = new Sharing(toasts);
});
afterEach(() => {
  sharing.end();
  vi.unstubAllGlobals();
});

test('Escape leaves, any other key does not', () => {
  sharing.begin(view);
  document.dispatchEvent(pressed('s'));
  expect(sharing.view).toBe(view);
  const escape = pressed('Escape');
  document.dispatchEvent(escape);
  expect(sharing.view).toBeNull();
  expect(escape.defaultPrevented).toBe(true);
});

test('afterwards Escape is everybody’s again, and leaving twice is leaving once', () => {
  sharing.begin(view);
  sharing.end();
  sharing.end();
  const escape = pressed('Escape');
  document.dispatchEvent(escape);
  expect(escape.defaultPrevented).toBe(false);
});

test('messages wait until it is left', () => {
  toasts.show({ text: 'before' });
  sharing.begin(view);
  toasts.show({ text: 'meanwhile' });
  expect(toasts.all).toEqual([]);
  sharing.end();
  expect(toasts.all.map(({ text }) => text)).toEqual(['before', 'meanwhile']);
  for (const { id } of toasts.all) toasts.dismiss(id);
});
