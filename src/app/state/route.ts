// Addresses inside the app. Hash routes work from any static host and sub-path; they hold random ids, never a word.
import { clientIdFrom, parseEntryId } from '../../records/ids.ts';
import type { ClientId, EntryId } from '../../records/entry.ts';

export type Route =
  | { readonly kind: 'clients' }
  | { readonly kind: 'client'; readonly clientId: ClientId }
  | {
      readonly kind: 'add-score';
      readonly clientId: ClientId;
      readonly instrumentId: string | null;
      readonly replaces?: EntryId;
    }
  | { readonly kind: 'import' }
  | { readonly kind: 'library' }
  | { readonly kind: 'settings' };

/** The address of a route, to be used as `href`. */
export function href(route: Route): string {
  switch (route.kind) {
    case 'client':
      return `#/client/${route.clientId}`;
    case 'add-score':
      return `#/client/${route.clientId}/add${route.instrumentId ? `/${encodeURIComponent(route.instrumentId)}` : ''}${route.replaces ? `?replaces=${route.replaces}` : ''}`;
    default:
      return `#/${route.kind}`;
  }
}

/** Reads an address; whatever is not an address of ours is the list of clients. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [place, id = '', verb, instrument] = path.split('/');
  if (place === 'import' || place === 'library' || place === 'settings') return { kind: place };
  const clientId = place === 'client' ? clientIdFrom(id) : null;
  if (clientId === null) return { kind: 'clients' };
  if (verb !== 'add') return { kind: 'client', clientId };
  const replaces = /^replaces=([0-9a-f]{32})$/.exec(query)?.[1];
  return {
    kind: 'add-score',
    clientId,
    instrumentId: instrument ? decoded(instrument) : null,
    ...(replaces ? { replaces: parseEntryId(replaces) } : {}),
  };
}

/** Null where an address was mangled on its way. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export const go = (route: Route): void => {
  location.hash = href(route);
};
