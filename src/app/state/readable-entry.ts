// What each kind of entry says, in its readable form (exchange/readable): plain values under plain names.
import type { ReadableClient } from '../../exchange/readable/readable-record.ts';
import type { Entry, ResponseEntry } from '../../records/entry.ts';

type OtherEntry = Exclude<Entry, ResponseEntry>;
type ReadableEntry = ReadableClient['otherEntries'][number];

export function readableEntry(entry: OtherEntry): ReadableEntry {
  const { id, kind, occurredOn, sessionNumber, recordedAt, episode } = entry;
  return { id, kind, occurredOn, sessionNumber, recordedAt, episode, content: contentOf(entry) };
}

function contentOf(entry: OtherEntry): ReadableEntry['content'] {
  switch (entry.kind) {
    case 'session':
      return { attendance: entry.attendance };
    case 'baseline': {
      const { instrumentId, respondent, responseId, reason } = entry;
      return { instrumentId, respondent, responseId, reason };
    }
    case 'ending':
      return {
        endingReason: entry.reason,
        summary: entry.summary,
        followUpMonths: entry.followUpMonths.join(', '),
      };
    case 'reopening':
      return {};
    case 'check-out': {
      const { heard, topics, way, overall } = entry;
      return { heard, topics, way, overall };
    }
    case 'rating':
      return { goalId: entry.goalId, scale: entry.scale, value: entry.value };
    case 'life-event':
      return { words: entry.words };
    case 'consent':
      return { state: entry.state, note: entry.note };
    case 'decision': {
      const { prompt, about, answer, reason, seen, value } = entry;
      return { prompt, about, answer, reason, obstacles: entry.obstacles.join(', '), seen, value };
    }
    case 'risk-conversation': {
      const { asked, said, means, protectiveFactors, whereNow, plan, told, askAgainOn } = entry;
      const discussed = entry.discussed
        .map(({ measure, answer }) => `${measure}: ${String(answer)}`)
        .join(', ');
      return { asked, said, means, protectiveFactors, whereNow, plan, told, askAgainOn, discussed };
    }
    case 'pivot': {
      const { inTheWay, from, to, label, direction, reviewOn, agreement, clientWording, target } = entry;
      const moving = target && (target.kind === 'goal' ? target.goalId : target.instrumentId);
      return {
        ...{ obstacles: entry.obstacles.join(', '), inTheWay, from, to, label },
        ...{ target: moving, direction, reviewOn, agreement, clientWording },
      };
    }
    case 'review': {
      const { pivotId, decision, words, nextReviewOn } = entry;
      return { pivotId, decision, words, nextReviewOn };
    }
  }
}
