import type { CheckIn, CheckInState } from '../../../records/check-ins.ts';
import { m } from '../../paraglide/messages.js';
import type { Practice } from '../../state/practice.svelte.ts';
import { formatInstant } from '../../wording/format-instant.ts';

/** "PHQ-8 and GAD-7"; a questionnaire that is not known here any more by its id. */
export const askedWords = (
  { asked }: Pick<CheckIn, 'asked'>,
  { findInstrument }: Pick<Practice, 'findInstrument'>,
  locale: string,
): string =>
  new Intl.ListFormat(locale).format(
    asked.map(({ id, version }) => findInstrument(id, version)?.shortName ?? id),
  );

/** "open until 11 Mar 2026, 14:05". */
export function stateWords(checkIn: CheckIn, state: CheckInState, locale: string): string {
  const { taken, withdrawnAt, expiresAt, createdAt } = checkIn;
  const until = formatInstant(expiresAt ?? createdAt.utc, locale);
  switch (state) {
    case 'open':
      return m.links_state_open({ until });
    case 'used':
      return m.links_state_used({ when: formatInstant(taken?.at ?? createdAt.utc, locale) });
    case 'withdrawn':
      return m.links_state_withdrawn({ when: formatInstant(withdrawnAt ?? createdAt.utc, locale) });
    case 'expired':
      return m.links_state_expired({ until });
  }
}
