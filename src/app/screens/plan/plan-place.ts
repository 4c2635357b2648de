// The plan and the page that says why we measure are two places of one address: #/client/<id>/plan and …/plan/why.
import type { ClientId } from '../../../records/entry.ts';
import { href, type Route } from '../../state/route.ts';

export const planHref = (clientId: ClientId): string => href({ kind: 'plan', clientId });
export const whyHref = (clientId: ClientId): string => `${planHref(clientId)}/why`;

/** @param hash read anew whenever the route changes */
export const isWhyPlace = (route: Route, hash: string): boolean =>
  route.kind === 'plan' && hash.split('/')[4] === 'why';
