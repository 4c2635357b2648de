import type { CheckInOrigin } from '../../records/entry.ts';
import { m } from '../paraglide/messages.js';
import { formatInstant } from './format-instant.ts';

/** Where answers came from that nobody watched (VAULT H2, H3). */
export function originWords({ keyCompared, answeredAt }: CheckInOrigin, locale: string): string {
  const when = formatInstant(answeredAt, locale);
  if (keyCompared === null) return m.links_origin_handed_over({ when });
  return keyCompared ? m.links_origin_compared({ when }) : m.links_origin_not_compared({ when });
}
