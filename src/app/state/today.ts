// The first screen: who comes today, and what waits with everybody else. Pure: the day comes in. Laws: who has an appointment
// today stands once, at its hour; nobody is ever said to need nothing; a client whose therapy ended waits only in a count.
import { weekdayOf } from '../../clinical/calendar/days.ts';
import { promptKinds, type Prompt } from '../../clinical/prompts/prompt.ts';
import { lastAnswered, putForward, type PutForward } from '../../clinical/prompts/put-forward.ts';
import { dueMeasures, isOverdue, type DueFacts } from '../../clinical/schedule/due-measures.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { MeetingPlace } from '../../records/appointment.ts';
import type { ClientSummary } from './client-summary.ts';
import type { PivotUpForReview } from './today-facts.ts';

export type TodayClient = Pick<
  ClientSummary,
  'id' | 'label' | 'addedAt' | 'status' | 'appointment' | 'today' | 'isWhole'
>;

/** What waits with one client. */
export interface Waits extends PutForward {
  /** Pivots whose review date has come, the longest waiting first. */
  readonly reviews: readonly PivotUpForReview[];
}

export interface TodayRow extends Waits {
  readonly client: TodayClient;
  /** 'HH:MM'; null where only the day is known. */
  readonly time: string | null;
  readonly place: MeetingPlace | null;
  /** False: it is the usual slot, and no date was set. */
  readonly isConfirmed: boolean;
  /** What the plan asks for today. */
  readonly due: readonly DueFacts[];
}

export interface WaitingRow extends Waits {
  readonly client: TodayClient;
  /** Measures whose planned occasion has gone by. */
  readonly overdue: readonly DueFacts[];
}

export interface TodayView {
  /** In order of time; those without a time come last. */
  readonly appointments: readonly TodayRow[];
  /** Safety first, then the other prompts in the order in which they are put forward, reviews, measures. */
  readonly waiting: readonly WaitingRow[];
  /** Clients whose therapy ended and who have a safety prompt that waits. */
  readonly endedWithSafety: number;
  /** The first day after today with an appointment; null: none is planned. */
  readonly nextOn: CalendarDay | null;
}

export function todayView(clients: readonly TodayClient[], today: CalendarDay, locale: string): TodayView {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const byName = (a: TodayClient, b: TodayClient): number =>
    compare(a.label, b.label) || (a.id < b.id ? -1 : 1);
  const current = clients.filter(({ status }) => status !== 'ended');
  const appointments = current.flatMap((client) => appointmentOn(client, today));
  const expected = new Set(appointments.map(({ client }) => client.id));
  const waiting = current
    .filter(({ id }) => !expected.has(id))
    .map((client) => ({
      client,
      ...waitsOf(client, today),
      overdue: client.today.due.filter((planned) => isOverdue(planned, today)),
    }))
    .filter((row) => weightOf(row) < nothing);
  return {
    appointments: appointments.sort((a, b) => compareTimes(a.time, b.time) || byName(a.client, b.client)),
    waiting: waiting.sort(
      (a, b) =>
        weightOf(a) - weightOf(b) ||
        compareTexts(sinceOf(a) ?? '', sinceOf(b) ?? '') ||
        byName(a.client, b.client),
    ),
    endedWithSafety: clients.filter(
      (client) => client.status === 'ended' && waitsOf(client, today).safety.length > 0,
    ).length,
    nextOn: nextDay(current, today),
  };
}

/** A date that was set counts, and the usual slot only where none is: what has passed is not the next any more. */
function appointmentOn(client: TodayClient, today: CalendarDay): TodayRow[] {
  const { next, slot } = client.appointment;
  const isSet = next !== null && next.on >= today;
  const meeting = isSet
    ? next.on === today
      ? next
      : null
    : slot?.weekday === weekdayOf(today)
      ? slot
      : null;
  if (!meeting) return [];
  return [
    {
      client,
      time: meeting.time,
      place: meeting.place,
      isConfirmed: isSet,
      due: dueMeasures(client.today.due, today),
      ...waitsOf(client, today),
    },
  ];
}

const waitsOf = ({ today: { prompts, decisions, pivots } }: TodayClient, today: CalendarDay): Waits => ({
  ...putForward(prompts, lastAnswered(decisions, today), today),
  reviews: pivots
    .filter(({ reviewDueOn }) => reviewDueOn <= today)
    .sort((a, b) => compareTexts(a.reviewDueOn, b.reviewDueOn)),
});

/** The prompts that wait, in the order in which they are shown. */
export const waitingPrompts = ({ safety, first, folded }: PutForward): readonly Prompt[] => [
  ...safety,
  ...(first ? [first] : []),
  ...folded,
];

const nothing = promptKinds.length + 2;

/** A lower number comes first. */
function weightOf(row: WaitingRow): number {
  const [prompt] = waitingPrompts(row);
  if (prompt) return promptKinds.indexOf(prompt.kind);
  if (row.reviews.length > 0) return promptKinds.length;
  return row.overdue.length > 0 ? promptKinds.length + 1 : nothing;
}

/** Of two that weigh the same, what has waited longer comes first. */
function sinceOf(row: WaitingRow): CalendarDay | null {
  const [prompt] = waitingPrompts(row);
  if (!prompt) return row.reviews[0]?.reviewDueOn ?? null;
  return prompt.reason.kind === 'safety' ? prompt.reason.standing.since.occurredOn : prompt.from;
}

function nextDay(clients: readonly TodayClient[], today: CalendarDay): CalendarDay | null {
  const days = clients.flatMap(({ appointment: { next } }) => (next && next.on > today ? [next.on] : []));
  return days.sort()[0] ?? null;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** 'HH:MM' sorts as it is; the unknown stands last. */
const compareTimes = (a: string | null, b: string | null): number => compareTexts(a ?? '99:99', b ?? '99:99');
