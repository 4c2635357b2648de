// What the caseload shows of one client: derived from its document, kept packed and sealed in blocks (VAULT P4).
import type { NeedFacts } from '../../clinical/attention/need.ts';
import type { Range } from '../../clinical/instruments/instrument.ts';
import type { CalendarDay, Respondent } from '../../clinical/verdict/score-point.ts';
import type { Verdict } from '../../clinical/verdict/verdict.ts';
import type { Appointment } from '../../records/appointment.ts';
import type { ClientId } from '../../records/entry.ts';
import type { ClientStatus } from '../../records/directory.ts';
import type { OutcomeFacts } from './outcome-facts.ts';
import type { TodayFacts } from './today-facts.ts';

/** A verdict in one word, for lists. */
export type Standing =
  'recovered' | 'improved' | 'unchanged' | 'deteriorated' | 'too-few-points' | 'no-rule' | 'no-scores';

export const standingOf = (verdict: Verdict): Standing =>
  verdict.kind === 'judged' ? verdict.status : verdict.kind;

/** One measure of one client, answered by one respondent: where it stands and how it got there. */
export interface LineSummary {
  readonly instrumentId: string;
  readonly instrumentVersion: string;
  readonly shortName: string;
  readonly respondent: Respondent;
  readonly standing: Standing;
  /** The last complete response. */
  readonly latest: {
    readonly total: number;
    readonly bandLabel: string | null;
    readonly occurredOn: CalendarDay | null;
    readonly sessionNumber: number | null;
  } | null;
  /** Totals of the current course, oldest first; null = a gap. At most the last 40. */
  readonly spark: readonly (number | null)[];
  readonly range: Range;
}

export interface ClientSummary {
  readonly id: ClientId;
  readonly label: string;
  /** Tells a changed label from the same one without opening it. */
  readonly labelPrint: string;
  readonly status: ClientStatus;
  /** The measure answered last comes first. */
  readonly lines: readonly LineSummary[];
  readonly responses: number;
  /** When the client was added, UTC: tells those of one name apart. */
  readonly addedAt: string;
  /** What is known of their needs; which of them stand is a matter of the day (clinical/attention). */
  readonly needs: NeedFacts;
  readonly appointment: Appointment;
  /** For the first screen. */
  readonly today: TodayFacts;
  /** For the page of the practice's outcomes. */
  readonly outcomes: OutcomeFacts;
  /** False: something of this record is damaged, late or missing. */
  readonly isWhole: boolean;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const clientsPerBlock = 64;

export const packBlock = (summaries: readonly ClientSummary[]): Uint8Array =>
  encoder.encode(JSON.stringify(summaries));

/** The bytes were sealed by this app under the stamp of this derivation, so their shape is known. */
export const unpackBlock = (plain: Uint8Array): ClientSummary[] =>
  JSON.parse(decoder.decode(plain)) as ClientSummary[];
