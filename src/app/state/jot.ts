// What is jotted down during a session, always in reach; it fills the note afterwards.
import { readJot, typeJot } from '../../records/note-drafts.ts';
import type { ClientState } from './client.svelte.ts';

export const jotted = (client: Pick<ClientState, 'read'>, session: string): string =>
  client.read((doc) => readJot(doc, session)) ?? '';

export const jot = (client: Pick<ClientState, 'type'>, session: string, text: string): void =>
  client.type((doc) => typeJot(doc, session, text));
