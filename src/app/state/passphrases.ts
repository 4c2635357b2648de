// Passphrases for the screens: the vault's own generator and its honest estimate.
import {
  ASSUMED_GUESSES_PER_SECOND,
  estimatePassphrase,
  GENERATED_PASSPHRASE_BITS,
  generatePassphrase as generate,
} from '../../sync/index.ts';
import { random } from './random.ts';

export interface PassphraseJudgement {
  readonly verdict: 'too-weak' | 'weak' | 'good' | 'strong';
  readonly mayBeUsed: boolean;
  readonly guessesLog10: number;
  readonly yearsToGuess: number;
  /** The assumption behind the years, shown with them. */
  readonly guessesPerSecond: number;
}

const yearSeconds = 365.25 * 24 * 3600;

/** Six words, their text and how many bits of chance they hold. */
export async function generatePassphrase(): Promise<{
  readonly words: readonly string[];
  readonly text: string;
  readonly bits: number;
}> {
  const text = await generate(random);
  return { words: text.split(' '), text, bits: GENERATED_PASSPHRASE_BITS };
}

/** Loads its dictionaries when first called. */
export async function judgePassphrase(text: string): Promise<PassphraseJudgement> {
  const { verdict, isAccepted, guessesLog10, secondsToGuess } = await estimatePassphrase(text);
  return {
    verdict,
    mayBeUsed: isAccepted,
    guessesLog10,
    yearsToGuess: secondsToGuess / yearSeconds,
    guessesPerSecond: ASSUMED_GUESSES_PER_SECOND,
  };
}
