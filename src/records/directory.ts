// The directory document: who there is, the practice's settings and its own measures. Keys are `<id>/<field>` in flat
// maps, so that two devices that change two fields of one client both keep their change. A client's name and code stand
// here only as bytes sealed under the client's own key (VAULT K4); this room never sees them open.
import type * as Y from 'yjs';
import type { OwnMeasureDefinition } from '../clinical/instruments/own-measure.ts';
import type { ClientId, RecordedAt } from './entry.ts';
import { clientIdFrom } from './ids.ts';

export type ClientStatus = 'active' | 'waiting' | 'ended';

export interface DirectoryClient {
  readonly id: ClientId;
  readonly sealedLabel: Uint8Array;
  readonly status: ClientStatus;
  readonly addedAt: RecordedAt;
}

const clientsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('clients');
const settingsOf = (doc: Y.Doc): Y.Map<string | number | boolean> => doc.getMap('settings');
const measuresOf = (doc: Y.Doc): Y.Map<OwnMeasureDefinition> => doc.getMap('measures');

/** All clients, in no particular order. A client whose sealed label has not arrived yet is left out. */
export function readClients(doc: Y.Doc): DirectoryClient[] {
  const map = clientsOf(doc);
  const clients: DirectoryClient[] = [];
  for (const key of map.keys()) {
    const [idText = '', field] = key.split('/');
    const id = clientIdFrom(idText);
    if (field !== 'label' || id === null) continue;
    clients.push({
      id,
      // Written by `writeClient` alone, in blobs that only our own devices can sign.
      sealedLabel: map.get(key) as Uint8Array,
      status: (map.get(`${id}/status`) as ClientStatus | undefined) ?? 'active',
      addedAt: map.get(`${id}/addedAt`) as RecordedAt,
    });
  }
  return clients;
}

export function writeClients(doc: Y.Doc, clients: readonly DirectoryClient[]): void {
  doc.transact(() => {
    const map = clientsOf(doc);
    for (const client of clients) {
      map.set(`${client.id}/label`, client.sealedLabel);
      map.set(`${client.id}/status`, client.status);
      map.set(`${client.id}/addedAt`, client.addedAt);
    }
  });
}

export const writeClientLabel = (doc: Y.Doc, id: ClientId, sealedLabel: Uint8Array): void => {
  clientsOf(doc).set(`${id}/label`, sealedLabel);
};

export const writeClientStatus = (doc: Y.Doc, id: ClientId, status: ClientStatus): void => {
  clientsOf(doc).set(`${id}/status`, status);
};

/** Takes a client out of the list (erasure removes the documents beside). */
export function removeClient(doc: Y.Doc, id: ClientId): void {
  doc.transact(() => {
    for (const field of ['label', 'status', 'addedAt']) clientsOf(doc).delete(`${id}/${field}`);
  });
}

export const readOwnMeasures = (doc: Y.Doc): OwnMeasureDefinition[] => [...measuresOf(doc).values()];

/** A definition is never edited: a change is a new version beside the old one. */
export const writeOwnMeasure = (doc: Y.Doc, definition: OwnMeasureDefinition): void => {
  const key = `${definition.id}@${definition.version}`;
  if (!measuresOf(doc).has(key)) measuresOf(doc).set(key, definition);
};

/** The practice's choices and preferences that travel between devices. */
export type SettingKey =
  | 'idleLockMinutes'
  | 'letterKeys'
  | 'practiceName'
  | 'checkInAddress'
  | `change-rule/${string}`
  | `cut-off/${string}`;

export const readSetting = (doc: Y.Doc, key: SettingKey): string | number | boolean | null =>
  settingsOf(doc).get(key) ?? null;

export const writeSetting = (doc: Y.Doc, key: SettingKey, value: string | number | boolean): void => {
  settingsOf(doc).set(key, value);
};
