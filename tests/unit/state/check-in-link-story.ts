// A client who was sent a link, and what their phone would send back.
import { linksOf, makeLink } from '../../../src/app/state/check-in-links.ts';
import { judgeReply, parseReply, type SealedReply } from '../../../src/app/state/check-in-reply.ts';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import type { Practice } from '../../../src/app/state/practice.svelte.ts';
import type { CheckIn } from '../../../src/records/check-ins.ts';
import { sealReply } from '../../../src/sync/vault/seal-reply.ts';
import { first } from './a-client.ts';

export const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

export const phq8 = { id: 'phq-8', version: 'en-1', language: 'en' };
export const gad7 = { id: 'gad-7', version: 'en-1', language: 'en' };
export const moderate = [2, 2, 2, 1, 1, 1, 1, 1];
export const mild = [1, 1, 1, 1, 1, 1, 1];

export async function aLink(
  { session }: Practice,
  client: ClientState,
  asked: readonly (typeof phq8)[] = [phq8, gad7],
): Promise<CheckIn> {
  const { checkIn } = await makeLink(client, session, { asked, days: 7 });
  return checkIn;
}

export const answeredNow = (): string => new Date().toISOString();

export const replyTo = (
  { fragment }: Pick<CheckIn, 'fragment'>,
  answers: readonly (readonly (number | null)[])[] = [moderate, mild],
  answeredAt = answeredNow(),
): Promise<string> => sealReply({ fragment, answers, answeredAt, random });

export async function parsed(text: string): Promise<SealedReply> {
  const reply = await parseReply(text);
  if (reply.kind !== 'reply') throw new Error(`not a reply: ${reply.kind}`);
  return reply;
}

export const judged = async (
  { session, findInstrument }: Pick<Practice, 'session' | 'findInstrument'>,
  client: ClientState,
  text: string,
  nowUtc = answeredNow(),
) => judgeReply(await parsed(text), client, { session, findInstrument, nowUtc });

/** The reply as it can be taken in; throws where it cannot. */
export async function readable(practice: Practice, client: ClientState, text: string) {
  const judgement = await judged(practice, client, text);
  if (judgement.kind !== 'readable') throw new Error(`not readable: ${judgement.kind}`);
  return judgement.reply;
}

export const theLink = (client: ClientState): CheckIn => first(linksOf(client));
