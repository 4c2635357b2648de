// The entries that the answers of a check-in make. Their ids come from the reply and not from chance: two devices that take
// the same reply in make the same entry, and a second, different reply is seen to be another (VAULT H3).
import type { CheckIn } from '../../records/check-ins.ts';
import type { EntryId, ResponseEntry } from '../../records/entry.ts';
import { parseEntryId } from '../../records/ids.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import type { ClientState } from './client.svelte.ts';
import { newEntry } from './new-entry.ts';
import { now, today } from './now.ts';

export interface CheckInAnswers {
  readonly client: Pick<ClientState, 'chart' | 'record' | 'runningSession'>;
  readonly checkIn: Pick<CheckIn, 'id' | 'asked' | 'createdAt'>;
  readonly findInstrument: FindInstrument;
  /** One list for each questionnaire in the order of `checkIn.asked`; null = skipped. */
  readonly answers: readonly (readonly (number | null)[])[];
  /** UTC, by the clock of the device that answered. */
  readonly answeredAt: string;
  /** Hex. */
  readonly replyPrint: string;
  /** Null: handed over, there was nothing to compare. */
  readonly keyCompared: boolean | null;
  readonly mode: 'link' | 'handed-over';
}

/** One entry for each questionnaire of which anything was answered. Throws where a questionnaire is not known here. */
export async function responsesFrom(from: CheckInAnswers): Promise<ResponseEntry[]> {
  const { client, checkIn, replyPrint, keyCompared, mode, answeredAt } = from;
  const start = newEntry(client, dayAnswered(answeredAt, checkIn.createdAt.utc, now().utc));
  const entries = checkIn.asked.map(async ({ id, version }, index): Promise<ResponseEntry | null> => {
    const answers = from.answers[index] ?? [];
    if (answers.every((answer) => answer === null)) return null;
    const instrument = from.findInstrument(id, version);
    if (!instrument) throw new Error('a check-in of a questionnaire that is not known here');
    return {
      ...start,
      id: await checkInEntryId(checkIn.id, id, replyPrint),
      kind: 'response',
      instrumentId: id,
      instrumentVersion: version,
      coding: instrument.coding,
      language: instrument.language,
      respondent: 'self',
      mode,
      answers,
      enteredTotal: null,
      checkIn: { id: checkIn.id, replyPrint, keyCompared, answeredAt },
    };
  });
  return (await Promise.all(entries)).filter((entry) => entry !== null);
}

export async function checkInEntryId(
  checkInId: string,
  instrumentId: string,
  replyPrint: string,
): Promise<EntryId> {
  const named = ['soundings/check-in-entry', checkInId, instrumentId, replyPrint].join('/');
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(named));
  const hex = Array.from(new Uint8Array(hash, 0, 16), (byte) => byte.toString(16).padStart(2, '0'));
  return parseEntryId(hex.join(''));
}

/**
 * The calendar day on which it was answered. The other clock may be wrong: never before it was asked, never after now; and
 * where our own was set back, not before it was asked.
 */
export function dayAnswered(answeredAt: string, createdAt: string, nowUtc: string): string {
  const latest = nowUtc < createdAt ? createdAt : nowUtc;
  const within = answeredAt < createdAt ? createdAt : answeredAt > latest ? latest : answeredAt;
  return today(new Date(within));
}
