// What a reply is worth, before anything is written: whether it may be taken in, and if not, exactly why. Reading changes nothing.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { isOffered } from '../../clinical/scoring/offered-answers.ts';
import { readCheckIns, type CheckIn, type TakenReply } from '../../records/check-ins.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import { openReply, readReply, type VaultSession } from '../../sync/index.ts';
import type { ClientState } from './client.svelte.ts';

/** Longer than any message in which a reply might stand. */
export const longestPaste = 64 * 1024;

export type ReplyParsing = Awaited<ReturnType<typeof readReply>>;
export type SealedReply = Extract<ReplyParsing, { readonly kind: 'reply' }>;

/** A reply out of whatever text it stands in; what is far too long is not even looked at. */
export const parseReply = async (text: string): Promise<ReplyParsing> =>
  text.length > longestPaste ? { kind: 'too-long' } : readReply(text);

/** By which clock something cannot be; times are kept as they were said. */
export type ClockDoubt =
  /** Our clock stands before the moment at which the link was made. */
  | 'ours-is-behind'
  /** It says that it was answered before the link was made, or after now. */
  | 'theirs-is-wrong';

export interface AnsweredQuestionnaire {
  readonly instrument: Instrument;
  readonly answers: readonly (number | null)[];
}

export interface ReadableReply {
  readonly checkIn: CheckIn;
  readonly answers: readonly (readonly (number | null)[])[];
  /** Those of which anything was answered. */
  readonly questionnaires: readonly AnsweredQuestionnaire[];
  /** UTC, by the clock of the device that answered. */
  readonly answeredAt: string;
  readonly replyPrint: string;
  /** False: the page that answered was shown another link than the one that was made here. */
  readonly fragmentMatches: boolean;
  readonly clockDoubt: ClockDoubt | null;
  /** Another reply to the same check-in, which was taken in before. */
  readonly first: TakenReply | null;
}

export type ReplyJudgement =
  | { readonly kind: 'readable'; readonly reply: ReadableReply }
  | { readonly kind: 'already-taken'; readonly at: string }
  | { readonly kind: 'withdrawn'; readonly at: string }
  /** `wasInTime`: it says that it was answered before. */
  | { readonly kind: 'expired'; readonly checkIn: CheckIn; readonly at: string; readonly wasInTime: boolean }
  | { readonly kind: 'check-in-unknown' | 'other-key' | 'malformed' | 'wrong-answers' | 'nothing-answered' }
  | { readonly kind: 'instrument-unknown'; readonly instrumentId: string; readonly version: string };

export interface JudgeWith {
  readonly session: Pick<VaultSession, 'checkInSeed'>;
  readonly findInstrument: FindInstrument;
  /** ISO 8601. */
  readonly nowUtc: string;
}

/** @param client whose key sealed it */
export async function judgeReply(
  reply: SealedReply,
  client: Pick<ClientState, 'id' | 'read'>,
  { session, findInstrument, nowUtc }: JudgeWith,
): Promise<ReplyJudgement> {
  const checkIn = client.read(readCheckIns)?.find(({ id }) => id === reply.checkInId);
  if (!checkIn) return { kind: 'check-in-unknown' };
  const { taken, withdrawnAt, expiresAt, createdAt } = checkIn;
  if (taken?.replyPrint === reply.replyPrint) return { kind: 'already-taken', at: taken.at };
  if (withdrawnAt !== null) return { kind: 'withdrawn', at: withdrawnAt };

  const seed = await session.checkInSeed(client.id, checkIn.id);
  const opened = seed && (await openReply(reply, seed, checkIn.fragment));
  if (!opened || opened.kind === 'not-for-this-key') return { kind: 'other-key' };
  if (opened.kind !== 'opened') return { kind: 'malformed' };

  const { answers, answeredAt, fragmentMatches } = opened;
  const isOursBehind = nowUtc < createdAt.utc;
  // A clock that was set back cannot say that a link still holds: the later of the two times that are known decides.
  const latest = isOursBehind && answeredAt > createdAt.utc ? answeredAt : nowUtc;
  if (expiresAt !== null && (latest > expiresAt || answeredAt > expiresAt)) {
    return { kind: 'expired', checkIn, at: expiresAt, wasInTime: answeredAt <= expiresAt };
  }

  const questionnaires: AnsweredQuestionnaire[] = [];
  for (const [index, { id, version }] of checkIn.asked.entries()) {
    const instrument = findInstrument(id, version);
    if (!instrument) return { kind: 'instrument-unknown', instrumentId: id, version };
    const given = answers[index] ?? [];
    if (!canBeAnswersOf(instrument, given)) return { kind: 'wrong-answers' };
    if (given.some((answer) => answer !== null)) questionnaires.push({ instrument, answers: given });
  }
  if (answers.length !== checkIn.asked.length) return { kind: 'wrong-answers' };
  if (questionnaires.length === 0) return { kind: 'nothing-answered' };

  const isTheirsWrong = answeredAt < createdAt.utc || (!isOursBehind && answeredAt > nowUtc);
  return {
    kind: 'readable',
    reply: {
      ...{ checkIn, answers, questionnaires, answeredAt, fragmentMatches, first: taken },
      replyPrint: reply.replyPrint,
      clockDoubt: isOursBehind ? 'ours-is-behind' : isTheirsWrong ? 'theirs-is-wrong' : null,
    },
  };
}

const canBeAnswersOf = ({ items }: Instrument, answers: readonly (number | null)[]): boolean =>
  answers.length === items.length &&
  items.every((item, index) => {
    const answer = answers[index] ?? null;
    return answer === null || isOffered(item, answer);
  });
