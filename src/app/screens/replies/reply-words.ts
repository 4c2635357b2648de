import { m } from '../../paraglide/messages.js';
import type { ReplyJudgement } from '../../state/check-in-reply.ts';
import { formatInstant } from '../../wording/format-instant.ts';

/** Why a text is no reply that can be read at all. */
export type Unreadable = 'not-a-reply' | 'too-long' | 'damaged' | 'newer' | 'nobody-here';

const unreadable: Readonly<Record<Unreadable, () => string>> = {
  'not-a-reply': m.links_why_not_a_reply,
  'too-long': m.links_why_too_long,
  damaged: m.links_why_damaged,
  newer: m.links_why_newer,
  'nobody-here': m.links_why_nobody_here,
};

export const whyUnreadable = (why: Unreadable): string => unreadable[why]();

/** Why a reply of this client is not taken in. */
export function whyNotTakenIn(
  judgement: Exclude<ReplyJudgement, { kind: 'readable' }>,
  client: string,
  locale: string,
): string {
  switch (judgement.kind) {
    case 'already-taken':
      return m.links_why_taken({ when: formatInstant(judgement.at, locale) });
    case 'withdrawn':
      return m.links_why_withdrawn({ when: formatInstant(judgement.at, locale) });
    case 'expired': {
      const until = formatInstant(judgement.at, locale);
      return judgement.wasInTime ? m.links_why_expired_late({ until }) : m.links_why_expired({ until });
    }
    case 'instrument-unknown':
      return m.links_why_instrument({ id: judgement.instrumentId, version: judgement.version });
    case 'check-in-unknown':
      return m.links_why_unknown({ client });
    case 'other-key':
      return m.links_why_other_key({ client });
    case 'malformed':
      return m.links_why_malformed();
    case 'wrong-answers':
      return m.links_why_wrong_answers();
    case 'nothing-answered':
      return m.links_why_nothing();
  }
}
