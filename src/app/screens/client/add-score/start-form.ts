// With what the form begins: the measure used last comes first, everything else as it was then.
import type { Instrument } from '../../../../clinical/instruments/instrument.ts';
import type { ResponseMode, ScorePoint } from '../../../../clinical/verdict/score-point.ts';
import type { ClientId, EntryId, ResponseEntry } from '../../../../records/entry.ts';
import type { ClientState } from '../../../state/client.svelte.ts';
import type { Practice } from '../../../state/practice.svelte.ts';
import { ScoreForm } from './score-form.svelte.ts';

/** Ways of collecting that are a matter of choice here; links, files and totals say so by themselves. */
export const chosenModes: readonly ResponseMode[] = ['read-aloud', 'handed-over', 'paper', 'self'];

/** Measures in the order of their last use with this client, then the others as the practice lists them. */
export function measuresByUse(client: ClientState, instruments: readonly Instrument[]): Instrument[] {
  const lastUse = new Map(client.measures.map(({ instrument }, index) => [instrument.id, index]));
  const rank = ({ id }: Instrument): number => lastUse.get(id) ?? Infinity;
  return [...instruments].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** The response to be corrected; null when there is none of this id, or it does not count any more. */
export const originalOf = (client: ClientState, id: EntryId | null): ResponseEntry | null =>
  client.record?.entries.find(
    (entry): entry is ResponseEntry => entry.id === id && entry.kind === 'response',
  ) ?? null;

export interface FormWish {
  readonly instrumentId: string | null;
  readonly replaces: EntryId | null;
}

/** Null when there is no measure to begin with: an unknown one in the address, or of the response to be corrected. */
export function newForm(
  client: ClientState,
  practice: Practice,
  wish: FormWish,
  today: string,
): ScoreForm | null {
  const original = originalOf(client, wish.replaces);
  if (original) {
    const instrument = practice.findInstrument(original.instrumentId, original.instrumentVersion);
    const { respondent, mode } = original;
    return instrument && new ScoreForm({ instrument, respondent, mode, occurredOn: today, original });
  }
  const known = measuresByUse(client, practice.instruments);
  const instrument = wish.instrumentId === null ? known[0] : known.find(({ id }) => id === wish.instrumentId);
  if (!instrument) return null;
  const last = lastPoint(client, instrument.id);
  const mode = last && chosenModes.includes(last.mode) ? last.mode : 'read-aloud';
  return new ScoreForm({
    instrument,
    respondent: last?.respondent ?? 'self',
    mode,
    occurredOn: today,
    original: null,
  });
}

function lastPoint(client: ClientState, instrumentId: string): ScorePoint | null {
  return (
    client.measures.find(({ instrument }) => instrument.id === instrumentId)?.series.points.at(-1)?.point ??
    null
  );
}

const kept = new WeakMap<Practice, Map<string, ScoreForm>>();
const keyOf = (client: ClientId, { replaces }: FormWish): string => `${client}/${replaces ?? ''}`;

/** A form that was left with something in it; another measure in the address begins a new one. */
export function keptForm(practice: Practice, client: ClientId, wish: FormWish): ScoreForm | null {
  const form = kept.get(practice)?.get(keyOf(client, wish)) ?? null;
  if (!form || form.typed === 0) return null;
  return wish.instrumentId === null || form.instrument.id === wish.instrumentId ? form : null;
}

export function keepForm(practice: Practice, client: ClientId, wish: FormWish, form: ScoreForm): void {
  const forms = kept.get(practice) ?? new Map<string, ScoreForm>();
  kept.set(practice, forms.set(keyOf(client, wish), form));
}

export const dropForm = (practice: Practice, client: ClientId, wish: FormWish): void => {
  kept.get(practice)?.delete(keyOf(client, wish));
};
