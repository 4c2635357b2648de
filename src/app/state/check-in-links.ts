// Links that ask a client to answer alone: which questionnaires may go into one, making it, comparing its words, withdrawing it.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { dueMeasures, type DueFacts } from '../../clinical/schedule/due-measures.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import {
  checkInState,
  parseCheckInId,
  readCheckIns,
  writeCheckIn,
  type CheckIn,
  type CheckInState,
} from '../../records/check-ins.ts';
import { newPlainId } from '../../records/ids.ts';
import {
  encodeFragment,
  keyPairFromSeed,
  sixWords,
  type DocumentStatus,
  type VaultSession,
} from '../../sync/index.ts';
import type { ClientState } from './client.svelte.ts';
import type { UndoFor } from './entry-changes.ts';
import { now } from './now.ts';
import { random } from './random.ts';

/** PHQ-9 without the question on suicide: nobody is watching when a link is answered (DESIGN 8). */
const withoutSafetyItem: Readonly<Record<string, string>> = { 'phq-9': 'phq-8' };

export interface LinkChoice {
  readonly instrument: Instrument;
  /** Ticked when the page opens. */
  readonly isProposed: boolean;
  /** Due, but not ticked by itself, because one of its questions is about suicide. */
  readonly isHeldBack: boolean;
  /** Ticked in the place of this one. */
  readonly insteadOf: Instrument | null;
}

export interface LinkChoices {
  /** What is ticked first, then what is held back, then the rest in the catalogue's order. */
  readonly choices: readonly LinkChoice[];
  /** Due, and not to be had in a link: the therapist's own, or a measure without questions here. */
  readonly notInALink: readonly Instrument[];
}

/** The check-in page knows only the published questionnaires that came with it (VAULT H1). */
const canBeAsked = ({ origin, items }: Instrument): boolean => origin === 'published' && items.length > 0;

export function linkChoices(
  instruments: readonly Instrument[],
  due: readonly DueFacts[],
  day: CalendarDay,
): LinkChoices {
  const dueIds = new Set(
    dueMeasures(due, day)
      .filter(({ respondent }) => respondent === 'self')
      .map(({ instrumentId }) => instrumentId),
  );
  const insteadOf = (id: string): Instrument | null =>
    instruments.find((other) => dueIds.has(other.id) && withoutSafetyItem[other.id] === id) ?? null;
  const choices = instruments.filter(canBeAsked).map((instrument): LinkChoice => {
    const isDue = dueIds.has(instrument.id);
    const isHeldBack = isDue && instrument.safetyItems.length > 0;
    const replaced = insteadOf(instrument.id);
    return {
      instrument,
      isHeldBack,
      isProposed: (isDue && !isHeldBack) || replaced !== null,
      insteadOf: isDue ? null : replaced,
    };
  });
  const rank = ({ isProposed, isHeldBack }: LinkChoice): number => (isProposed ? 0 : isHeldBack ? 1 : 2);
  return {
    choices: choices.sort((a, b) => rank(a) - rank(b)),
    notInALink: instruments.filter((instrument) => dueIds.has(instrument.id) && !canBeAsked(instrument)),
  };
}

export interface LinkDraft {
  readonly asked: readonly Pick<Instrument, 'id' | 'version' | 'language'>[];
  readonly days: number;
}

/** More would be tiring, and a code that a camera reads badly. */
export const mostInALink = 12;

const dayMs = 86_400_000;

/** Resolves once it is on the disk or cannot be: only a check-in that is saved may be sent. Throws where nothing is asked. */
export async function makeLink(
  client: Pick<ClientState, 'id' | 'edit'>,
  session: Pick<VaultSession, 'checkInSeed'>,
  { asked, days }: LinkDraft,
): Promise<{ readonly checkIn: CheckIn; readonly status: DocumentStatus }> {
  const [first] = asked;
  if (!first) throw new Error('a link that asks nothing');
  const id = parseCheckInId(newPlainId(random));
  const seed = await session.checkInSeed(client.id, id);
  if (!seed) throw new Error("this client's key is not here");
  const { publicKey } = await keyPairFromSeed('X25519', seed);
  const questionnaires = asked.map(({ id: instrumentId, version }) => ({ id: instrumentId, version }));
  const { language } = first;
  const createdAt = now();
  const checkIn: CheckIn = {
    ...{ id, way: 'link', asked: questionnaires, language, createdAt },
    expiresAt: new Date(Date.parse(createdAt.utc) + days * dayMs).toISOString(),
    fragment: encodeFragment({ checkInId: id, publicKey, asked: questionnaires, language }),
    ...{ withdrawnAt: null, wordsCompared: false, taken: null },
  };
  return { checkIn, status: await client.edit((doc) => writeCheckIn(doc, checkIn)) };
}

/** Newest first; none until the record is open. */
export const linksOf = (client: Pick<ClientState, 'read'>): readonly CheckIn[] =>
  (client.read(readCheckIns) ?? []).filter(({ way }) => way === 'link');

export const checkInStateNow = (checkIn: CheckIn): CheckInState => checkInState(checkIn, now().utc);

export const noteWordsCompared = (
  client: Pick<ClientState, 'edit'>,
  id: CheckIn['id'],
  wordsCompared: boolean,
): Promise<DocumentStatus> => client.edit((doc) => writeCheckIn(doc, { id, wordsCompared }));

export async function withdrawLink(
  client: Pick<ClientState, 'edit'>,
  { id }: Pick<CheckIn, 'id'>,
): Promise<UndoFor<Pick<ClientState, 'edit'>>> {
  await client.edit((doc) => writeCheckIn(doc, { id, withdrawnAt: now().utc }));
  return (later) => later.edit((doc) => writeCheckIn(doc, { id, withdrawnAt: null }));
}

/** For a link that ran out before its reply was opened: as many days again, from now. */
export async function openAgain(
  client: Pick<ClientState, 'edit'>,
  { id, expiresAt: before }: Pick<CheckIn, 'id' | 'expiresAt'>,
  days: number,
): Promise<UndoFor<Pick<ClientState, 'edit'>>> {
  const expiresAt = new Date(Date.parse(now().utc) + days * dayMs).toISOString();
  await client.edit((doc) => writeCheckIn(doc, { id, expiresAt }));
  return (later) => later.edit((doc) => writeCheckIn(doc, { id, expiresAt: before }));
}

/** What the client's page shows, too, if nobody changed the link on its way (VAULT H2). */
export const wordsOfLink = ({ fragment }: Pick<CheckIn, 'fragment'>): Promise<readonly string[]> =>
  sixWords(fragment);
