// What each kind of entry says, in its readable form (exchange/readable): plain values under plain names. Beside an id stands
// what it is called at the time of the export.
import type { ChangeTarget } from '../../clinical/change-of-course/change-target.ts';
import type { GoalId } from '../../clinical/goals/goal.ts';
import type { ReadableClient } from '../../exchange/readable/readable-record.ts';
import type { MarkId } from '../../clinical/marks/mark.ts';
import type { Entry, EntryId, ResponseEntry, SessionEntry } from '../../records/entry.ts';

type OtherEntry = Exclude<Entry, ResponseEntry>;
type ReadableEntry = ReadableClient['otherEntries'][number];

export interface ReadableNames {
  readonly technique: (id: string) => string;
  /** Null: its words are not known here. */
  readonly goal: (id: GoalId) => string | null;
  /** Any version of it, for any respondent. */
  readonly measure: (instrumentId: string) => string;
  readonly mark: (id: MarkId) => string;
  /** Of a note. */
  readonly template: (id: string) => string;
  /** The day of a signed note; null: it is not there. */
  readonly noteDay: (id: EntryId) => string | null;
  /** The label of a change of course, or of what it was corrected from; null: it is not there. */
  readonly pivot: (id: EntryId) => string | null;
}

/** @param counts false: a correction has replaced it */
export function readableEntry(entry: OtherEntry, names: ReadableNames, counts: boolean): ReadableEntry {
  const { id, kind, occurredOn, sessionNumber, recordedAt, episode, session, replaces = null } = entry;
  return {
    ...{ id, kind, occurredOn, sessionNumber, recordedAt, episode },
    content: contentOf(entry, names),
    ...(session && { duringSession: session }),
    ...{ replaces, counts },
  };
}

function contentOf(entry: OtherEntry, names: ReadableNames): ReadableEntry['content'] {
  switch (entry.kind) {
    case 'session':
      return sessionFields(entry);
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
      return {
        ...{ goalId: entry.goalId, goal: names.goal(entry.goalId) },
        ...{ scale: entry.scale, value: entry.value },
      };
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
        .map(({ measure, answer }) => `${measureIn(measure, names)}: ${String(answer)}`)
        .join(', ');
      return { asked, said, means, protectiveFactors, whereNow, plan, told, askAgainOn, discussed };
    }
    case 'pivot': {
      const { inTheWay, from, to, label, target, direction, reviewOn, agreement, clientWording } = entry;
      return {
        ...{ obstacles: entry.obstacles.join(', '), inTheWay },
        ...{ from, fromName: from && names.technique(from), to, toName: to && names.technique(to), label },
        ...targetFields(target, names),
        ...{ direction, reviewOn, agreement, clientWording },
      };
    }
    case 'review': {
      const { pivotId, decision, words, nextReviewOn } = entry;
      return { pivotId, ofPivot: names.pivot(pivotId), decided: decision, words, nextReviewOn };
    }
    case 'mark':
      return {
        ...{ mark: entry.mark, markName: names.mark(entry.mark) },
        ...{ minute: entry.minute, words: entry.words },
      };
    case 'distress':
      return { distress: entry.value, minute: entry.minute };
    case 'technique-use':
      return {
        technique: entry.technique,
        techniqueName: names.technique(entry.technique),
        minute: entry.minute,
        reaction: entry.response,
      };
    case 'note':
      return {
        ...{ template: entry.template, templateName: names.template(entry.template) },
        text: entry.sections
          .map(({ title, text }) => (title === '' ? text : `${title}\n${text}`))
          .join('\n\n'),
        sha256: entry.sha256,
      };
    case 'addendum':
      return { noteId: entry.noteId, ofNote: names.noteDay(entry.noteId), text: entry.text };
  }
}

/** Only what was written down: an export does not say "no" where nobody asked. */
function sessionFields(entry: SessionEntry): ReadableEntry['content'] {
  const { attendance, startedAt, endedAt, place, whereToday, homework, forNextTime, isShared } = entry;
  const all = { attendance, startedAt, endedAt, place, whereToday, homework, forNextTime, isShared };
  return Object.fromEntries(
    Object.entries(all).flatMap(([field, value]) =>
      value === undefined || value === '' || value === false ? [] : [[field, value]],
    ),
  );
}

function targetFields(target: ChangeTarget | null, names: ReadableNames): ReadableEntry['content'] {
  if (target === null) return {};
  return target.kind === 'goal'
    ? { target: target.goalId, targetName: names.goal(target.goalId) }
    : {
        target: `${target.instrumentId}/${target.respondent}`,
        targetName: names.measure(target.instrumentId),
      };
}

/** A conversation names a measure and who answered it, as a prompt does. */
const measureIn = (line: string, names: ReadableNames): string => names.measure(line.split('/')[0] ?? line);
