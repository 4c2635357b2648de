import type { CalendarDay } from '../../../clinical/verdict/score-point.ts';
import { m } from '../../paraglide/messages.js';
import type { ClientState } from '../../state/client.svelte.ts';
import type { Practice } from '../../state/practice.svelte.ts';
import { historyRows } from './history-rows.ts';
import { safetyNotes } from './safety-notes.ts';

/** Which safety answers stand, each with its measure, without what asks for a conversation. */
export function standingFacts(
  { record, chart, measures }: ClientState,
  find: Practice['findInstrument'],
  today: CalendarDay,
  locale: string,
): string[] {
  const notes = safetyNotes(historyRows(record, chart, measures, find), null, today, locale);
  return notes.flatMap(({ measure, facts }) =>
    facts.map((sentence) => m.client_named_sentence({ name: measure, sentence })),
  );
}
