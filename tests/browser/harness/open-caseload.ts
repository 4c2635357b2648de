// The app itself, with a made-up caseload of any size in a vault in memory: nothing is typed in, sealed by a passphrase or
// read from a file, so that a test of the list spends its time on the list.
import '../../../src/app/styles/base.css';
import { mount } from 'svelte';
import App from '../../../src/app/App.svelte';
import { AppUpdates } from '../../../src/app/pwa/app-updates.svelte.ts';
import { AppState } from '../../../src/app/state/app-state.svelte.ts';
import type { Practice } from '../../../src/app/state/practice.svelte.ts';
import { trustOwnScripts } from '../../../src/app/trust-own-scripts.ts';
import { makeCaseload, type CaseloadRequest } from '../../caseload/make-caseload.ts';

/** The app with the example's two dozen. */
export async function openPractice(
  target: HTMLElement,
): Promise<{ readonly app: AppState; readonly practice: Practice }> {
  trustOwnScripts();
  const app = new AppState();
  const updates = new AppUpdates({ settle: () => Promise.resolve(), reload: () => undefined });
  mount(App, { target, props: { app, updates } });
  await app.start();
  await app.lookAround();
  location.hash = '#/clients';
  const { practice } = app;
  if (!practice) throw new Error('the example did not open');
  return { app, practice };
}

/** `label` names the client at a place of the caseload; the example's own two dozen are there as well. */
export async function openCaseload(
  target: HTMLElement,
  request: CaseloadRequest,
  label: (index: number) => string,
): Promise<void> {
  const { practice } = await openPractice(target);
  const { clients } = makeCaseload(request);
  const named = clients.map((client, index) => ({ ...client, label: label(index) }));
  for (let from = 0; from < named.length; from += 200)
    await practice.addClients(named.slice(from, from + 200));
}
