// Handing the tablet to a client (VAULT H5): a check-in that is durable in the record, then the sheet that this device asks from.
// Locking comes after it and is the app's.
import { publishedInstruments } from '../../clinical/instruments/catalogue.ts';
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { dueMeasures } from '../../clinical/schedule/due-measures.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { parseCheckInId, writeCheckIn, type CheckIn } from '../../records/check-ins.ts';
import { newPlainId } from '../../records/ids.ts';
import type { DocumentStatus, HandOverMark, HandOverSheet } from '../../sync/index.ts';
import type { ClientState } from './client.svelte.ts';
import { now } from './now.ts';
import type { Practice } from './practice.svelte.ts';
import { random } from './random.ts';
import { checkInOf } from './take-back.ts';

export type HandOverBeginning =
  | { readonly kind: 'ready'; readonly sheet: HandOverSheet }
  | { readonly kind: 'not-saved'; readonly status: Exclude<DocumentStatus, { readonly kind: 'saved' }> };

/** Only what can be shown while the vault is locked: own measures lie inside it. */
export const canBeHandedOver = (): readonly Instrument[] =>
  publishedInstruments.filter(({ items }) => items.length > 0);

/** The ids of what is due from the client themself. */
export const dueFromClient = (client: Pick<ClientState, 'due'>, day: CalendarDay): ReadonlySet<string> =>
  new Set(
    dueMeasures(client.due, day)
      .filter(({ respondent }) => respondent === 'self')
      .map(({ instrumentId }) => instrumentId),
  );

/** Begins only when everything is Saved; `asked` in the order in which it is asked. */
export async function beginHandOver(
  practice: Pick<Practice, 'session' | 'crisisContacts'>,
  client: Pick<ClientState, 'id' | 'edit'>,
  asked: readonly Pick<Instrument, 'id' | 'version'>[],
  language: string,
): Promise<HandOverBeginning> {
  const before = await practice.session.flush();
  if (before.kind !== 'saved') return { kind: 'not-saved', status: before };
  const checkIn: CheckIn = {
    id: parseCheckInId(newPlainId(random)),
    way: 'handed-over',
    asked: asked.map(({ id, version }) => ({ id, version })),
    language,
    createdAt: now(),
    // There is no link: the sheet lies on this device.
    ...{ expiresAt: null, fragment: '', withdrawnAt: null, wordsCompared: false, taken: null },
  };
  const status = await client.edit((doc) => writeCheckIn(doc, checkIn));
  if (status.kind !== 'saved') return { kind: 'not-saved', status };
  const sheet = await practice.session.inbox.handOver({
    clientId: client.id,
    checkInId: checkIn.id,
    asked: checkIn.asked,
    contacts: practice.crisisContacts.map(({ name, reach, note }) => ({ name, reach, note })),
    ...{ language, next: 0, hasEnded: false },
  });
  return { kind: 'ready', sheet };
}

/** An unfinished one goes on at the next question that was not reached. */
export async function handOverAgain(
  practice: Pick<Practice, 'session' | 'crisisContacts'>,
  client: Pick<ClientState, 'id' | 'read'>,
  mark: HandOverMark,
): Promise<HandOverBeginning> {
  const checkIn = checkInOf(client, mark);
  if (!checkIn) throw new Error('a hand-over that the record does not know');
  const status = await practice.session.flush();
  if (status.kind !== 'saved') return { kind: 'not-saved', status };
  const { byIndex } = await practice.session.inbox.given(mark);
  const sheet = await practice.session.inbox.handOver({
    clientId: client.id,
    checkInId: checkIn.id,
    asked: checkIn.asked,
    contacts: practice.crisisContacts.map(({ name, reach, note }) => ({ name, reach, note })),
    ...{ language: checkIn.language, next: Math.max(-1, ...byIndex.keys()) + 1, hasEnded: false },
  });
  return { kind: 'ready', sheet };
}
