// Where the check-in page stands, which a link points to. A client's phone must be able to reach it, and only https keeps the
// page itself from being changed on its way.
import { readSetting, writeSetting } from '../../records/directory.ts';
import type { UndoFor } from './entry-changes.ts';
import type { Practice } from './practice.svelte.ts';

export type CheckInAddress =
  /** The practice's own choice, or the place this app came from. */
  | { readonly kind: 'public'; readonly address: string; readonly isChosen: boolean }
  /** Served from this computer: for trying it out, nobody else can open it. */
  | { readonly kind: 'this-computer'; readonly address: string }
  | { readonly kind: 'none' };

export type AddressProblem = 'not-an-address' | 'not-https' | 'has-more' | 'this-computer-only' | 'too-long';

const longest = 500;
const localNames = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Null: it can be used as it is. */
export function addressProblem(typed: string): AddressProblem | null {
  const text = typed.trim();
  if (text.length > longest) return 'too-long';
  if (!URL.canParse(text)) return 'not-an-address';
  const url = new URL(text);
  if (url.protocol !== 'https:') return 'not-https';
  if (localNames.test(url.hostname)) return 'this-computer-only';
  const isPlain = url.hash === '' && url.search === '' && url.username === '' && url.password === '';
  return isPlain && !text.endsWith('#') && !text.endsWith('?') ? null : 'has-more';
}

/**
 * @param chosen what stands in the settings; empty: nothing
 * @param appAddress where the app itself came from
 */
export function checkInAddress(chosen: string, appAddress: string): CheckInAddress {
  if (chosen !== '' && addressProblem(chosen) === null) {
    return { kind: 'public', address: new URL(chosen.trim()).href, isChosen: true };
  }
  const own = new URL('check-in/', appAddress);
  own.hash = '';
  own.search = '';
  if (localNames.test(own.hostname)) return { kind: 'this-computer', address: own.href };
  return own.protocol === 'https:'
    ? { kind: 'public', address: own.href, isChosen: false }
    : { kind: 'none' };
}

export function chosenAddress(practice: Pick<Practice, 'read'>): string {
  const chosen = practice.read((doc) => readSetting(doc, 'checkInAddress'));
  return typeof chosen === 'string' ? chosen : '';
}

/** @param address without problems; empty: none of one's own */
export async function changeAddress(
  practice: Pick<Practice, 'read' | 'edit'>,
  address: string,
): Promise<UndoFor<Pick<Practice, 'edit'>>> {
  const before = chosenAddress(practice);
  await practice.edit((doc) => writeSetting(doc, 'checkInAddress', address.trim()));
  return (later) => later.edit((doc) => writeSetting(doc, 'checkInAddress', before));
}

export const linkOf = (address: string, fragment: string): string => `${address}#${fragment}`;
