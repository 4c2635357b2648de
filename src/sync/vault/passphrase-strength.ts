// How long would someone's own passphrase hold? zxcvbn counts the guesses; the rate below makes them time. It knows
// English words, names, dates, keyboards and common passwords, not the person: relatives' names given to it count too.
import { normalisePassphrase } from './kdf.ts';

/**
 * Guesses per second of a well-funded attacker who holds the disk. An assumption, and shown as one: one guess costs
 * Argon2id at 64 MiB and t=3, about 0.2 s of a CPU core and 64 MiB of memory, so 10^4 a second is a hall of two
 * thousand cores busy with this one vault.
 */
export const ASSUMED_GUESSES_PER_SECOND = 1e4;

export type StrengthVerdict = 'too-weak' | 'weak' | 'good' | 'strong';

export interface PassphraseStrength {
  readonly verdict: StrengthVerdict;
  /** False only for 'too-weak': less than a year at the assumed rate is not accepted. */
  readonly isAccepted: boolean;
  readonly guessesLog10: number;
  /** Expected time to the right guess (half of all), in seconds, at ASSUMED_GUESSES_PER_SECOND. */
  readonly secondsToGuess: number;
}

const YEAR_SECONDS = 365.25 * 24 * 3600;
/** Expected years to guess below which each verdict falls. */
const YEARS_BELOW: readonly (readonly [number, StrengthVerdict])[] = [
  [1, 'too-weak'],
  [100, 'weak'],
  [10_000, 'good'],
];

/** From a number of guesses to a verdict, without looking at the passphrase. */
export function strengthFromGuesses(guessesLog10: number): PassphraseStrength {
  const secondsToGuess = 10 ** guessesLog10 / 2 / ASSUMED_GUESSES_PER_SECOND;
  const years = secondsToGuess / YEAR_SECONDS;
  const verdict = YEARS_BELOW.find(([limit]) => years < limit)?.[1] ?? 'strong';
  return { verdict, isAccepted: verdict !== 'too-weak', guessesLog10, secondsToGuess };
}

/** `known`: words that an acquaintance would try first (own name, practice, town). */
export async function estimatePassphrase(
  passphrase: string,
  known: readonly string[] = [],
): Promise<PassphraseStrength> {
  const checker = await loadChecker();
  const { guessesLog10 } = checker.check(normalisePassphrase(passphrase), [...known, 'soundings', 'therapy']);
  return strengthFromGuesses(guessesLog10);
}

type Checker = InstanceType<(typeof import('@zxcvbn-ts/core'))['ZxcvbnFactory']>;
let checkerOnce: Promise<Checker> | null = null;

/** The dictionaries are large, so they are fetched when a passphrase is first typed, and unpacked once. */
function loadChecker(): Promise<Checker> {
  checkerOnce ??= makeChecker();
  return checkerOnce;
}

async function makeChecker(): Promise<Checker> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    useLevenshteinDistance: true,
  });
}
