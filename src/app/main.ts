import './styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { AppUpdates } from './pwa/app-updates.svelte.ts';
import { AppState } from './state/app-state.svelte.ts';
import { trustOwnScripts } from './trust-own-scripts.ts';

trustOwnScripts();

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element with the id "app"');

const app = new AppState();
const updates = new AppUpdates({
  // Seals what was typed and waits until it is saved; the vault is locked after the reload, as after any other.
  settle: async () => {
    await app.practice?.close();
  },
  reload: () => location.reload(),
});
mount(App, { target, props: { app, updates } });
void updates.start();
void app.start();
