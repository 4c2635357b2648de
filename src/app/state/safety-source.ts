// From a client's record to its safety answers and the conversations about risk: for the prompts and for the list alike.
import {
  safetyLineKey,
  type RiskConversation,
  type SafetyLine,
} from '../../clinical/attention/open-safety.ts';
import type { ClientRecord } from '../../records/client-record.ts';
import type { Entry } from '../../records/entry.ts';
import type { FindInstrument } from '../../records/score-points.ts';

/** By measure and respondent, whatever the version: a later answer to the same question counts in each of them. */
export function safetyLines(entries: readonly Entry[], find: FindInstrument): SafetyLine[] {
  const byLine = new Map<string, SafetyLine>();
  for (const entry of entries) {
    if (entry.kind !== 'response') continue;
    const instrument = find(entry.instrumentId, entry.instrumentVersion);
    if (!instrument || instrument.safetyItems.length === 0) continue;
    const { instrumentId, respondent, answers, occurredOn, sessionNumber, recordedAt } = entry;
    const key = safetyLineKey(entry);
    // Of a correction its own instant: what it says was not known before.
    const response = { instrument, answers, occurredOn, sessionNumber, recordedAt: recordedAt.utc };
    const responses = [...(byLine.get(key)?.responses ?? []), response];
    byLine.set(key, { instrumentId, respondent, responses });
  }
  return [...byLine.values()];
}

/** Putting the words of a conversation right does not make it a later one. */
export const riskConversations = ({
  entries,
  firstWritten,
}: Pick<ClientRecord, 'entries' | 'firstWritten'>): RiskConversation[] =>
  entries
    .filter((entry) => entry.kind === 'risk-conversation')
    .map(({ id, occurredOn, recordedAt, askAgainOn, discussed }) => ({
      ...{ occurredOn, askAgainOn, discussed },
      recordedAt: (firstWritten.get(id)?.recordedAt ?? recordedAt).utc,
    }));
