// Addresses inside the app. Hash routes work from any static host and sub-path; they hold random ids, never a word.
import { clientIdFrom, parseEntryId } from '../../records/ids.ts';
import type { ClientId, EntryId } from '../../records/entry.ts';

/** A page of one client that needs nothing but who it is. */
export const clientPages = [
  'plan',
  'share',
  'risk',
  'change',
  'session',
  'contacts',
  'hand-over',
  'send',
  'notes',
  'private',
  'timeline',
] as const;
export type ClientPage = (typeof clientPages)[number];

/** A page of the practice. */
export const practicePages = [
  'today',
  'clients',
  'outcomes',
  'import',
  'replies',
  'library',
  'settings',
] as const;
export type PracticePage = (typeof practicePages)[number];

export type Route =
  | { readonly kind: PracticePage }
  | { readonly kind: 'client'; readonly clientId: ClientId }
  | { readonly kind: ClientPage; readonly clientId: ClientId }
  /** One questionnaire read aloud, question by question. */
  | { readonly kind: 'read-aloud'; readonly clientId: ClientId; readonly instrumentId: string }
  | {
      readonly kind: 'add-score';
      readonly clientId: ClientId;
      readonly instrumentId: string | null;
      readonly replaces?: EntryId;
    };

/** The address of a route, to be used as `href`. */
export function href(route: Route): string {
  switch (route.kind) {
    case 'client':
      return `#/client/${route.clientId}`;
    case 'read-aloud':
      return `#/client/${route.clientId}/read/${encodeURIComponent(route.instrumentId)}`;
    case 'add-score':
      return `#/client/${route.clientId}/add${route.instrumentId ? `/${encodeURIComponent(route.instrumentId)}` : ''}${route.replaces ? `?replaces=${route.replaces}` : ''}`;
    default:
      return 'clientId' in route ? `#/client/${route.clientId}/${route.kind}` : `#/${route.kind}`;
  }
}

/** Reads an address; whatever is not an address of ours is the first screen. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [place, id = '', verb, instrument] = path.split('/');
  const practicePage = practicePages.find((page) => page === place);
  if (practicePage) return { kind: practicePage };
  const clientId = place === 'client' ? clientIdFrom(id) : null;
  if (clientId === null) return { kind: 'today' };
  const clientPage = clientPages.find((page) => page === verb);
  if (clientPage) return { kind: clientPage, clientId };
  const readAloud = verb === 'read' && instrument ? decoded(instrument) : null;
  if (readAloud !== null) return { kind: 'read-aloud', clientId, instrumentId: readAloud };
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
