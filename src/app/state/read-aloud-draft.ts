// A questionnaire that is being read aloud, kept in the client's record at every answer, so that neither a lock nor a crash takes
// what was said. It is no response until it is saved: nothing counts half.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { writeDraft, type DraftKind } from '../../records/client-choices.ts';
import type { InnerDocument } from '../../sync/index.ts';
import { dayIn, draftOf, fieldsOf, keepDraft, type DraftHolder } from './drafts.ts';

export interface ReadAloudDraft {
  readonly occurredOn: CalendarDay;
  readonly answers: readonly (number | null)[];
  /** The question to go on with; as many as there are: all were asked. */
  readonly next: number;
}

const kindOf = (instrumentId: string): DraftKind => `read-aloud/${instrumentId}`;

/** Null: none was begun, or of another version of the questionnaire. */
export function begunAloud(
  client: DraftHolder,
  { id, version, items }: Pick<Instrument, 'id' | 'version' | 'items'>,
): ReadAloudDraft | null {
  const kept = draftOf(client, kindOf(id));
  if (kept === null) return null;
  const fields = fieldsOf(kept);
  const occurredOn = dayIn(fields['occurredOn']);
  const { answers, next } = fields;
  if (fields['version'] !== version || occurredOn === null) return null;
  if (!Array.isArray(answers) || answers.length !== items.length || typeof next !== 'number') return null;
  const given = answers.map((answer: unknown) => (typeof answer === 'number' ? answer : null));
  return { occurredOn, answers: given, next: Math.min(Math.max(0, Math.trunc(next)), items.length) };
}

export const keepAloud = (
  client: DraftHolder,
  { id, version }: Pick<Instrument, 'id' | 'version'>,
  draft: ReadAloudDraft,
): Promise<void> => keepDraft(client, kindOf(id), { ...draft, version });

/** In the step that saves it, or that begins again. */
export const dropAloud = (doc: InnerDocument, instrumentId: string): void =>
  writeDraft(doc, kindOf(instrumentId), null);
