// Why a client needs attention, and who comes first. Laws: the order is a total preorder over any set of clients, it never
// depends on the others in the list, and who has no reason here is never called safe.
import { daysBetween } from '../calendar/days.ts';
import type { ChangeMeaning } from '../change/reliable-change.ts';
import type { FollowUpMonths } from '../episodes/ending.ts';
import type { CalendarDay } from '../verdict/score-point.ts';
import type { StandingSafety } from './standing-safety.ts';

/** How the client stands with the practice. */
export type Care = 'active' | 'waiting' | 'ended';

/** A line that stands in one state since a day; null where only a session number is known. */
export interface LineSince {
  readonly measure: string;
  readonly since: CalendarDay | null;
}

/** What is known of a client that does not change with the day. */
export interface NeedFacts {
  /** By measure, the longest standing first. Silent until a day where a recorded conversation made it so; null: it asks at once. */
  readonly safety: readonly (StandingSafety & { readonly silentUntil: CalendarDay | null })[];
  /** The day on which the last conversation about risk said to ask again, where no safety answer does; null: none. */
  readonly askAgainOn: CalendarDay | null;
  /** `inFollowUp`: found by a measure that was answered after the ending. `meaning`: what the rule's source calls such a change. */
  readonly worse: readonly (LineSince & { readonly inFollowUp: boolean; readonly meaning: ChangeMeaning })[];
  /** On the clinical side of the cut-off, and not changed reliably since the baseline. */
  readonly unchanged: readonly (LineSince & { readonly position: 'above' | 'at' | 'below' })[];
  /** The last day on which any measure was answered; null: none yet. */
  readonly lastMeasureOn: CalendarDay | null;
  /** Follow-ups of the current course's ending that are not done. */
  readonly followUps: readonly { readonly months: FollowUpMonths; readonly dueOn: CalendarDay }[];
  readonly addedOn: CalendarDay;
}

/** `since`: the day it is counted from; null is unknown and taken for long ago. */
export type Need =
  | { readonly kind: 'safety-answer'; readonly since: CalendarDay | null; readonly standing: StandingSafety }
  /** `since`: the day that a conversation about risk had set. */
  | { readonly kind: 'ask-again'; readonly since: CalendarDay }
  | {
      readonly kind: 'reliably-worse';
      readonly since: CalendarDay | null;
      readonly measure: string;
      readonly meaning: ChangeMeaning;
    }
  | {
      readonly kind: 'follow-up-due';
      readonly since: CalendarDay;
      readonly months: FollowUpMonths;
    }
  /** `isFirst`: nothing was ever measured; counted from the day the client was added. */
  | { readonly kind: 'no-measure'; readonly since: CalendarDay; readonly isFirst: boolean }
  | {
      readonly kind: 'unchanged';
      readonly since: CalendarDay | null;
      readonly measure: string;
      readonly position: 'above' | 'at' | 'below';
    }
  | { readonly kind: 'rest'; readonly since: CalendarDay };

export type NeedKind = Need['kind'];

/** So many days without a measure ask for a look. */
export const longWithoutMeasureDays = 30;

/** A lower number comes first. */
const rank: Readonly<Record<NeedKind, number>> = {
  'safety-answer': 0,
  'ask-again': 0,
  'reliably-worse': 1,
  'follow-up-due': 2,
  'no-measure': 2,
  unchanged: 3,
  rest: 4,
};

/** All of a client's needs, the weightiest first; 'rest' where no reason is known. */
export function needsOf(care: Care, facts: NeedFacts, today: CalendarDay): readonly [Need, ...Need[]] {
  const needs: Need[] = [
    ...safetyNeeds(facts, today),
    ...facts.worse
      .filter(({ inFollowUp }) => care !== 'ended' || inFollowUp)
      .map(({ measure, since, meaning }) => ({ kind: 'reliably-worse' as const, since, measure, meaning })),
    ...dueFollowUps(care, facts, today),
    ...missingMeasure(care, facts, today),
    ...(care === 'ended' ? [] : facts.unchanged.map((line) => ({ kind: 'unchanged' as const, ...line }))),
  ];
  const [first, ...rest] = needs.sort(compareNeeds);
  return first ? [first, ...rest] : [{ kind: 'rest', since: facts.lastMeasureOn ?? facts.addedOn }];
}

function safetyNeeds({ safety, askAgainOn }: NeedFacts, today: CalendarDay): Need[] {
  const isOpen = (silentUntil: CalendarDay | null): boolean => silentUntil === null || silentUntil <= today;
  return [
    ...safety
      .filter(({ silentUntil }) => isOpen(silentUntil))
      .map(({ silentUntil: _, ...standing }): Need => ({
        kind: 'safety-answer',
        since: standing.since.occurredOn,
        standing,
      })),
    ...(askAgainOn !== null && isOpen(askAgainOn) ? [{ kind: 'ask-again', since: askAgainOn } as const] : []),
  ];
}

function dueFollowUps(care: Care, { followUps }: NeedFacts, today: CalendarDay): Need[] {
  if (care !== 'ended') return [];
  return followUps
    .filter(({ dueOn }) => dueOn <= today)
    .map(({ months, dueOn }) => ({ kind: 'follow-up-due', since: dueOn, months }));
}

function missingMeasure(care: Care, { lastMeasureOn, addedOn }: NeedFacts, today: CalendarDay): Need[] {
  const since = lastMeasureOn ?? addedOn;
  if (care !== 'active' || daysBetween(since, today) < longWithoutMeasureDays) return [];
  return [{ kind: 'no-measure', since, isFirst: lastMeasureOn === null }];
}

const compareSince = (a: CalendarDay | null, b: CalendarDay | null): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;

/** The weightier first, then what has stood longer. */
export const compareNeeds = (a: Need, b: Need): number =>
  rank[a.kind] - rank[b.kind] || compareSince(a.since, b.since);

export interface Waiting {
  readonly care: Care;
  /** The weightiest. */
  readonly need: Need;
}

/** Who comes first: whoever is not in therapy any more stands behind all the others; 0 where two wait alike. */
export const compareAttention = (a: Waiting, b: Waiting): number =>
  Number(a.care === 'ended') - Number(b.care === 'ended') || compareNeeds(a.need, b.need);
